// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Years to days are counted on the calendar, hours and less on the clock.
#include "player/timeline/wallclock.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace jtv::timeline {
namespace {

using std::chrono::days;

constexpr std::int64_t kForEver = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kFarthest = 4'000'000; // days on either side of 1970: what a year can hold

std::chrono::local_days weekdayFrom(std::chrono::local_days date, int weekday)
{
    if (weekday == 0) {
        return date;
    }
    const std::chrono::weekday wanted(static_cast<unsigned>(std::abs(weekday)));
    if (weekday > 0) {
        return date + (wanted - std::chrono::weekday(date));
    }
    const auto back = std::chrono::weekday(date) - wanted;
    return date - (back == days(0) ? days(7) : back);
}

// The calendar's part of the count-th occurrence; a day that a month lacks is its last.
std::chrono::local_days
calendarAfter(std::chrono::local_days first, const model::Period& period, std::int64_t count)
{
    const std::chrono::year_month_day date{first};
    const auto months = (std::int64_t{12} * period.years + period.months) * count;
    auto day = first;
    if (months != 0) {
        const auto total = static_cast<int>(date.year()) * std::int64_t{12} +
                           static_cast<unsigned>(date.month()) - 1 + months;
        const auto year = std::clamp<std::int64_t>(total / 12, -9999, 9999);
        const auto month = std::chrono::month(static_cast<unsigned>(total % 12 + 1));
        const auto made = std::chrono::year(static_cast<int>(year)) / month;
        const auto last = std::chrono::year_month_day_last(made / std::chrono::last).day();
        day = std::chrono::local_days(made / std::min(date.day(), last));
    }
    const auto more = (std::int64_t{7} * period.weeks + period.days) * count;
    return day + days(std::clamp<std::int64_t>(more, -kFarthest, kFarthest));
}

double lengthOf(const model::Period& period)
{
    constexpr double kDay = 86'400'000;
    return (period.years * 365.2425 + period.months * 30.436875 + period.weeks * 7.0 +
            period.days) *
               kDay +
           static_cast<double>(period.time.count());
}

} // namespace

WallTime Zone::instantOf(LocalTime time) const
{
    return instant ? instant(time) : WallTime(time.time_since_epoch());
}

LocalTime Zone::localOf(WallTime time) const
{
    return local ? local(time) : LocalTime(time.time_since_epoch());
}

Occurrences::Occurrences(const model::Wallclock& wallclock, const Zone& zone, WallTime start)
    : wallclock_(wallclock), zone_(zone)
{
    const auto date =
        wallclock.date ? *wallclock.date : std::chrono::floor<days>(zone.localOf(start));
    first_ = LocalTime(weekdayFrom(date, wallclock.weekday)) + wallclock.time;
    if (wallclock.period != model::Period()) {
        most_ = std::max<std::int64_t>(1, wallclock.repeats.value_or(kForEver));
    }
}

bool Occurrences::repeats() const
{
    return most_ > 1;
}

WallTime Occurrences::at(std::int64_t count) const
{
    const auto day = std::chrono::floor<days>(first_);
    const auto local =
        LocalTime(calendarAfter(day, wallclock_.period, count)) + (first_ - LocalTime(day));
    const auto base = wallclock_.offset ? WallTime(local.time_since_epoch()) - *wallclock_.offset
                                        : zone_.instantOf(local);
    return base + wallclock_.period.time * count;
}

std::int64_t Occurrences::countUntil(WallTime time) const
{
    if (at(0) > time) {
        return 0;
    }
    if (most_ == 1) {
        return 1;
    }
    const double length = std::max(1.0, lengthOf(wallclock_.period));
    const auto passed = static_cast<double>((time - at(0)).count()) / length;
    auto count = static_cast<std::int64_t>(std::min(passed, 1e16));
    while (count > 0 && at(count) > time) {
        --count; // months and summer time: a few at most
    }
    while (at(count + 1) <= time) {
        ++count;
    }
    return std::min(count + 1, most_);
}

std::optional<WallTime> Occurrences::lastUntil(WallTime time) const
{
    const auto count = countUntil(time);
    return count > 0 ? std::optional(at(count - 1)) : std::nullopt;
}

std::optional<WallTime> Occurrences::firstAfter(WallTime time) const
{
    const auto count = countUntil(time);
    return count < most_ ? std::optional(at(count)) : std::nullopt;
}

} // namespace jtv::timeline
