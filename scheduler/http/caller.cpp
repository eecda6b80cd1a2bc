// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Cookies, tokens, rights and forged requests.
#include "scheduler/http/caller.h"

#include "scheduler/accounts/accounts.h"
#include "scheduler/devices/enrolment.h"
#include "scheduler/http/parts.h"

#include <Poco/Net/NameValueCollection.h>

#include <utility>

namespace jtv::http {
namespace {

constexpr std::string_view kBearer = "Bearer ";

std::string cookieIn(const Poco::Net::HTTPServerRequest& request)
{
    Poco::Net::NameValueCollection cookies;
    request.getCookies(cookies);
    for (const bool secure : {true, false}) {
        const std::string name(cookieName(secure));
        if (cookies.has(name)) {
            return cookies.get(name);
        }
    }
    return {};
}

std::optional<accounts::Right> rightOf(Access access)
{
    switch (access) {
    case Access::kView:
    case Access::kScreenOrView:
        return accounts::Right::kView;
    case Access::kEdit:
        return accounts::Right::kEdit;
    case Access::kPublish:
        return accounts::Right::kPublish;
    case Access::kScreens:
        return accounts::Right::kScreens;
    case Access::kAdminister:
    case Access::kMetrics:
        return accounts::Right::kAdminister;
    case Access::kOpen:
    case Access::kScreen:
        break;
    }
    return std::nullopt;
}

// "https://host:port" → "host:port"
std::string_view hostIn(std::string_view origin)
{
    const auto at = origin.find("://");
    return at == std::string_view::npos ? std::string_view() : origin.substr(at + 3);
}

} // namespace

std::string_view cookieName(bool secure)
{
    return secure ? "__Host-jtv_session" : "jtv_session";
}

std::string addressOf(const Poco::Net::HTTPServerRequest& request)
{
    const auto host = request.clientAddress().host();
    if (!host.isLoopback() || !request.has("X-Forwarded-For")) {
        return host.toString();
    }
    const auto& list = request.get("X-Forwarded-For");
    const auto comma = list.rfind(',');
    auto last = comma == std::string::npos ? list : list.substr(comma + 1);
    last.erase(0, last.find_first_not_of(" \t"));
    return last.substr(0, 64);
}

Result<Caller> callerOf(const Poco::Net::HTTPServerRequest& request, Parts& parts)
{
    Caller caller;
    if (const auto text = request.get("Authorization", ""); text.starts_with(kBearer)) {
        auto screen = parts.enrolment.screenOf(std::string_view(text).substr(kBearer.size()));
        if (!screen) {
            return std::move(screen).error();
        }
        caller.screen = screen->value_or("");
        return caller;
    }
    const auto token = cookieIn(request);
    if (token.empty()) {
        return caller;
    }
    auto user = parts.accounts.userOf(token);
    if (!user) {
        return std::move(user).error();
    }
    caller.user = *std::move(user);
    caller.sessionToken = caller.user ? token : "";
    return caller;
}

std::optional<Problem> rightsRefusal(const Route& route, const Caller& caller, bool sameMachine)
{
    if (route.access == Access::kOpen || (route.access == Access::kMetrics && sameMachine)) {
        return std::nullopt;
    }
    const bool forScreens =
        route.access == Access::kScreen || route.access == Access::kScreenOrView;
    if (forScreens && !caller.screen.empty()) {
        return std::nullopt;
    }
    if (!caller.user) {
        return Problem{
            401,
            "unauthenticated",
            route.access == Access::kScreen ? "this screen is not let in (any more); enrol it again"
                                            : "log in first"};
    }
    const auto right = rightOf(route.access);
    if (!right || !accounts::may(caller.user->role, *right)) {
        return Problem{
            403, "forbidden", "your account may not do this; ask the administrator for the right"};
    }
    return std::nullopt;
}

std::optional<Problem>
forgeryRefusal(const Poco::Net::HTTPServerRequest& request, const Caller& caller)
{
    const auto& method = request.getMethod();
    if (method == "GET" || method == "HEAD" || method == "OPTIONS" || !caller.screen.empty()) {
        return std::nullopt;
    }
    const Problem forged{403, "csrf", "this request did not come from the page of this server"};
    if (const auto site = request.get("Sec-Fetch-Site", ""); !site.empty()) {
        if (site != "same-origin" && site != "none") {
            return forged;
        }
    } else if (const auto origin = request.get("Origin", "");
               !origin.empty() && hostIn(origin) != request.getHost()) {
        return forged;
    }
    if (caller.user && request.get("X-Jtv-Request", "") != "1") {
        return Problem{403, "csrf", "the header X-Jtv-Request: 1 is missing"};
    }
    return std::nullopt;
}

} // namespace jtv::http
