// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content review: the checks before publishing, a line a finding.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: nothing or advice only, 1: warnings or errors, 2: wrong usage or an unreadable file.
void addReviewCommand(const command::Command& program);

} // namespace jtv::app
