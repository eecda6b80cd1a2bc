// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content check FILE...`: are these playlists, slides, plans and captions in order?
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: nothing wrong (warnings may have been printed), 1: a fault, 2: a file cannot be
// read.
void addCheckCommand(const command::Command& program);

} // namespace jtv::app
