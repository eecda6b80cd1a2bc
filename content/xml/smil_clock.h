// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Clock values, clip values and wall-clock values as text [SMIL 3.0 Timing, 5.4.3; Media, 6.4].
#pragma once

#include "base/clock.h"
#include "content/model/timing.h"

#include <optional>
#include <string>
#include <string_view>

namespace jtv::xml {

// "01:02:03.5", "02:03", "3.2h", "45min", "30s", "5ms", "12.467" (seconds), ".5". nullopt when it
// is none of these, or longer than a year.
std::optional<Milliseconds> parseClock(std::string_view text);

// A clock value with an optional sign.
std::optional<Milliseconds> parseOffset(std::string_view text);

// A clock value, also as "npt=10s" or "smpte=00:00:10" (frames are left out).
std::optional<Milliseconds> parseClip(std::string_view text);

// The shortest spelling that parseOffset() takes: "1500ms", "5s", "-2s".
std::string formatClock(Milliseconds value);

// What stands between the brackets of wallclock(…): 2026-03-29T09:00[:00][Z|+01:00], 09:00,
// 2026-03-29+w1T09:00, R/2026-01-01T09:00/P1D, R6/… . nullopt when it is none of these.
std::optional<model::Wallclock> parseWallclock(std::string_view text);
std::string formatWallclock(const model::Wallclock& wallclock);

} // namespace jtv::xml
