// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Another program with all that it writes on one pipe.
#pragma once

#include "base/c_handle.h"
#include "base/result.h"

#include <string>
#include <sys/types.h>
#include <vector>

namespace jtv::ingest {

struct Child {
    pid_t process = -1; // leads a group of its own
    UniqueFd out;       // what it prints and complains
};

// `words`: the program with its path, and its arguments. Reads nothing. Errors: kNotFound (it does
// not start), kUnavailable.
Result<Child> startChild(const std::vector<std::string>& words);

// Blocks. Exit status; -1 when it did not end by itself.
int waitFor(const Child& child);

// Ends it and what it has started.
void killChild(const Child& child);

// Exit status of a command whose output nobody wants; -1 when it did not start or end by itself.
int outcomeOf(const std::vector<std::string>& words);

} // namespace jtv::ingest
