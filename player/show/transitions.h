// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The transitions under way, one a region at most: each is moved on with the time and ends once.
#pragma once

#include "player/screen/screen.h"
#include "player/show/effect.h"

#include <cstddef>
#include <map>
#include <optional>

namespace jtv::show {

// Main-thread only.
class Transitions {
public:
    explicit Transitions(screen::Screen& screen) : screen_(screen) {}

    // The next picture shown in the region grows out of what is there.
    void enter(std::size_t region, const Effect& effect, SteadyTime at);
    // What is there goes away.
    void leave(std::size_t region, const Effect& effect, SteadyTime at);
    // Whatever is under way in the region is over.
    void stop(std::size_t region);
    bool running(std::size_t region) const { return running_.contains(region); }

    void step(SteadyTime now);
    // When the next step is to be seen; SteadyTime::max() = none is under way.
    SteadyTime nextDue(SteadyTime now) const;

private:
    struct Running {
        Effect effect;
        SteadyTime begin;
        bool leaving = false;
    };
    screen::Screen& screen_;
    std::map<std::size_t, Running> running_; // by region
};

} // namespace jtv::show
