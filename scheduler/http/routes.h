// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The groups of routes, each in a file of its own name.
#pragma once

#include "scheduler/http/route.h"

#include <vector>

namespace jtv::http {

inline constexpr std::size_t kJsonLimit = 65'536; // bytes of an ordinary JSON body
inline constexpr std::string_view kJson = "application/json";

std::vector<Route> sessionRoutes();
std::vector<Route> screenRoutes();
std::vector<Route> enrolmentRoutes();
std::vector<Route> assetRoutes();
std::vector<Route> slideRoutes();
std::vector<Route> playlistRoutes();
std::vector<Route> ruleRoutes();
std::vector<Route> publishRoutes();
std::vector<Route> eventRoutes();
std::vector<Route> pageRoutes();

} // namespace jtv::http
