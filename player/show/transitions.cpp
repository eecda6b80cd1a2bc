// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The transitions under way.
#include "player/show/transitions.h"

#include <algorithm>

namespace jtv::show {

void Transitions::enter(std::size_t region, const Effect& effect, SteadyTime at)
{
    if (!mixAt(effect, Nanoseconds(0))) {
        stop(region);
        return;
    }
    screen_.keep(region);
    running_[region] = {effect, at, false};
}

void Transitions::leave(std::size_t region, const Effect& effect, SteadyTime at)
{
    if (mixAt(effect, Nanoseconds(0))) {
        running_[region] = {effect, at, true};
    }
}

void Transitions::stop(std::size_t region)
{
    if (running_.erase(region) > 0) {
        screen_.mix(region, std::nullopt);
    }
}

void Transitions::step(SteadyTime now)
{
    for (auto each = running_.begin(); each != running_.end();) {
        const auto& [region, running] = *each;
        const auto mix = mixAt(running.effect, now - running.begin);
        // What has left stays away until its item ends or another comes.
        if (mix || !running.leaving) {
            screen_.mix(region, mix, running.leaving);
        }
        each = mix || running.leaving ? std::next(each) : running_.erase(each);
    }
}

SteadyTime Transitions::nextDue(SteadyTime now) const
{
    const auto moves = [&](const auto& each) {
        return mixAt(each.second.effect, now - each.second.begin).has_value();
    };
    const bool any = std::any_of(running_.begin(), running_.end(), moves);
    return any ? now + screen_.refreshInterval() : SteadyTime::max();
}

} // namespace jtv::show
