// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The routes as data: what may be asked, who may ask it, and who answers. The OpenAPI document is
// made from the same table.
#pragma once

#include "scheduler/http/exchange.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::http {

struct Parts;

enum class Access {
    kOpen,         // anybody
    kView,         // a user who is logged in
    kEdit,         // … with the right to change content
    kPublish,      // … to publish
    kScreens,      // … to let screens in and set them up
    kAdminister,   // … to see and do everything
    kScreen,       // a screen with its token
    kScreenOrView, // either
    kMetrics,      // the same machine, or an administrator
};

struct Route {
    std::string_view method;
    std::string_view pattern; // "/api/v1/assets/{id}"; a last "{path...}" takes the rest
    Access access = Access::kAdminister;
    std::size_t bodyLimit = 0; // bytes; a longer body is refused with 413
    void (*answer)(Exchange&, Parts&) = nullptr;
    std::string_view summary;      // for the OpenAPI document
    std::string_view requestType;  // media type of the body; empty = none
    std::string_view requestShape; // schema of the body, where it is JSON
    int status = 200;              // of a success
    std::string_view answerType;   // media type; empty = no body
    std::string_view answerShape;  // schema, where it is JSON
};

struct Match {
    const Route* route = nullptr; // null: there is none for this method
    Parameters parameters;
    std::string allowed; // methods of this path, for 405; empty = no such path
};

// *thread-safe* (immutable)
class RouteTable {
public:
    explicit RouteTable(std::vector<Route> routes) : routes_(std::move(routes)) {}

    // HEAD is answered by GET's route where it has none of its own.
    Match find(std::string_view method, std::string_view path) const;
    const std::vector<Route>& routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

// All routes of the server, from the files named *_routes.cpp.
std::vector<Route> allRoutes();

// The table as an OpenAPI 3.0 document.
std::string openApiDocument(const std::vector<Route>& routes);

} // namespace jtv::http
