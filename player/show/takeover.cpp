// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a programme takes the place of the one on the screen.
#include "player/show/takeover.h"

#include <algorithm>

namespace jtv::show {

std::optional<SteadyTime> takeover(const Wait& wait, const OnStage& shown, SteadyTime now)
{
    if (wait.when == When::kAtOnce || shown.idle) {
        return now;
    }
    if (shown.nextEnd && *shown.nextEnd <= now) {
        return shown.nextEnd;
    }
    return now - wait.since >= kLongestWait ? std::optional(now) : std::nullopt;
}

SteadyTime nextChance(const Wait& wait, const OnStage& shown, SteadyTime now)
{
    const SteadyTime last = wait.since + kLongestWait;
    const SteadyTime end = shown.nextEnd.value_or(last);
    const SteadyTime next = std::min(end > now ? end : last, last);
    return next > now ? next : SteadyTime::max();
}

Wait waitInstead(const std::optional<Wait>& other, When when, SteadyTime now)
{
    if (!other) {
        return {when, now};
    }
    return {other->when == When::kAtOnce ? other->when : when, other->since};
}

} // namespace jtv::show
