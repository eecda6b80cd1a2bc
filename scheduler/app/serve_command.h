// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-scheduler serve`: the server, until it is told to stop.
#pragma once

#include "base/command/command.h"

namespace jtv::station {

void addServeCommand(const command::Command& app);

} // namespace jtv::station
