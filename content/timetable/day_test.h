// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Does a local date satisfy a recurrence rule? Field arithmetic; the cost does not depend on
// DTSTART.
#pragma once

#include "content/timetable/rrule.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace jtv::timetable {

using Day = std::chrono::local_days;

// Thread-safe (immutable). Knows FREQ, INTERVAL and the BY… parts; COUNT, UNTIL and exceptions are
// the caller's.
class DayTest {
public:
    // What the rule leaves open comes from `start` (RFC 5545 3.3.10: derived from DTSTART).
    DayTest(const RRule& rule, Day start);

    // The first day that satisfies the rule, from `from` (but not before the start) to `last`.
    std::optional<Day> firstFrom(Day from, Day last) const;

private:
    struct Fields;

    Day periodBegin(Day day) const; // of the period (day, week, month, year) the day is in
    Day periodAfter(Day begin, int periods) const;
    std::int64_t periodsBetween(Day startPeriod, Day period) const;
    Day skipMonths(Day day) const; // the day, or the first of the next month the rule names
    void daysOf(Day period, std::vector<Day>& found) const;
    void keepPositions(std::vector<Day>& found) const;
    bool passes(Day day) const;
    bool passesMonthDay(const Fields& fields) const;
    bool passesYearDay(const Fields& fields) const;
    bool passesWeekNumber(Day day) const;
    bool passesWeekday(const Fields& fields) const;

    RRule rule_;
    Day start_;
    bool ordinalsOfYear_ = false; // a numbered BYDAY counts within the year, not the month
};

} // namespace jtv::timetable
