// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Requests of an enrolled screen, and the way of a plan from the server to the link "active".
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/store/blob_store.h"
#include "content/store/plan_store.h"
#include "player/sync/active_plan.h"
#include "provisioning/connection/client.h"
#include "provisioning/enrolment/session.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace jtv::sync {

// Adds the token; one that the server refuses is renewed once. Errors: those of the client and the
// session. Any one thread.
Result<connection::Response> askWithToken(
    const connection::Client& client,
    enrolment::Session& session,
    connection::Request request,
    const std::stop_token& stop);

// Any one thread. Borrows all it is given.
class Fetch {
public:
    struct Parts {
        const connection::Client& client;
        enrolment::Session& session;
        std::shared_ptr<store::BlobStore> blobs;
        store::PlanStore& plans;
        const Clock& clock;
        std::string planKey;             // base64
        std::function<void()> meanwhile; // called about once a second during downloads
    };
    explicit Fetch(Parts parts) : parts_(std::move(parts)) {}

    // Fetches and activates the server's plan. nullptr: nothing is newer than `active`. What cannot
    // be read or verified is left alone, and what was active stays. Errors: kUnavailable, kDenied
    // (signature, older revision), kInvalid, kFull, kNotFound (no plan published yet).
    Result<ActivePlanPtr> run(const ActivePlan* active, const std::stop_token& stop);

    // Fetches what is missing of a plan. Errors as above.
    Status complete(const model::Plan& plan, const std::stop_token& stop);

    // Removes files older than `grace` that neither a plan kept nor `coming` needs.
    void tidy(std::chrono::seconds grace, const model::Plan* coming = nullptr);

private:
    Result<connection::Response> askForPlan(const ActivePlan* active, const std::stop_token& stop);
    Status fetchAsset(const model::Asset& asset, const std::stop_token& stop);
    Status download(const model::Asset& asset, store::Partial& part, const std::stop_token& stop);

    Parts parts_;
};

// A day: long enough for a plan that is being fetched over a slow line, and for going back.
inline constexpr std::chrono::hours kGrace{24};

} // namespace jtv::sync
