// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether what is on the screen may play to its end before something else takes its place. Pure.
#pragma once

#include "content/model/plan.h"
#include "player/app/plan_programme.h"
#include "player/show/takeover.h"

#include <cstdint>
#include <map>
#include <string>

namespace jtv::app {

// What of the plans is on the screen.
struct OnScreen {
    std::map<std::uint64_t, std::string> sources; // of its items, by ItemRecord::item
    int priority = 0;                             // Choice::priority
};

// The highest that the scheduler gives to a rule.
inline constexpr int kEmergencyPriority = 1000;

// A plan that adds or moves something waits for the end of an item; so does a rule whose time has
// come. At once comes an emergency, unless one is shown; and a plan in which a file that is on the
// screen is missing, because nobody knows why it was withdrawn.
show::When handover(const model::Plan& plan, const Choice& choice, const OnScreen& shown);

} // namespace jtv::app
