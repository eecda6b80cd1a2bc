// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a playlist is shown: a window of local wall-clock time that recurs.
// Names and meaning are those of RFC 5545; content/timetable checks and expands it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace jtv::model {

// Wall-clock time of the rule's zone, without an offset.
using LocalTime = std::chrono::local_seconds;

struct Recurrence {
    std::string timezone; // IANA name, e.g. Europe/Berlin
    LocalTime start{};    // DTSTART
    std::chrono::seconds duration{
        0}; // of the window on the wall clock, 1 s … 366 days (DTEND = start + duration)
    std::string rrule; // value of RRULE, e.g. FREQ=WEEKLY;BYDAY=MO,FR; empty: once
    std::vector<std::string>
        exdates; // 20261224T080000 (local), …Z (UTC) or 20261224 (the whole day)
    std::vector<std::string>
        rdates; // 20261224T080000 (local) or …Z (UTC): windows besides the RRULE's

    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

struct Rule {
    std::string id;       // unique in a plan
    std::string playlist; // PlaylistEntry::id
    int priority = 0;     // the higher one is shown; see timetable::decide() for equal ones
    Recurrence recurrence;

    friend bool operator==(const Rule&, const Rule&) = default;
};

} // namespace jtv::model
