// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How the words of jtv-content end, and how they say what was wrong.
#pragma once

#include "base/result.h"

#include <cstdio>
#include <fmt/core.h>
#include <string_view>

namespace jtv::app {

// kFault: in what was looked at. kUnusable: an option, or a file that cannot be read or written.
enum ExitCode { kAllWell = 0, kFault = 1, kUnusable = 2 };

inline int complain(std::string_view sentence, ExitCode code)
{
    fmt::print(stderr, "jtv-content: {}\n", sentence);
    return code;
}
inline int complain(const Error& error, ExitCode code)
{
    return complain(error.message, code);
}

} // namespace jtv::app
