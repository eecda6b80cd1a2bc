// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reading and writing RFC 5545 times and durations.
#include "content/model/rule_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace jtv::model {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kLongestDuration = days{366};

Error notATime(std::string_view text)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is not a time; write it like 20261224T080000", text.substr(0, 40))};
}

// The digits of `text` after the separators of the extended form are taken out, when they stand
// where they belong; otherwise the text as it is.
std::string compact(std::string_view text)
{
    std::string plain(text);
    if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
        plain.erase(7, 1);
        plain.erase(4, 1);
        if (plain.size() >= 14 && plain[11] == ':') {
            plain.erase(11, 1);
            if (plain.size() >= 14 && plain[13] == ':') {
                plain.erase(13, 1);
            } else {
                plain.insert(13, "00");
            }
        }
    }
    return plain;
}

// The number in text[from, from + count); nullopt when there are other signs than digits.
std::optional<int> number(std::string_view text, std::size_t from, std::size_t count)
{
    if (text.size() < from + count) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<local_days> date(std::string_view text)
{
    const auto year = number(text, 0, 4);
    const auto month = number(text, 4, 2);
    const auto day = number(text, 6, 2);
    if (!year || !month || !day || *year < 1900) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year{*year},
        std::chrono::month{static_cast<unsigned>(*month)},
        std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(local_days{date}) : std::nullopt;
}

std::optional<seconds> timeOfDay(std::string_view text)
{
    const auto hour = number(text, 0, 2);
    const auto minute = number(text, 2, 2);
    const auto second = number(text, 4, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    return hours{*hour} + minutes{*minute} + seconds{std::min(*second, 59)};
}

// One "12H" of a duration: takes it from `rest`.
std::optional<std::pair<std::int64_t, char>> takePart(std::string_view& rest)
{
    std::int64_t value = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 9 && rest[digits] >= '0' && rest[digits] <= '9') {
        value = value * 10 + (rest[digits] - '0');
        ++digits;
    }
    if (digits == 0 || digits == rest.size()) {
        return std::nullopt;
    }
    const char unit = rest[digits];
    rest.remove_prefix(digits + 1);
    return std::pair{value, unit};
}

// Units come in this order, each at most once: RFC 5545 3.3.6.
std::optional<seconds> sumOf(std::string_view rest, std::string_view units)
{
    constexpr std::string_view kAll = "WDHMS";
    constexpr std::int64_t kSeconds[] = {604'800, 86'400, 3'600, 60, 1};
    seconds sum{0};
    while (!rest.empty()) {
        const auto part = takePart(rest);
        const auto place = part ? units.find(part->second) : std::string_view::npos;
        if (place == std::string_view::npos) {
            return std::nullopt;
        }
        sum += seconds{part->first * kSeconds[kAll.find(part->second)]};
        units.remove_prefix(place + 1);
    }
    return sum;
}

} // namespace

Result<TimeText> parseTime(std::string_view text)
{
    auto plain = compact(text);
    TimeText result;
    if (plain.size() == 8) {
        result.form = TimeText::Form::kDate;
    } else if (plain.size() == 16 && plain.back() == 'Z') {
        result.form = TimeText::Form::kUtc;
    } else if (plain.size() != 15) {
        return notATime(text);
    }
    const auto day = date(plain);
    if (!day) {
        return notATime(text);
    }
    result.time = *day;
    if (result.form != TimeText::Form::kDate) {
        const auto time = timeOfDay(std::string_view(plain).substr(9));
        if (!time || plain[8] != 'T') {
            return notATime(text);
        }
        result.time += *time;
    }
    return result;
}

Result<LocalTime> parseLocalTime(std::string_view text)
{
    auto parsed = parseTime(text);
    if (!parsed) {
        return parsed.error();
    }
    if (parsed->form == TimeText::Form::kUtc) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("\"{}\" is a time in UTC; write local time without the Z", text)};
    }
    return parsed->time;
}

std::string writeLocalTime(LocalTime time)
{
    const auto day = std::chrono::floor<days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count());
}

Result<seconds> parseDuration(std::string_view text)
{
    std::optional<seconds> sum;
    if (text.starts_with('P')) {
        const auto time = text.find('T');
        const auto dates = text.substr(1, time == std::string_view::npos ? time : time - 1);
        const auto datesSum = sumOf(dates, "WD");
        const auto timeSum = time == std::string_view::npos ? std::optional(seconds{0})
                                                            : sumOf(text.substr(time + 1), "HMS");
        if (datesSum && timeSum && !text.ends_with('T')) {
            sum = *datesSum + *timeSum;
        }
    }
    if (!sum) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("\"{}\" is not a duration; write it like PT4H", text.substr(0, 40))};
    }
    if (*sum < seconds{1} || *sum > kLongestDuration) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the duration {} is outside 1 second to 366 days", text)};
    }
    return *sum;
}

std::string writeDuration(seconds duration)
{
    const auto wholeDays = std::chrono::floor<days>(duration);
    const std::chrono::hh_mm_ss clock{duration - wholeDays};
    std::string text = "P";
    if (wholeDays.count() != 0) {
        text += fmt::format("{}D", wholeDays.count());
    }
    if (duration == wholeDays && wholeDays.count() != 0) {
        return text;
    }
    text += 'T';
    if (clock.hours().count() != 0) {
        text += fmt::format("{}H", clock.hours().count());
    }
    if (clock.minutes().count() != 0) {
        text += fmt::format("{}M", clock.minutes().count());
    }
    if (clock.seconds().count() != 0 || text.ends_with('T')) {
        text += fmt::format("{}S", clock.seconds().count());
    }
    return text;
}

} // namespace jtv::model
