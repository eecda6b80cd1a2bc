// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a wall-clock value comes: the time of the clocks, in the zone of the screen.
#pragma once

#include "base/clock.h"
#include "content/model/timing.h"

#include <chrono>
#include <functional>
#include <optional>

namespace jtv::timeline {

using LocalTime = std::chrono::local_time<Milliseconds>;

// What the screen's zone does to time. Without functions: UTC.
struct Zone {
    std::function<WallTime(LocalTime)> instant; // of two the first, in a gap the time after it
    std::function<LocalTime(WallTime)> local;

    WallTime instantOf(LocalTime time) const;
    LocalTime localOf(WallTime time) const;
};

// The occurrences of a wall-clock value; `start` is when the playlist began, for times without a
// date. The cost does not depend on how long it has recurred. Any one thread.
class Occurrences {
public:
    Occurrences(const model::Wallclock& wallclock, const Zone& zone, WallTime start);

    std::optional<WallTime> lastUntil(WallTime time) const;  // ≤ time
    std::optional<WallTime> firstAfter(WallTime time) const; // > time
    bool repeats() const;

private:
    WallTime at(std::int64_t count) const;
    std::int64_t countUntil(WallTime time) const; // how many are ≤ time, bounded

    const model::Wallclock& wallclock_;
    const Zone& zone_;
    LocalTime first_{};
    std::int64_t most_ = 1;
};

} // namespace jtv::timeline
