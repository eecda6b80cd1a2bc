// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Wall-clock values: ISO 8601 dates with the repeats and weekdays of signage.
#include "content/xml/smil_clock.h"
#include "content/xml/words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::Wallclock;

// As many digits as there are at the start, at most `most`; -1 when there is none.
int takeNumber(std::string_view& text, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9') {
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    text.remove_prefix(count);
    return count == 0 ? -1 : value;
}

bool takeChar(std::string_view& text, char c)
{
    const bool there = !text.empty() && text.front() == c;
    text.remove_prefix(there ? 1 : 0);
    return there;
}

// "+w1", "-w7": taken out wherever it stands, as authors write it before and after the time.
bool takeWeekday(std::string& text, int& weekday)
{
    const auto at = text.find('w');
    if (at == std::string::npos) {
        return true;
    }
    if (at == 0 || at + 1 >= text.size() || text[at + 1] < '1' || text[at + 1] > '7' ||
        (text[at - 1] != '+' && text[at - 1] != '-')) {
        return false;
    }
    weekday = (text[at + 1] - '0') * (text[at - 1] == '-' ? -1 : 1);
    text.erase(at - 1, 3);
    return true;
}

bool takeDate(std::string_view& text, Wallclock& wallclock)
{
    const int year = takeNumber(text, 4);
    if (!takeChar(text, '-')) {
        return false;
    }
    const int month = takeNumber(text, 2);
    if (!takeChar(text, '-')) {
        return false;
    }
    const int day = takeNumber(text, 2);
    const auto date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::day(static_cast<unsigned>(day));
    wallclock.date = std::chrono::local_days(date);
    return year >= 0 && month > 0 && day > 0 && date.ok();
}

// hh:mm[:ss[.f]]; three digits of the hour are in use, too.
bool takeTime(std::string_view& text, Wallclock& wallclock)
{
    const int hour = takeNumber(text, 3);
    if (!takeChar(text, ':')) {
        return false;
    }
    const int minute = takeNumber(text, 2);
    int second = 0;
    double fraction = 0;
    if (takeChar(text, ':')) {
        second = takeNumber(text, 2);
        if (takeChar(text, '.')) {
            const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
            fraction = parseDecimal("." + std::string(text.substr(0, digits))).value_or(2);
            text.remove_prefix(digits);
        }
    }
    wallclock.time = std::chrono::hours(hour) + std::chrono::minutes(minute) +
                     std::chrono::seconds(second) + Milliseconds(std::llround(fraction * 1000));
    const bool midnight = hour == 24 && minute == 0 && second == 0 && fraction == 0;
    return hour >= 0 && minute >= 0 && second >= 0 && (hour < 24 || midnight) && minute < 60 &&
           second < 60 && fraction <= 1;
}

