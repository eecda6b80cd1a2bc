// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Another program, run to its end.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace jtv::library {

struct Finished {
    int exitCode = 0;   // 128 + signal when it was killed
    std::string output; // what it wrote to stdout
    std::string errors; // … to stderr
};

// Waits for it on the calling thread. Errors: kNotFound (no such program), kUnavailable (it took
// longer than `limit` and was killed, or wrote more than 1 MiB), kInternal.
Result<Finished> runProcess(const std::vector<std::string>& command, Milliseconds limit);

} // namespace jtv::library
