// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Periods of one day, week, month or year; in each the days that pass every BY… part.
#include "content/timetable/day_test.h"

#include <algorithm>

namespace jtv::timetable {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

bool contains(const std::vector<int>& values, int value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

// 0 Monday … 6 Sunday
int weekdayOf(Day day)
{
    return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
}

int daysSince(Day earlier, Day later)
{
    return static_cast<int>((later - earlier).count());
}

Day newYear(year y)
{
    return Day{y / std::chrono::January / 1};
}

Day weekBegin(Day day, int weekStart)
{
    return day - days{(weekdayOf(day) - weekStart + 7) % 7};
}

// Counted from 0; week 0 of a year is the first with four days in it (RFC 5545 3.3.10, BYWEEKNO).
struct Week {
    int index = 0;
    int weeks = 0; // in that year
};

Week weekOf(Day day, int weekStart)
{
    const auto middle = weekBegin(day, weekStart) + days{3};
    const auto year = year_month_day{middle}.year();
    const auto first = weekBegin(Day{year / std::chrono::January / 4}, weekStart);
    const auto last = weekBegin(Day{year / std::chrono::December / 28}, weekStart);
    return {daysSince(first, middle) / 7, daysSince(first, last) / 7 + 1};
}

} // namespace

struct DayTest::Fields {
    int month = 0;
    int weekday = 0;
    int monthDay = 0; // from 1
    int monthLength = 0;
    int yearDay = 0; // from 1
    int yearLength = 0;

