// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content prepare FILE --board pi4 -o DIR`: what that board decodes in hardware.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Progress on stderr, one JSON object on stdout. Exit code 0: made; 1: refused or stopped, nothing
// half is left.
void addPrepareCommand(const command::Command& program);

} // namespace jtv::app
