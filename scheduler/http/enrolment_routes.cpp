// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Letting screens in.
#include "scheduler/accounts/rate_limit.h"
#include "scheduler/devices/enrolment.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/http/screen_fields.h"
#include "scheduler/library/publisher.h"
#include "scheduler/push/push_hub.h"
#include "scheduler/storage/key.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

constexpr std::size_t kHardwareLimit = 4096; // bytes

// Everything a stranger may send counts; true: he was told to wait.
bool isTooFast(Exchange& exchange, Parts& parts, std::string_view what)
{
    const auto key = std::string(what) + " " + accounts::networkOf(exchange.address());
    const auto now = parts.clock.steady();
    if (const auto wait = parts.enrolmentLimit.wait(key, now); wait > Milliseconds(0)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
        exchange.setHeader("Retry-After", std::to_string(seconds));
        exchange.problem(
            Problem{429, "too_many_requests", fmt::format("try again in {} seconds", seconds)});
        return true;
    }
    parts.enrolmentLimit.failed(key, now);
    return false;
}

std::string pageAddress(const Exchange& exchange)
{
    return fmt::format(
        "{}://{}/",
        exchange.secure() ? "https" : "http",
        exchange.header("Host").value_or("localhost"));
}

void begin(Exchange& exchange, Parts& parts)
{
    if (isTooFast(exchange, parts, "enrol")) {
        return;
    }
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto key = json::text(*body, "public_key");
    auto name = json::optionalText(*body, "name");
    if (!key || !name) {
        return exchange.problem((key ? name.error() : key.error()));
    }
    const auto found = body->find("hardware");
    const auto hardware =
        json::write(found != body->end() && found->is_object() ? *found : json::Value::object());
    if (hardware.size() > kHardwareLimit) {
        return exchange.problem(Problem{400, "invalid", "\"hardware\" is too long"});
    }
    auto codes =
        parts.enrolment.begin({*std::move(key), hardware, name->value_or(""), exchange.address()});
    if (!codes) {
        return exchange.problem(codes.error());
    }
    const auto page = pageAddress(exchange);
    parts.hub.send(push::ToPages{}, {"screens", "{}"});
    exchange.answer(
        200,
        {{"device_code", codes->deviceCode},
         {"user_code", codes->userCode},
         {"verification_uri", page},
         {"verification_uri_complete", page + "?code=" + codes->userCode},
         {"fingerprint", codes->fingerprint},
         {"expires_in", devices::kEnrolmentLifetime.count()},
         {"interval", devices::kPollInterval.count()}});
}

void poll(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto code = json::text(*body, "device_code");
    if (!code) {
        return exchange.problem(code.error());
    }
    auto polled = parts.enrolment.poll(*code);
    if (!polled) {
        return exchange.problem(polled.error());
    }
    switch (polled->answer) {
    case devices::PollAnswer::kApproved:
        return exchange.answer(200, {{"screen", polled->screen}, {"plan_key", parts.planKey}});
    case devices::PollAnswer::kPending:
        return exchange.problem(
            Problem{400, "authorization_pending", "nobody has approved this screen yet"});
    case devices::PollAnswer::kSlowDown:
        return exchange.problem(Problem{400, "slow_down", "ask less often"});
    case devices::PollAnswer::kRefused:
        return exchange.problem(Problem{400, "access_denied", "this screen was refused"});
    case devices::PollAnswer::kExpired:
        return exchange.problem(
            Problem{400, "expired_token", "the code has expired; ask for a new one"});
    }
}

void challenge(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto screen = json::text(*body, "screen");
    if (!screen) {
        return exchange.problem(screen.error());
    }
    auto made = parts.enrolment.challenge(*screen);
    if (!made) {
        return exchange.problem(made.error());
    }
    exchange.answer(200, {{"challenge", *made}});
}

void openSession(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    const auto screen = json::text(*body, "screen");
    const auto challenge = json::text(*body, "challenge");
    const auto signature = json::text(*body, "signature");
    if (!screen || !challenge || !signature) {
        return exchange.problem(
            Problem{400, "invalid", "\"screen\", \"challenge\" and \"signature\" are needed"});
    }
    auto token = parts.enrolment.openSession(*screen, *challenge, *signature);
    if (!token) {
        return exchange.problem(token.error());
    }
    exchange.answer(200, {{"access_token", token->token}, {"expires_in", token->lifetime.count()}});
}

