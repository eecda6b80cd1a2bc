// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content inspect FILE...`: what is inside these videos and pictures?
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Prints a JSON array, an object a file. Exit code 0: all were understood; 1: one was refused, its
// object has "file" and "error".
void addInspectCommand(const command::Command& program);

} // namespace jtv::app
