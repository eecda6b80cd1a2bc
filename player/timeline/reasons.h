// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Why nothing of a playlist is shown: what holds each of its elements back.
#pragma once

#include "content/model/playlist.h"
#include "player/timeline/moments.h"
#include "player/timeline/screen_tests.h"
#include "player/timeline/timeline.h"

#include <vector>

namespace jtv::timeline {

// For a playlist of which nothing has been shown by `now`; at least one, in document order.
std::vector<Reason> reasonsForNothing(
    const model::Playlist& playlist,
    const ScreenFacts& screen,
    const Surroundings& surroundings,
    Milliseconds now);

} // namespace jtv::timeline
