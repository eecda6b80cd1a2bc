// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The sync thread's procedure.
#include "player/sync/worker.h"

#include "player/sync/log.h"
#include "provisioning/enrolment/enrolment.h"
#include "provisioning/identity/identity.h"

#include <algorithm>

namespace jtv::sync {
namespace {

constexpr Milliseconds kSecondChance = std::chrono::minutes(15);
constexpr Milliseconds kAfterDenial = std::chrono::minutes(5);
constexpr Milliseconds kLongestSleep = std::chrono::hours(1);

} // namespace

Sync::Worker::Worker(
    Options options,
    crypto::KeyPair key,
    connection::Client client,
    std::shared_ptr<store::BlobStore> blobs,
    ActivePlanPtr active,
    Mailbox<News>& news)
    : options_(std::move(options)), key_(std::move(key)), client_(std::move(client)),
      blobs_(std::move(blobs)), plans_(options_.state), active_(std::move(active)), news_(news),
      agenda_(options_.intervals, crypto::randomBelow)
{}

void Sync::Worker::run(const std::stop_token& stop)
{
    auto record = enrolment::loadEnrolled(options_.state);
    if (!record) {
        kLog.error("{}", record.error().message);
    }
    auto enrolled = record ? *record : std::optional<enrolment::Enrolled>{};
    while (!stop.stop_requested()) {
        if (!enrolled) {
            enrolled = enrol(std::nullopt, stop);
            continue;
        }
        keepInStep(*enrolled, stop);
        listener_ = {};
        if (!stop.stop_requested()) {
            // The server has forgotten or revoked this screen: it goes on playing, and asks to be
            // let in again; now and then it also tries whether it is still known after all.
            if (auto again = enrol(kSecondChance, stop)) {
                enrolled = std::move(again);
            }
        }
    }
}

std::optional<enrolment::Enrolled>
Sync::Worker::enrol(std::optional<Milliseconds> limit, const std::stop_token& stop)
{
    const enrolment::Wanted wanted{key_, options_.name, options_.planKey, options_.state};
    const auto known = enrolment::loadEnrolled(options_.state);
    const auto began = clock_.steady();
    enrolment::Enrolment::Hooks hooks;
    hooks.show = [this](const std::optional<enrolment::Code>& code) {
        if (code) {
            reached(true);
            kLog.info(
                "approve this screen at {} with the code {} (key {})",
                code->address,
                code->userCode,
                identity::fingerprint(key_.publicKey));
        }
        news_.post(EnrolmentCode{code});
    };
    hooks.say = [this](const std::string& text) { reached(false, text); };
    hooks.pause = [&](Milliseconds span) {
        waitUntil(clock_.steady() + span, stop);
        return !stop.stop_requested() && (!limit || clock_.steady() - began < *limit);
    };
    auto enrolled = enrolment::Enrolment(client_, wanted, clock_, std::move(hooks)).run(stop);
    news_.post(EnrolmentCode{});
    if (!enrolled) {
        if (enrolled.error().kind != ErrorKind::kUnavailable) {
            kLog.error("{}", enrolled.error().message);
            waitUntil(clock_.steady() + kAfterDenial, stop);
        }
        return std::nullopt;
    }
    kLog.info("enrolled as the screen {}", enrolled->screen);
    if (const bool sameServer = known && *known; !sameServer) {
        // Revisions of another server say nothing here. What is played goes on being played.
        if (const auto cleared = plans_.clear(); !cleared) {
            kLog.warning("{}", cleared.error().message);
        }
        active_ = nullptr;
    }
    return *std::move(enrolled);
}

void Sync::Worker::keepInStep(const enrolment::Enrolled& enrolled, const std::stop_token& stop)
{
    enrolment::Session session(client_, key_, clock_, enrolled.screen);
    Fetch fetch({client_, session, blobs_, plans_, clock_, enrolled.planKey, [&] {
                     take(inbox_.take());
                     sendShot(session, stop);
                     sendStatus(session, stop);
                 }});
    for (const auto task : {Task::kPlan, Task::kStatus, Task::kListen}) {
        agenda_.now(task, clock_.steady());
    }
    while (!stop.stop_requested() && !session.refused()) {
        take(inbox_.take());
        if (std::exchange(forgetToken_, false)) {
            session.forget();
        }
        if (agenda_.due(Task::kListen, clock_.steady())) {
            listen(session, stop);
        }
        if (agenda_.due(Task::kPlan, clock_.steady())) {
            fetchPlan(fetch, stop);
        }
        sendStatus(session, stop);
        sendShot(session, stop);
        if (!session.refused()) {
            waitUntil(agenda_.next(), stop);
        }
    }
}

void Sync::Worker::fetchPlan(Fetch& fetch, const std::stop_token& stop)
{
    auto plan = fetch.run(active_.get(), stop);
    if (!plan) {
        if (plan.error().kind == ErrorKind::kNotFound) {
            reached(true);
            agenda_.done(Task::kPlan, clock_.steady());
            return;
        }
        failed(Task::kPlan, plan.error());
        return;
    }
    reached(true);
    agenda_.done(Task::kPlan, clock_.steady());
    if (*plan) {
        activated(*std::move(plan));
        fetch.tidy(kGrace);
        return;
    }
    // Nothing newer; but files of the plan may have been lost with a bad card.
    if (active_) {
        if (const auto whole = fetch.complete(active_->plan, stop); !whole) {
            failed(Task::kPlan, whole.error());
        }
    }
}

void Sync::Worker::activated(ActivePlanPtr plan)
{
    kLog.info("plan {} is active", plan->plan.revision);
    for (const auto& warning : plan->warnings) {
        kLog.warning("{}", warning);
    }
    active_ = std::move(plan);
    news_.post(PlanActivated{active_});
}

void Sync::Worker::sendStatus(enrolment::Session& session, const std::stop_token& stop)
{
    if (session.refused() || !agenda_.due(Task::kStatus, clock_.steady())) {
        return;
    }
    if (report_.empty()) {
        agenda_.done(Task::kStatus, clock_.steady());
        return;
    }
    connection::Request request;
    request.method = "POST";
    request.path = "/api/v1/screens/" + session.screen() + "/status";
    request.contentType = "application/json";
    request.body = report_;
    const auto answer = askWithToken(client_, session, std::move(request), stop);
    if (!answer) {
        failed(Task::kStatus, answer.error());
        return;
    }
    if (answer->status / 100 != 2) {
        kLog.debug("the status was answered with {}", answer->status);
    }
    agenda_.done(Task::kStatus, clock_.steady());
}

void Sync::Worker::sendShot(enrolment::Session& session, const std::stop_token& stop)
{
    if (!shot_ || session.refused()) {
        return;
    }
    const auto picture = std::exchange(shot_, std::nullopt);
    auto bytes = options_.encode(*picture);
    if (!bytes) {
        kLog.warning("no screenshot: {}", bytes.error().message);
        return;
    }
    connection::Request request;
    request.method = "PUT";
    request.path = "/api/v1/screens/" + session.screen() + "/screenshot";
    request.contentType = "image/jpeg";
    request.body = *std::move(bytes);
    if (const auto answer = askWithToken(client_, session, std::move(request), stop); !answer) {
        kLog.debug("no screenshot: {}", answer.error().message);
    }
}

void Sync::Worker::take(std::vector<Order> orders)
{
    for (auto& order : orders) {
        std::visit(
            [this](auto&& one) { handle(std::forward<decltype(one)>(one)); }, std::move(order));
    }
}

void Sync::Worker::handle(const RevisionHeard& heard)
{
    reached(true);
    if (active_ && active_->plan.revision == heard.revision) {
        return;
    }
    if (heard_ != heard.revision) {
        heard_ = heard.revision;
        agenda_.now(Task::kPlan, clock_.steady());
    } else {
        agenda_.hurry(Task::kPlan, clock_.steady());
    }
}

void Sync::Worker::handle(ReportOrder&& order)
{
    if (report_ != order.status) {
        report_ = std::move(order.status);
        agenda_.hurry(Task::kStatus, clock_.steady());
    }
}

void Sync::Worker::waitUntil(SteadyTime until, const std::stop_token& stop)
{
    const auto now = clock_.steady();
    if (stop.stop_requested() || until <= now) {
        return;
    }
    const auto span = std::min<Nanoseconds>(until - now, kLongestSleep);
    take(inbox_.wait(std::chrono::ceil<Milliseconds>(span)));
}

void Sync::Worker::reached(bool now, const std::string& why)
{
    if (!now && said_ != why) {
        said_ = why;
        kLog.warning("{}", why);
    }
    if (reached_ == now) {
        return;
    }
    if (now) {
        said_.clear();
        kLog.info("in touch with {}", client_.server().text());
        for (const auto task : {Task::kPlan, Task::kStatus}) {
            if (agenda_.failures(task) > 0) {
                agenda_.now(task, clock_.steady());
            }
        }
    }
    reached_ = now;
    news_.post(ServerReached{now});
}

void Sync::Worker::failed(Task task, const Error& error)
{
    agenda_.failed(task, clock_.steady());
    if (error.kind == ErrorKind::kUnavailable) {
        reached(false, error.message);
    } else if (said_ != error.message) {
        said_ = error.message;
        kLog.error("{}", error.message);
    }
}

} // namespace jtv::sync
