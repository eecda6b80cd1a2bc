// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player play FILE...`: shows files once, counts what was really presented, and ends.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: everything finished, or --for was over; 1: an item failed; 2: a file cannot be read;
// 3: there is no display.
void addPlayCommand(const command::Command& program);

} // namespace jtv::app
