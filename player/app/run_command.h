// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player run`: the kiosk. Enrols, keeps in step, plays for ever.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

void addRunCommand(const command::Command& app);

} // namespace jtv::app
