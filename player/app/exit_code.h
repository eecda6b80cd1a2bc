// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How the words of jtv-player end, and how they say what was wrong.
#pragma once

#include <cstdio>
#include <fmt/core.h>
#include <string_view>

namespace jtv::app {

// kStartAgain: systemd is to start `run` once more.
enum ExitCode { kAllWell = 0, kItemFailed = 1, kStartAgain = 1, kUnusable = 2, kNoDisplay = 3 };

inline int complain(std::string_view sentence, ExitCode code)
{
    fmt::print(stderr, "jtv-player: {}\n", sentence);
    return code;
}

} // namespace jtv::app