void pending(Exchange& exchange, Parts& parts)
{
    auto waiting = parts.enrolment.pending();
    if (!waiting) {
        return exchange.problem(waiting.error());
    }
    auto list = json::Value::array();
    for (const auto& one : *waiting) {
        auto hardware = json::parse(one.hardware);
        const auto left = one.created + devices::kEnrolmentLifetime - parts.clock.wall();
        list.push_back(
            {{"user_code", one.userCode},
             {"fingerprint", one.fingerprint},
             {"name", one.name},
             {"hardware", hardware ? *std::move(hardware) : json::Value::object()},
             {"address", one.address},
             {"created", storage::isoTime(one.created)},
             {"expires_in", std::chrono::ceil<std::chrono::seconds>(left).count()}});
    }
    exchange.answer(200, {{"enrolments", std::move(list)}});
}

void approve(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto code = json::text(*body, "user_code");
    auto settings = readScreenChange(*body);
    if (!code || !settings) {
        return exchange.problem(code ? settings.error() : code.error());
    }
    auto screen = parts.enrolment.approve(*code, *settings, exchange.author());
    if (!screen) {
        return exchange.problem(screen.error());
    }
    // It gets what is published; without that it waits for the first publish.
    if (auto planned = parts.publisher.planFor(*screen, exchange.author()); !planned) {
        return exchange.problem(planned.error());
    }
    parts.hub.send(push::ToPages{}, {"screens", "{}"});
    exchange.answer(200, {{"screen", *screen}});
}

void refuse(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto code = json::text(*body, "user_code");
    if (!code) {
        return exchange.problem(code.error());
    }
    if (auto done = parts.enrolment.refuse(*code, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    parts.hub.send(push::ToPages{}, {"screens", "{}"});
    exchange.answer(204);
}

constexpr std::string_view kEnrolmentPath = "/api/v1/enrolment";

constexpr auto kEnrolmentRoutes = std::to_array<Route>({
    {"POST",
     kEnrolmentPath,
     Access::kOpen,
     kJsonLimit,
     begin,
     "A new screen asks for its code",
     kJson,
     "EnrolmentRequest",
     200,
     kJson,
     "EnrolmentCodes"},
    {"GET",
     kEnrolmentPath,
     Access::kScreens,
     0,
     pending,
     "Screens that wait for approval",
     "",
     "",
     200,
     kJson,
     "Enrolments"},
    {"POST",
     "/api/v1/enrolment/token",
     Access::kOpen,
     kJsonLimit,
     poll,
     "Has the screen been approved (400 with the words of RFC 8628 until then)",
     kJson,
     "DeviceCode",
     200,
     kJson,
     "Enrolled"},
    {"POST",
     "/api/v1/enrolment/challenge",
     Access::kOpen,
     kJsonLimit,
     challenge,
     "A number to sign with the device's key",
     kJson,
     "ScreenId",
     200,
     kJson,
     "Challenge"},
    {"POST",
     "/api/v1/enrolment/session",
     Access::kOpen,
     kJsonLimit,
     openSession,
     "A token for the signed number",
     kJson,
     "SignedChallenge",
     200,
     kJson,
     "DeviceToken"},
    {"POST",
     "/api/v1/enrolment/approve",
     Access::kScreens,
     kJsonLimit,
     approve,
     "Let a screen in",
     kJson,
     "Approval",
     200,
     kJson,
     "ScreenId"},
    {"POST",
     "/api/v1/enrolment/refuse",
     Access::kScreens,
     kJsonLimit,
     refuse,
     "Turn a screen away",
     kJson,
     "UserCode",
     204,
     "",
     ""},
});

} // namespace

std::vector<Route> enrolmentRoutes()
{
    return {kEnrolmentRoutes.begin(), kEnrolmentRoutes.end()};
}

} // namespace jtv::http
