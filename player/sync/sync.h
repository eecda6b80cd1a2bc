// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Keeps the screen in step with its scheduler: enrols, fetches plans and files, tells how it goes.
// Everything here happens on threads of its own; the screen never waits for it.
#pragma once

#include "base/clock.h"
#include "base/crypto/crypto.h"
#include "base/mailbox.h"
#include "base/pixels.h"
#include "base/result.h"
#include "player/sync/active_plan.h"
#include "player/sync/agenda.h"
#include "provisioning/connection/client.h"
#include "provisioning/enrolment/claim.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>

namespace jtv::sync {

// --- to the main loop ---

// A newer plan is whole on the disk and active.
struct PlanActivated {
    ActivePlanPtr plan;
};
// Somebody looks at this screen on the web page: call Sync::screenshot().
struct ScreenshotWanted {};
// To be shown while there is no plan; nullopt: no code is valid now, or none is needed any more.
struct EnrolmentCode {
    std::optional<enrolment::Code> code;
};
// For metrics.
struct ServerReached {
    bool reached = false;
};
using News = std::variant<PlanActivated, ScreenshotWanted, EnrolmentCode, ServerReached>;

struct Options {
    connection::Options server;
    std::filesystem::path state;
    std::string name;    // proposed at enrolment
    std::string planKey; // from the settings, raw 32 bytes; empty: the one of the enrolment
    Intervals intervals;
    store::Limits limits;
    // A picture as JPEG; called on the sync thread.
    std::function<Result<std::string>(const Pixels&)> encode;
};

// Owns two threads: "sync" (all requests) and, while connected, its listener (the event stream,
// which only posts to sync). Construct and destroy on one thread; the rest is thread-safe.
class Sync {
public:
    // `news` must outlive the object. `active`: what is played already, may be null. Errors: those
    // of Client::make and BlobStore::open.
    static Result<std::unique_ptr<Sync>>
    start(Options options, crypto::KeyPair key, ActivePlanPtr active, Mailbox<News>& news);

    Sync(const Sync&) = delete;
    Sync& operator=(const Sync&) = delete;
    // Cuts what is on its way; waits only for a name lookup that is going on.
    ~Sync();

    // The status as a JSON object: sent at once and again every 30 s, the newest one.
    void report(std::string status);
    // What is on the display, after ScreenshotWanted.
    void screenshot(Pixels picture);

private:
    class Worker;
    explicit Sync(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> worker_;
    std::jthread thread_; // last: uses the worker
};

} // namespace jtv::sync
