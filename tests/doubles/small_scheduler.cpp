// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The few routes that a screen calls.
#include "tests/doubles/small_scheduler.h"

#include "base/json/json.h"
#include "content/xml/plan.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::doubles {
namespace {

Answer jsonAnswer(int status, const json::Value& value)
{
    Answer answer;
    answer.status = status;
    answer.body = json::write(value);
    return answer;
}

Answer plain(int status)
{
    return jsonAnswer(status, {{"error", "x"}, {"message", "x"}});
}

} // namespace

SmallScheduler::SmallScheduler() : server_([this](const Call& call) { return answer(call); }) {}

void SmallScheduler::approve()
{
    const std::lock_guard lock(mutex_);
    approved_ = true;
    revoked_ = false;
}

void SmallScheduler::revoke()
{
    const std::lock_guard lock(mutex_);
    revoked_ = true;
    approved_ = false;
    ++token_;
}

void SmallScheduler::endTokens()
{
    const std::lock_guard lock(mutex_);
    ++token_;
}

model::Asset
SmallScheduler::add(const std::string& bytes, const std::string& type, const std::string& name)
{
    const std::lock_guard lock(mutex_);
    auto sha256 = crypto::sha256Hex(bytes);
    files_[sha256] = bytes;
    return {sha256, bytes.size(), type, name};
}

void SmallScheduler::publish(const model::Plan& plan)
{
    publishDocument(xml::signPlan(plan, keys_.secretKey), plan.revision);
}

void SmallScheduler::publishDocument(const model::SignedPlan& document, std::uint64_t revision)
{
    {
        const std::lock_guard lock(mutex_);
        document_ = document;
        revision_ = revision;
    }
    server_.push(fmt::format("event: revision\ndata: {{\"revision\": {}}}\n\n", revision));
}

model::Plan SmallScheduler::publishSmil(
    std::uint64_t revision, const std::string& smil, const std::vector<model::Asset>& files)
{
    model::Plan plan;
    plan.revision = revision;
    plan.screen = kScreen;
    plan.created = WallTime(std::chrono::seconds(1'700'000'000));
    plan.assets = files;
    plan.assets.push_back(add(smil, std::string(model::kSmilType), "main"));
    plan.playlists = {{"main", "Main", plan.assets.back().sha256}};
    plan.defaultPlaylist = "main";
    publish(plan);
    return plan;
}

void SmallScheduler::failNext(const std::string& target, Answer answer)
{
    const std::lock_guard lock(mutex_);
    faults_.emplace_back(target, std::move(answer));
}

Answer SmallScheduler::answer(const Call& call)
{
    const std::lock_guard lock(mutex_);
    const auto fault = std::find_if(faults_.begin(), faults_.end(), [&](const auto& one) {
        return call.target.starts_with(one.first);
    });
    if (fault == faults_.end()) {
        return call.target.starts_with("/api/v1/enrolment") ? enrolment(call) : forDevice(call);
    }
    auto wrong = std::move(fault->second);
    faults_.erase(fault);
    if (wrong.body.empty()) {
        auto right = forDevice(call);
        right.cutAfter = wrong.cutAfter;
        right.stalls = wrong.stalls;
        return right;
    }
    return wrong;
}

Answer SmallScheduler::enrolment(const Call& call)
{
    if (call.target == "/api/v1/enrolment") {
        return jsonAnswer(
            201,
            {{"device_code", "d1"},
             {"user_code", "BCDF-GHJK"},
             {"verification_uri", "http://tv/enrol"},
             {"verification_uri_complete", "http://tv/enrol?code=BCDF-GHJK"},
             {"expires_in", 900},
             {"interval", 0}});
    }
    if (call.target == "/api/v1/enrolment/token") {
        return approved_ ? jsonAnswer(200, {{"screen", kScreen}, {"plan_key", planKey()}})
                         : jsonAnswer(400, {{"error", "authorization_pending"}});
    }
    if (revoked_) {
        return plain(403);
    }
    if (call.target == "/api/v1/enrolment/challenge") {
        return jsonAnswer(200, {{"challenge", "c1"}});
    }
    return jsonAnswer(
        200, {{"access_token", fmt::format("token{}", token_)}, {"expires_in", 3600}});
}

Answer SmallScheduler::forDevice(const Call& call)
{
    const auto bearer = call.headers.find("Authorization");
    if (bearer == call.headers.end() || bearer->second != fmt::format("Bearer token{}", token_)) {
        return plain(401);
    }
    Answer answer;
    if (call.target == "/api/v1/events") {
        answer.events = true;
        answer.headers = {{"Content-Type", "text/event-stream"}};
        answer.body =
            fmt::format("retry: 100\nevent: revision\ndata: {{\"revision\": {}}}\n\n", revision_);
        return answer;
    }
    if (call.target.starts_with("/api/v1/plans/")) {
        if (revision_ == 0) {
            return plain(404);
        }
        const auto tag = fmt::format("\"{}\"", revision_);
        const auto known = call.headers.find("If-None-Match");
        answer.headers = {{"ETag", tag}, {"Jtv-Plan-Signature", document_.signature}};
        answer.status = known != call.headers.end() && known->second == tag ? 304 : 200;
        answer.body = answer.status == 304 ? "" : document_.xml;
        return answer;
    }
    if (call.target.starts_with("/blobs/")) {
        const auto file = files_.find(call.target.substr(7));
        if (file == files_.end()) {
            return plain(404);
        }
        answer.ranges = true;
        answer.headers = {{"ETag", "\"" + file->first + "\""}};
        answer.body = file->second;
        return answer;
    }
    answer.status = 204;
    return answer;
}

} // namespace jtv::doubles
