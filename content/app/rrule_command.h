// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content rrule …`: when does a recurrence rule apply?
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: one line an occurrence, 2026-03-29T03:30:00+02:00; 1: the rule is refused.
void addRruleCommand(const command::Command& program);

} // namespace jtv::app
