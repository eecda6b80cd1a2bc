// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-scheduler plan`: what a screen will show, from the published plan.
#pragma once

#include "base/command/command.h"

namespace jtv::station {

void addPlanCommand(const command::Command& app);

} // namespace jtv::station
