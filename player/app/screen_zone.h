// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The time zone of this machine, for wall-clock times in playlists.
#pragma once

#include "player/timeline/wallclock.h"

#include <chrono>

namespace jtv::app {

// That of $TZ, else of /etc/localtime; UTC when neither names one that is known.
timeline::Zone machineZone();

// Always the same distance to UTC.
timeline::Zone fixedZone(std::chrono::minutes offset);

} // namespace jtv::app
