// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a programme takes the place of the one on the screen. Pure.
#pragma once

#include "base/clock.h"

#include <chrono>
#include <optional>

namespace jtv::show {

enum class When {
    kAtBoundary, // when an item ends: a visitor sees no film cut in the middle
    kAtOnce,     // as soon as the first items are ready
};

// So long a programme waits for an end at most, for films without one and for very long ones; those
// of waiting rooms are shorter.
inline constexpr std::chrono::minutes kLongestWait{5};

// What is on the screen.
struct OnStage {
    bool idle = false;                 // nothing, what has ended, or pictures without an end
    std::optional<SteadyTime> nextEnd; // of an item, where it is known
};

// A programme that has been asked for.
struct Wait {
    When when = When::kAtOnce;
    SteadyTime since{}; // of the first one that waits
};

// The instant at which a programme that is ready begins; nullopt: not yet. Never after `now`.
std::optional<SteadyTime> takeover(const Wait& wait, const OnStage& shown, SteadyTime now);

// When takeover() changes its mind by itself; SteadyTime::max(): nothing is known to come.
SteadyTime nextChance(const Wait& wait, const OnStage& shown, SteadyTime now);

// The programme asked for now waits instead of another one (nullopt: of none): it is shown no later
// than that one would have been.
Wait waitInstead(const std::optional<Wait>& other, When when, SteadyTime now);

} // namespace jtv::show
