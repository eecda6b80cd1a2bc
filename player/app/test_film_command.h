// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player testfilm`.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

void addTestFilmCommand(const command::Command& program);

} // namespace jtv::app
