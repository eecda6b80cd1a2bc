// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Another of our programs, run to its end.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace jtv::app {

struct ChildEnd {
    int code = 0;       // exit code, or 128 + signal
    std::string output; // standard output, at most 1 MiB
};

// Main-thread only; waits. Its standard error is ours. Errors: kNotFound, kInternal.
Result<ChildEnd>
runChild(const std::filesystem::path& program, const std::vector<std::string>& arguments);

// Where a program that is installed with this one lies.
std::filesystem::path siblingProgram(const std::string& name);

} // namespace jtv::app
