// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From a request to its route: gate, route, rights, and what may not come from another site.
#pragma once

#include "scheduler/http/connection_watch.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/route.h"

#include <Poco/Net/HTTPRequestHandlerFactory.h>

namespace jtv::http {

// *thread-safe*: Poco's workers call it.
class Dispatch final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    Dispatch(Parts& parts, ConnectionWatch& watch, const RouteTable& table)
        : parts_(parts), watch_(watch), table_(table)
    {}

    Poco::Net::HTTPRequestHandler*
    createRequestHandler(const Poco::Net::HTTPServerRequest& request) override;

private:
    Parts& parts_;
    ConnectionWatch& watch_;
    const RouteTable& table_;
};

} // namespace jtv::http
