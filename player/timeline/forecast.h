// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What will be shown next in each region, found by stepping a copy.
#pragma once

#include "player/timeline/stepper.h"

#include <cstddef>
#include <set>
#include <vector>

namespace jtv::timeline {

using MediaSet = std::set<const model::Media*>;

// At most one cue a region (and one sound), found within a bounded number of instants; those of
// `broken` media are passed over. Adds the nodes it looked at to `visited`.
std::vector<Cue> forecast(
    const Running& running,
    Intrinsics& intrinsics,
    const Surroundings& surroundings,
    const MediaSet& broken,
    Milliseconds now,
    std::size_t& visited);

} // namespace jtv::timeline
