// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision selftest`: what of this screen works, as text and as JSON.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// A line a finding on standard output. Exit code 0 when nothing is at fault, otherwise 1.
void addSelftestCommand(const command::Command& program);

} // namespace jtv::app
