// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision settings check FILE`: explains a settings file before it is used.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// FILE:LINE: error|warning: text on standard output. Exit code 0 without errors, 1 with, 2
// unreadable.
void addSettingsCommand(const command::Command& program);

} // namespace jtv::app
