// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the sync thread does, in the order of its life: enrol, then keep in step until refused.
#pragma once

#include "base/clock.h"
#include "base/mailbox.h"
#include "player/sync/fetch.h"
#include "player/sync/sync.h"
#include "provisioning/enrolment/enrolled.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace jtv::sync {

// --- orders to the sync thread ---
struct Wake {};
struct RevisionHeard {
    std::uint64_t revision = 0;
};
struct ListenEnded {
    int status = 0;     // 0: no answer
    bool heard = false; // at least one event came
    Milliseconds retry{0};
    std::string why; // for the log
};
struct ReportOrder {
    std::string status;
};
struct ShotOrder {
    Pixels picture;
};
using Order = std::variant<Wake, RevisionHeard, ListenEnded, ReportOrder, ShotOrder>;

// post() is thread-safe; everything else belongs to the thread that runs run().
class Sync::Worker {
public:
    Worker(
        Options options,
        crypto::KeyPair key,
        connection::Client client,
        std::shared_ptr<store::BlobStore> blobs,
        ActivePlanPtr active,
        Mailbox<News>& news);

    void post(Order order) { inbox_.post(std::move(order)); }
    void run(const std::stop_token& stop);

private:
    // Until enrolled, stopped, or (when `limit` is set) that long.
    std::optional<enrolment::Enrolled>
    enrol(std::optional<Milliseconds> limit, const std::stop_token& stop);
    // Until the server refuses this screen, or stopped.
    void keepInStep(const enrolment::Enrolled& enrolled, const std::stop_token& stop);

    void fetchPlan(Fetch& fetch, const std::stop_token& stop);
    void activated(ActivePlanPtr plan);
    void sendStatus(enrolment::Session& session, const std::stop_token& stop);
    void sendShot(enrolment::Session& session, const std::stop_token& stop);
    void listen(enrolment::Session& session, const std::stop_token& stop);
    void runListener(const std::string& token, const std::stop_token& stop);

    void take(std::vector<Order> orders);
    void handle(Wake) {}
    void handle(const RevisionHeard& heard);
    void handle(const ListenEnded& ended);
    void handle(ReportOrder&& order);
    void handle(ShotOrder&& order) { shot_ = std::move(order.picture); }
    // Waits for an order or until `until`.
    void waitUntil(SteadyTime until, const std::stop_token& stop);
    void reached(bool now, const std::string& why = {});
    // Logged once in a row, and the next attempt put off.
    void failed(Task task, const Error& error);

    Options options_;
    crypto::KeyPair key_;
    connection::Client client_;
    std::shared_ptr<store::BlobStore> blobs_;
    store::PlanStore plans_;
    ActivePlanPtr active_;
    Mailbox<News>& news_;
    SystemClock clock_;
    Agenda agenda_;
    Mailbox<Order> inbox_;
    std::string report_;
    std::optional<Pixels> shot_;
    std::optional<std::uint64_t> heard_; // the revision heard last
    std::optional<bool> reached_;
    bool forgetToken_ = false;
    std::string said_;      // the failure logged last
    std::jthread listener_; // last: posts to the inbox
};

} // namespace jtv::sync
