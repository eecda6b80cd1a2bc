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

} // namespace jtv::app
