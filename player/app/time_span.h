// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Spans of time as they are typed on the command line.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <string_view>

namespace jtv::app {

// "1500ms", "20s", "20" (seconds), "2.5s", "5m", "1h"; more than 0, at most 1000 h. Errors:
// kInvalid.
Result<Milliseconds> parseSpan(std::string_view text);

} // namespace jtv::app
