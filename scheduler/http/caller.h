// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Who asks, and whether he may.
#pragma once

#include "base/result.h"
#include "scheduler/http/exchange.h"
#include "scheduler/http/route.h"

#include <Poco/Net/HTTPServerRequest.h>

#include <optional>
#include <string>

namespace jtv::http {

// Where the request came from; with a proxy on this machine, what that proxy says.
std::string addressOf(const Poco::Net::HTTPServerRequest& request);

// Cookie or bearer token looked up; nobody when there is none or it has ended.
Result<Caller> callerOf(const Poco::Net::HTTPServerRequest& request, Parts& parts);

// nullopt: go on; otherwise 401 or 403.
std::optional<Problem> rightsRefusal(const Route& route, const Caller& caller, bool sameMachine);

// A request that changes something must come from our own page, or from a program that is no
// browser: Sec-Fetch-Site or Origin must fit, and with a cookie the header X-Jtv-Request must be
// there.
std::optional<Problem>
forgeryRefusal(const Poco::Net::HTTPServerRequest& request, const Caller& caller);

// The name of the session cookie; "__Host-" binds it to TLS and to this host.
std::string_view cookieName(bool secure);

} // namespace jtv::http
