// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The requests of the enrolment.
#include "provisioning/enrolment/enrolment.h"

#include "base/json/json.h"
#include "provisioning/enrolment/hardware.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::enrolment {
namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr std::size_t kMaxText = 1000;
constexpr std::int64_t kMostCodeSeconds = 86'400;

struct Word {
    std::string_view word;
    Event event;
};
constexpr std::array<Word, 4> kWords = {{
    // RFC 8628, 3.5
    {"authorization_pending", Event::kPending},
    {"slow_down", Event::kSlowDown},
    {"expired_token", Event::kExpired},
    {"access_denied", Event::kRefused},
}};

// One line of text that may be shown.
bool showable(const std::string& text)
{
    return text.size() <= kMaxText && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

Result<Code> readCode(const std::string& body)
{
    const auto value = json::parse(body);
    if (!value) {
        return value.error();
    }
    const auto device = json::text(*value, "device_code");
    const auto user = json::text(*value, "user_code");
    const auto address = json::text(*value, "verification_uri");
    const auto complete = json::optionalText(*value, "verification_uri_complete");
    const auto lifetime = json::integer(*value, "expires_in");
    const auto interval = json::optionalInteger(*value, "interval");
    for (const auto* text : {&device, &user, &address}) {
        if (!*text) {
            return text->error();
        }
    }
    if (!complete || !lifetime || !interval) {
        return Error{ErrorKind::kInvalid, "the server's answer to the enrolment is incomplete"};
    }
    Code code{*device, *user, *address, complete->value_or(""), {}, {}};
    if (!showable(code.userCode) || !showable(code.address) || !showable(code.codeAddress)) {
        return Error{ErrorKind::kInvalid, "the server's code cannot be shown"};
    }
    const auto seconds = [](std::int64_t count) {
        return std::chrono::seconds(std::clamp<std::int64_t>(count, 0, kMostCodeSeconds));
    };
    code.lifetime = seconds(*lifetime);
    code.interval = seconds(interval->value_or(5));
    return code;
}

} // namespace

Enrolment::Enrolment(
    const connection::Client& client, const Wanted& wanted, const Clock& clock, Hooks hooks)
    : client_(client), wanted_(wanted), clock_(clock), hooks_(std::move(hooks))
{}

Enrolment::Answer Enrolment::unreachable(const std::string& why)
{
    if (said_ != why) {
        said_ = why;
        hooks_.say(why);
    }
    return {};
}

Enrolment::Answer Enrolment::askForCode(const std::stop_token& stop)
{
    json::Value body;
    body["public_key"] = crypto::toBase64(wanted_.key.publicKey);
    body["hardware"] = describeHardware();
    if (!wanted_.name.empty()) {
        body["name"] = wanted_.name;
    }
    connection::Request request;
    request.method = "POST";
    request.path = "/api/v1/enrolment";
    request.contentType = "application/json";
    request.body = json::write(body);
    const auto answer = client_.exchange(request, stop);
    if (!answer) {
        return unreachable(answer.error().message);
    }
    if (answer->status != kOk && answer->status != kCreated) {
        return unreachable(fmt::format(
            "{} refuses the enrolment with status {}; check its log",
            client_.server().text(),
            answer->status));
    }
    auto code = readCode(answer->body);
    if (!code) {
        return unreachable(code.error().message);
    }
    said_.clear();
    return {Event::kCodeGiven, *std::move(code), {}};
}

Enrolment::Answer Enrolment::askForToken(const std::string& deviceCode, const std::stop_token& stop)
{
    connection::Request request;
    request.method = "POST";
    request.path = "/api/v1/enrolment/token";
    request.contentType = "application/json";
    json::Value body;
    body["device_code"] = deviceCode;
    request.body = json::write(body);
    const auto answer = client_.exchange(request, stop);
    if (!answer) {
        return unreachable(answer.error().message);
    }
    const auto value = json::parse(answer->body);
    if (!value) {
        return unreachable(
            fmt::format("{} answers with status {}", client_.server().text(), answer->status));
    }
    if (answer->status == kOk) {
        auto screen = json::text(*value, "screen");
        auto key = json::text(*value, "plan_key");
        if (!screen || !key) {
            return unreachable("the server approves the screen without its id and signing key");
        }
        return {Event::kApproved, {}, {*std::move(screen), *std::move(key)}};
    }
    const auto word = json::text(*value, "error");
    const auto* known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& candidate) {
        return word && candidate.word == *word;
    });
    if (known == kWords.end()) {
        return unreachable(fmt::format(
            "{} answers the enrolment with status {}", client_.server().text(), answer->status));
    }
    return {known->event, {}, {}};
}

void Enrolment::tell(const Claim& before, const Claim& now, Event event)
{
    if (event == Event::kRefused) {
        hooks_.say("the enrolment was refused on the server's page; a new code comes in 5 minutes");
    }
    if (event == Event::kCodeGiven) {
        hooks_.show(now.code);
    } else if (before.phase == Phase::kWaiting && now.phase != Phase::kWaiting) {
        hooks_.show(std::nullopt);
    }
}

Result<Enrolled> Enrolment::finish(Enrolled enrolled)
{
    const auto earlier = loadEnrolled(wanted_.state);
    const auto known = earlier ? *earlier : std::optional<Enrolled>{};
    if (auto accepted = acceptKey(enrolled.planKey, wanted_.planKey, known); !accepted) {
        return std::move(accepted).error();
    }
    if (auto saved = saveEnrolled(wanted_.state, enrolled); !saved) {
        return std::move(saved).error();
    }
    return enrolled;
}

Result<Enrolled> Enrolment::run(const std::stop_token& stop)
{
    Claim claim;
    claim.next = clock_.steady();
    while (true) {
        const auto now = clock_.steady();
        const auto before = claim;
        claim = at(std::move(claim), now);
        tell(before, claim, Event::kExpired);
        const auto wait = std::chrono::ceil<Milliseconds>(claim.next - now);
        if (stop.stop_requested() || (wait.count() > 0 && !hooks_.pause(wait))) {
            return Error{ErrorKind::kUnavailable, "the enrolment was ended"};
        }
        if (clock_.steady() < claim.next) {
            continue; // woken early
        }
        const auto asked = claim;
        const auto answer = claim.phase == Phase::kNoCode
                                ? askForCode(stop)
                                : askForToken(claim.code.deviceCode, stop);
        claim = after(std::move(claim), answer.event, clock_.steady(), answer.code);
        tell(asked, claim, answer.event);
        if (claim.phase == Phase::kClaimed) {
            return finish(answer.enrolled);
        }
    }
}

} // namespace jtv::enrolment
