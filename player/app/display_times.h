// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether the display is to be on at a time.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/timetable/recurrence.h"
#include "provisioning/settings/display_hours.h"

#include <string>
#include <vector>

namespace jtv::app {

// Pure, immutable; any one thread.
class DisplayTimes {
public:
    DisplayTimes() = default; // always on

    // `zone`: IANA name. None: always on. Errors: those of timetable::Recurrence.
    static Result<DisplayTimes>
    make(const std::vector<settings::DisplayHours>& hours, const std::string& zone);

    bool on(WallTime now) const;

private:
    std::vector<timetable::Recurrence> windows_;
};

// What speaks for the display, and what against it.
struct DisplayReasons {
    bool planned = false;   // there is a plan, and the clock is not earlier: the hours count
    bool hours = true;      // DisplayTimes::on()
    bool called = false;    // a visitor is called
    bool emergency = false; // a rule of kEmergencyPriority applies
};

// Without a plan somebody wants to see the code; a clock that cannot be right puts nobody in the
// dark.
bool displayWanted(const DisplayReasons& reasons);

} // namespace jtv::app