bool takeZone(std::string_view& text, Wallclock& wallclock)
{
    if (text.empty()) {
        return true;
    }
    if (takeChar(text, 'Z') || takeChar(text, 'z')) {
        wallclock.offset = std::chrono::minutes(0);
        return true;
    }
    const bool negative = text.front() == '-';
    if (!takeChar(text, '+') && !takeChar(text, '-')) {
        return false;
    }
    const int hours = takeNumber(text, 2);
    takeChar(text, ':');
    const int minutes = text.empty() ? 0 : takeNumber(text, 2);
    const auto offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    wallclock.offset = negative ? -offset : std::chrono::minutes(offset);
    return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

bool readMoment(std::string text, Wallclock& wallclock)
{
    if (!takeWeekday(text, wallclock.weekday)) {
        return false;
    }
    std::string_view rest = text;
    const bool timeOnly = rest.find(':') < std::min(rest.find('-'), rest.find('T'));
    if (!timeOnly && !takeDate(rest, wallclock)) {
        return false;
    }
    if (timeOnly || takeChar(rest, 'T') || takeChar(rest, ' ')) {
        if (!takeTime(rest, wallclock)) {
            return false;
        }
    }
    return takeZone(rest, wallclock) && rest.empty();
}

bool takeSeconds(std::string_view& text, model::Period& period)
{
    auto end = text.find('S');
    if (end == std::string_view::npos) {
        return false;
    }
    const auto value = parseDecimal(text.substr(0, end));
    if (!value || *value > 1e9) {
        return false;
    }
    period.time += Milliseconds(std::llround(*value * 1000));
    text.remove_prefix(end + 1);
    return true;
}

// One "3D" or, after the T, "3H".
bool takePart(std::string_view& text, bool ofTime, model::Period& period)
{
    auto rest = text;
    const int count = takeNumber(rest, 6);
    if (count >= 0 && !rest.empty() && rest.front() != '.' && rest.front() != 'S') {
        const char unit = rest.front();
        rest.remove_prefix(1);
        text = rest;
        if (ofTime) {
            period.time += unit == 'H' ? Milliseconds(std::chrono::hours(count))
                                       : Milliseconds(std::chrono::minutes(count));
            return unit == 'H' || unit == 'M';
        }
        switch (unit) {
        case 'Y':
            period.years += count;
            return true;
        case 'M':
            period.months += count;
            return true;
        case 'W':
            period.weeks += count;
            return true;
        case 'D':
            period.days += count;
            return true;
        default:
            return false;
        }
    }
    return ofTime && takeSeconds(text, period);
}

bool readPeriod(std::string_view text, model::Period& period)
{
    if (!takeChar(text, 'P') || text.empty()) {
        return false;
    }
    bool ofTime = false;
    while (!text.empty()) {
        if (!ofTime && takeChar(text, 'T')) {
            ofTime = true;
            if (text.empty()) {
                return false;
            }
        }
        if (!takePart(text, ofTime, period)) {
            return false;
        }
    }
    return period != model::Period();
}

std::string formatPeriod(const model::Period& period)
{
    std::string text = "P";
    const auto add = [&](int count, char unit) {
        if (count > 0) {
            text += fmt::format("{}{}", count, unit);
        }
    };
    add(period.years, 'Y');
    add(period.months, 'M');
    add(period.weeks, 'W');
    add(period.days, 'D');
    if (const auto time = period.time.count(); time > 0) {
        text += time % 1000 == 0 ? fmt::format("T{}S", time / 1000)
                                 : fmt::format("T{}.{:03}S", time / 1000, time % 1000);
    }
    return text;
}

} // namespace

std::optional<Wallclock> parseWallclock(std::string_view text)
{
    text = trim(text);
    if (text.size() > 100) {
        return std::nullopt;
    }
    Wallclock wallclock;
    if (text.empty() || text.front() != 'R') {
        return readMoment(std::string(text), wallclock) ? std::optional(wallclock) : std::nullopt;
    }
    const auto parts = split(text, '/');
    auto count = parts[0].substr(1);
    if (parts.size() != 3 || !readMoment(std::string(parts[1]), wallclock) ||
        !readPeriod(parts[2], wallclock.period)) {
        return std::nullopt;
    }
    wallclock.repeats.reset();
    if (!count.empty()) {
        const int repeats = takeNumber(count, 9);
        if (repeats < 0 || !count.empty()) {
            return std::nullopt;
        }
        wallclock.repeats = repeats;
    }
    return wallclock;
}

std::string formatWallclock(const Wallclock& wallclock)
{
    std::string text;
    const bool repeats = wallclock.period != model::Period();
    if (repeats) {
        text = wallclock.repeats ? fmt::format("R{}/", *wallclock.repeats) : "R/";
    }
    if (wallclock.date) {
        const std::chrono::year_month_day date{*wallclock.date};
        text += fmt::format(
            "{:04}-{:02}-{:02}",
            static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()));
    }
    const int weekday = wallclock.weekday;
    if (weekday != 0) {
        text += fmt::format("{}w{}", weekday > 0 ? '+' : '-', std::abs(weekday));
    }
    const auto ms = wallclock.time.count();
    text += wallclock.date ? "T" : "";
    text += fmt::format("{:02}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60);
    text += ms % 1000 == 0 ? "" : fmt::format(".{:03}", ms % 1000);
    if (wallclock.offset) {
        const auto minutes = std::abs(wallclock.offset->count());
        const char sign = wallclock.offset->count() < 0 ? '-' : '+';
        text += fmt::format("{}{:02}:{:02}", sign, minutes / 60, minutes % 60);
    }
    return repeats ? text + "/" + formatPeriod(wallclock.period) : text;
}

} // namespace jtv::xml
