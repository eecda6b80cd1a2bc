// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The event stream: a thread of its own while it lasts, which only posts what it hears.
#include "base/json/json.h"
#include "player/sync/log.h"
#include "player/sync/worker.h"

namespace jtv::sync {
namespace {

constexpr int kTokenRefused = 401; // the HTTP status

} // namespace

void Sync::Worker::listen(enrolment::Session& session, const std::stop_token& stop)
{
    auto token = session.token(stop);
    if (!token) {
        failed(Task::kListen, token.error());
        return;
    }
    agenda_.suspend(Task::kListen);
    // The one before has posted its end; assigning joins it.
    listener_ = std::jthread([this, token = *std::move(token)](const std::stop_token& cut) {
        try {
            runListener(token, cut);
        } catch (const std::exception& failure) {
            kLog.error("listening ends: {}", failure.what());
            std::terminate(); // systemd starts the player again
        }
    });
}

void Sync::Worker::runListener(const std::string& token, const std::stop_token& stop)
{
    connection::Request request;
    request.path = "/api/v1/events";
    request.headers = {{"Authorization", "Bearer " + token}, {"Accept", "text/event-stream"}};
    ListenEnded ended;
    const auto hear = [&](const connection::ServerEvent& event) {
        ended.heard = true;
        if (event.type == "screenshot") {
            news_.post(ScreenshotWanted{});
        } else if (event.type == "revision") {
            const auto value = json::parse(event.data);
            const auto revision = value ? json::integer(*value, "revision") : value.error();
            if (revision && *revision > 0) {
                inbox_.post(RevisionHeard{static_cast<std::uint64_t>(*revision)});
            }
        }
    };
    const auto answer = client_.listen(request, hear, ended.retry, stop);
    ended.status = answer ? answer->status : 0;
    ended.why = answer ? "" : answer.error().message;
    inbox_.post(std::move(ended));
}

void Sync::Worker::handle(const ListenEnded& ended)
{
    kLog.debug("the event stream ended with {} {}", ended.status, ended.why);
    const auto now = clock_.steady();
    if (ended.heard) {
        if (ended.retry.count() > 0) {
            agenda_.setListenInterval(ended.retry);
        }
        agenda_.done(Task::kListen, now);
    } else {
        agenda_.failed(Task::kListen, now);
    }
    forgetToken_ = forgetToken_ || ended.status == kTokenRefused;
}

} // namespace jtv::sync
