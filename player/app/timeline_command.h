// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player timeline FILE`: what would be shown when, without a screen.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// A line a cue on standard output, TAB separated: begin_ms, end_ms|indefinite, region (empty: the
// whole screen), kind, source as written; by begin, z-index and document order. Exit code 0, 1 when
// a medium could not be read (it is left out), 2 for wrong usage or unreadable input.
void addTimelineCommand(const command::Command& program);

} // namespace jtv::app
