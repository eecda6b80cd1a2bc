// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every request must satisfy before anybody looks at it. Poco 1.11's parser lets much through
// that two programs may read differently; what is not plain is refused.
#pragma once

#include "scheduler/http/problem.h"

#include <Poco/Net/HTTPServerRequest.h>

#include <optional>

namespace jtv::http {

// nullopt: go on. A body comes with exactly one Content-Length and no Transfer-Encoding: Poco takes
// a chunked body that was cut short for a whole one.
std::optional<Problem> refusal(const Poco::Net::HTTPServerRequest& request);

} // namespace jtv::http
