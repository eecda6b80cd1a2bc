// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The options that say where a picture will be seen: --size, --distance, --diagonal.
#pragma once

#include "base/command/command.h"
#include "base/result.h"
#include "content/typeset/typeset.h"

#include <string>

namespace jtv::app {

// As written on the command line.
struct TargetOptions {
    std::string size = "1920x1080";
    std::string distance = "4m";
    std::string diagonal = "43in";
};

// The options live as long as the command.
void addTargetOptions(const command::Command& command, TargetOptions& options);

// "4m", "4.5 m", "450cm"; "43in", "43\"", "109cm"; a bare number is metres or inches.
// Errors: kInvalid, naming the option and what it takes.
Result<typeset::Target> targetFrom(const TargetOptions& options);

} // namespace jtv::app
