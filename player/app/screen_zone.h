// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The time zone of this machine, for wall-clock times in playlists.
#pragma once

#include "player/timeline/wallclock.h"

#include <chrono>
#include <string>

namespace jtv::app {

// The name of $TZ, else of /etc/localtime, else UTC; not every name is one that is known.
std::string machineZoneName();

// That of $TZ, else of /etc/localtime; UTC when neither names one that is known.
timeline::Zone machineZone();

// Always the same distance to UTC.
timeline::Zone fixedZone(std::chrono::minutes offset);

} // namespace jtv::app
