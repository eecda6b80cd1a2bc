// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Finding the route of a request.
#include "scheduler/http/route.h"

#include <utility>

namespace jtv::http {
namespace {

std::string_view nextSegment(std::string_view& path)
{
    path.remove_prefix(1); // the '/'
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    return segment;
}

std::optional<Parameters> matched(std::string_view pattern, std::string_view path)
{
    Parameters parameters;
    while (!pattern.empty() && !path.empty()) {
        const auto rest = path;
        const auto wanted = nextSegment(pattern);
        const auto segment = nextSegment(path);
        if (wanted == "{path...}") {
            parameters.emplace("path", rest);
            return parameters;
        }
        if (wanted.starts_with('{') && !segment.empty()) {
            parameters.emplace(wanted.substr(1, wanted.size() - 2), segment);
        } else if (wanted != segment) {
            return std::nullopt;
        }
    }
    return pattern.empty() && path.empty() ? std::optional(std::move(parameters)) : std::nullopt;
}

// The page's: every path, but only to read it and where no other route is.
bool takesTheRest(const Route& route)
{
    return route.pattern.ends_with("{path...}");
}

// HEAD is answered as GET where nobody answers it itself.
bool standsInFor(const Route& route, std::string_view method)
{
    return method == "HEAD" && route.method == "GET";
}

} // namespace

Match RouteTable::find(std::string_view method, std::string_view path) const
{
    Match match;
    const bool reads = method == "GET" || method == "HEAD";
    for (const auto& route : routes_) {
        auto parameters = matched(route.pattern, path);
        if (!parameters || (takesTheRest(route) && (!reads || !match.allowed.empty()))) {
            continue;
        }
        match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(route.method);
        const bool exact = route.method == method;
        if (exact || (match.route == nullptr && standsInFor(route, method))) {
            match.route = &route;
            match.parameters = *std::move(parameters);
        }
        if (exact) {
            return match;
        }
    }
    return match;
}

} // namespace jtv::http
