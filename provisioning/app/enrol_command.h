// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision enrol`: asks to be let in, prints the code, waits until somebody approves it.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0 when enrolled, 1 when it cannot be, 2 for wrong usage or unreadable settings.
void addEnrolCommand(const command::Command& program);

} // namespace jtv::app
