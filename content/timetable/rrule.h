// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The text of an RRULE (RFC 5545 3.3.10) as fields, checked.
#pragma once

#include "base/result.h"
#include "content/model/rule_text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace jtv::timetable {

enum class Frequency { kDaily, kWeekly, kMonthly, kYearly };

struct WeekdayOfPeriod {
    int weekday = 0; // 0 Monday … 6 Sunday
    int ordinal = 0; // 1 the first, -1 the last of month or year; 0 every one
};

struct RRule {
    Frequency frequency = Frequency::kDaily;
    int interval = 1; // 1 … 10,000
    std::optional<int> count;
    std::optional<model::TimeText> until;
    int weekStart = 0; // WKST, 0 Monday … 6 Sunday
    std::vector<int> months, monthDays, yearDays, weekNumbers, positions;
    std::vector<WeekdayOfPeriod> weekdays;
};

// Errors: kInvalid with the part at fault; kUnsupported for SECONDLY … HOURLY and BYHOUR …
// BYSECOND.
Result<RRule> parseRRule(std::string_view text);

} // namespace jtv::timetable
