// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How the words of jtv-provision end, and how they say what was wrong.
#pragma once

#include <cstdio>
#include <fmt/core.h>
#include <string_view>

namespace jtv::app {

enum ExitCode { kAllWell = 0, kFault = 1, kUnusable = 2 };

inline int complain(std::string_view sentence, ExitCode code)
{
    fmt::print(stderr, "jtv-provision: {}\n", sentence);
    return code;
}

} // namespace jtv::app