    explicit Fields(Day day)
    {
        const year_month_day date{day};
        month = static_cast<int>(static_cast<unsigned>(date.month()));
        weekday = weekdayOf(day);
        monthDay = static_cast<int>(static_cast<unsigned>(date.day()));
        const auto lastOfMonth = (date.year() / date.month() / std::chrono::last).day();
        monthLength = static_cast<int>(static_cast<unsigned>(lastOfMonth));
        yearDay = daysSince(newYear(date.year()), day) + 1;
        yearLength = date.year().is_leap() ? 366 : 365;
    }
};

DayTest::DayTest(const RRule& rule, Day start) : rule_(rule), start_(start)
{
    const Fields first(start);
    const bool yearly = rule.frequency == Frequency::kYearly;
    const bool noDays = rule.monthDays.empty() && rule.yearDays.empty() && rule.weekdays.empty();
    ordinalsOfYear_ = yearly && rule.months.empty();
    if (noDays && (rule.frequency == Frequency::kWeekly || !rule.weekNumbers.empty())) {
        rule_.weekdays.push_back({first.weekday, 0});
    } else if (noDays && rule.frequency != Frequency::kDaily) {
        rule_.monthDays.push_back(first.monthDay);
    }
    // FREQ=YEARLY;BYMONTHDAY=29 without a month means the month of DTSTART, as libical has it.
    if (yearly && !rule_.monthDays.empty() && rule.months.empty() && rule.yearDays.empty() &&
        rule.weekNumbers.empty()) {
        rule_.months.push_back(first.month);
    }
}

std::optional<Day> DayTest::firstFrom(Day from, Day last) const
{
    from = std::max(from, start_);
    const auto startPeriod = periodBegin(start_);
    std::vector<Day> found;
    auto period = periodBegin(from);
    while (period <= last) {
        const auto off = periodsBetween(startPeriod, period) % rule_.interval;
        if (off != 0) {
            period = periodAfter(period, rule_.interval - static_cast<int>(off));
            continue;
        }
        if (const auto named = skipMonths(period);
            named != period && named >= periodAfter(period, 1)) {
            period = periodBegin(named);
            continue;
        }
        daysOf(period, found);
        const auto hit = std::lower_bound(found.begin(), found.end(), from);
        if (hit != found.end()) {
            return *hit <= last ? std::optional(*hit) : std::nullopt;
        }
        period = periodAfter(period, rule_.interval);
    }
    return std::nullopt;
}

Day DayTest::periodBegin(Day day) const
{
    const year_month_day date{day};
    switch (rule_.frequency) {
    case Frequency::kDaily:
        return day;
    case Frequency::kWeekly:
        return weekBegin(day, rule_.weekStart);
    case Frequency::kMonthly:
        return Day{date.year() / date.month() / 1};
    case Frequency::kYearly:
        return newYear(date.year());
    }
    return day;
}

Day DayTest::periodAfter(Day begin, int periods) const
{
    const year_month_day date{begin};
    switch (rule_.frequency) {
    case Frequency::kDaily:
        return begin + days{periods};
    case Frequency::kWeekly:
        return begin + days{7 * periods};
    case Frequency::kMonthly:
        return Day{date + months{periods}};
    case Frequency::kYearly:
        return newYear(date.year() + std::chrono::years{periods});
    }
    return begin;
}

std::int64_t DayTest::periodsBetween(Day startPeriod, Day period) const
{
    const year_month_day a{startPeriod};
    const year_month_day b{period};
    switch (rule_.frequency) {
    case Frequency::kDaily:
        return daysSince(startPeriod, period);
    case Frequency::kWeekly:
        return daysSince(startPeriod, period) / 7;
    case Frequency::kMonthly:
        return (b.year() / b.month() - a.year() / a.month()).count();
    case Frequency::kYearly:
        return (b.year() - a.year()).count();
    }
    return 0;
}

Day DayTest::skipMonths(Day day) const
{
    if (rule_.months.empty()) {
        return day;
    }
    year_month_day date{day};
    while (!contains(rule_.months, static_cast<int>(static_cast<unsigned>(date.month())))) {
        date = (date.year() / date.month() / 1) + months{1};
    }
    return Day{date};
}

void DayTest::daysOf(Day period, std::vector<Day>& found) const
{
    found.clear();
    const auto end = periodAfter(period, 1);
    for (auto day = skipMonths(period); day < end; day = skipMonths(day + days{1})) {
        if (passes(day)) {
            found.push_back(day);
        }
    }
    if (!rule_.positions.empty()) {
        keepPositions(found);
    }
}

void DayTest::keepPositions(std::vector<Day>& found) const
{
    const auto size = static_cast<int>(found.size());
    std::vector<Day> kept;
    for (int i = 0; i < size; ++i) {
        if (contains(rule_.positions, i + 1) || contains(rule_.positions, i - size)) {
            kept.push_back(found[static_cast<std::size_t>(i)]);
        }
    }
    found = std::move(kept);
}

// The months are skipMonths()'s.
bool DayTest::passes(Day day) const
{
    const Fields fields(day);
    return passesWeekday(fields) && passesMonthDay(fields) && passesYearDay(fields) &&
           passesWeekNumber(day);
}

bool DayTest::passesMonthDay(const Fields& fields) const
{
    return rule_.monthDays.empty() || contains(rule_.monthDays, fields.monthDay) ||
           contains(rule_.monthDays, fields.monthDay - fields.monthLength - 1);
}

bool DayTest::passesYearDay(const Fields& fields) const
{
    return rule_.yearDays.empty() || contains(rule_.yearDays, fields.yearDay) ||
           contains(rule_.yearDays, fields.yearDay - fields.yearLength - 1);
}

bool DayTest::passesWeekNumber(Day day) const
{
    if (rule_.weekNumbers.empty()) {
        return true;
    }
    const auto week = weekOf(day, rule_.weekStart);
    return contains(rule_.weekNumbers, week.index + 1) ||
           contains(rule_.weekNumbers, week.index - week.weeks);
}

bool DayTest::passesWeekday(const Fields& fields) const
{
    const int day = ordinalsOfYear_ ? fields.yearDay : fields.monthDay;
    const int length = ordinalsOfYear_ ? fields.yearLength : fields.monthLength;
    const int fromBegin = (day - 1) / 7 + 1;
    const int fromEnd = -((length - day) / 7 + 1);
    return rule_.weekdays.empty() ||
           std::any_of(rule_.weekdays.begin(), rule_.weekdays.end(), [&](const auto& wanted) {
               return wanted.weekday == fields.weekday &&
                      (wanted.ordinal == 0 || wanted.ordinal == fromBegin ||
                       wanted.ordinal == fromEnd);
           });
}

} // namespace jtv::timetable
