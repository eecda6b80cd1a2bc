// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How the words of jtv-scheduler end, and how they say what was wrong.
#pragma once

#include "base/result.h"

#include <cstdio>
#include <fmt/core.h>

namespace jtv::station {

// Tells the error and gives the exit code: 2 when something else must be asked for, else 1.
inline int complain(const Error& error)
{
    fmt::print(stderr, "jtv-scheduler: {}\n", error.message);
    return error.kind == ErrorKind::kInvalid ? 2 : 1;
}

} // namespace jtv::station
