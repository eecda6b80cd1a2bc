// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Logging in and out, and the record of changes.
#include "scheduler/accounts/accounts.h"
#include "scheduler/http/caller.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/push/push_hub.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

json::Value userValue(const accounts::User& user)
{
    return {{"user", {{"name", user.name}, {"role", accounts::roleName(user.role)}}}};
}

std::string cookie(const Exchange& exchange, std::string_view token, std::int64_t seconds)
{
    return fmt::format(
        "{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}",
        cookieName(exchange.secure()),
        token,
        seconds,
        exchange.secure() ? "; Secure" : "");
}

void logIn(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    const auto name = json::text(*body, "name");
    const auto password = json::text(*body, "password");
    if (!name || !password) {
        return exchange.problem((name ? password : name).error());
    }
    auto session = parts.accounts.logIn(*name, *password, exchange.address());
    if (!session) {
        const auto& error = session.error();
        if (error.kind == ErrorKind::kDenied) {
            return exchange.problem(Problem{401, "wrong_password", error.message});
        }
        if (error.kind == ErrorKind::kUnavailable) {
            return exchange.problem(Problem{429, "too_many_requests", error.message});
        }
        return exchange.problem(error);
    }
    exchange.setHeader("Set-Cookie", cookie(exchange, session->token, session->lifetime.count()));
    exchange.answer(200, userValue(session->user));
}

void whoAmI(Exchange& exchange, Parts& /*parts*/)
{
    exchange.answer(200, userValue(*exchange.caller().user));
}

void logOut(Exchange& exchange, Parts& parts)
{
    const auto& token = exchange.caller().sessionToken;
    if (auto done = parts.accounts.logOut(token); !done) {
        return exchange.problem(done.error());
    }
    parts.hub.dropSession(storage::tokenHash(token));
    exchange.setHeader("Set-Cookie", cookie(exchange, "", 0));
    exchange.answer(204);
}

void changePassword(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    const auto old = json::text(*body, "old");
    const auto next = json::text(*body, "new");
    if (!old || !next) {
        return exchange.problem((old ? next : old).error());
    }
    if (auto done = parts.accounts.changePassword(*exchange.caller().user, *old, *next); !done) {
        return exchange.problem(
            done.error().kind == ErrorKind::kDenied
                ? Problem{403, "wrong_password", done.error().message}
                : problemOf(done.error()));
    }
    exchange.answer(204);
}

void audit(Exchange& exchange, Parts& parts)
{
    std::int64_t limit = 200;
    if (const auto asked = exchange.query("limit")) {
        std::from_chars(asked->data(), asked->data() + asked->size(), limit);
    }
    auto entries = storage::auditEntries(parts.database, std::clamp<std::int64_t>(limit, 1, 1000));
    if (!entries) {
        return exchange.problem(entries.error());
    }
    auto list = json::Value::array();
    for (const auto& entry : *entries) {
        list.push_back(
            {{"id", entry.id},
             {"at", storage::isoTime(entry.at)},
             {"who", entry.author.name},
             {"address", entry.author.address},
             {"action", entry.action},
             {"subject", entry.subject}});
    }
    exchange.answer(200, {{"entries", std::move(list)}});
}

constexpr std::string_view kSessionPath = "/api/v1/session";

constexpr auto kSessionRoutes = std::to_array<Route>({
    {"POST",
     kSessionPath,
     Access::kOpen,
     kJsonLimit,
     logIn,
     "Log in",
     kJson,
     "Login",
     200,
     kJson,
     "Session"},
    {"GET", kSessionPath, Access::kView, 0, whoAmI, "Who am I", "", "", 200, kJson, "Session"},
    {"DELETE", kSessionPath, Access::kView, 0, logOut, "Log out", "", "", 204, "", ""},
    {"PUT",
     "/api/v1/session/password",
     Access::kView,
     kJsonLimit,
     changePassword,
     "Change one's own password",
     kJson,
     "PasswordChange",
     204,
     "",
     ""},
    {"GET",
     "/api/v1/audit",
     Access::kAdminister,
     0,
     audit,
     "Who changed what, newest first",
     "",
     "",
     200,
     kJson,
     "Audit"},
});

} // namespace

std::vector<Route> sessionRoutes()
{
    return {kSessionRoutes.begin(), kSessionRoutes.end()};
}

} // namespace jtv::http
