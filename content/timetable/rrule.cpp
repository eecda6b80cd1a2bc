// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function a part of an RRULE, found in a table; then what RFC 5545 forbids together.
#include "content/timetable/rrule.h"

#include "content/timetable/recurrence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <string>

namespace jtv::timetable {
namespace {

constexpr std::size_t kMaxText = 2'000;
constexpr std::array<std::string_view, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

Error invalid(std::string message)
{
    return Error{ErrorKind::kInvalid, std::move(message)};
}

std::optional<int> wholeNumber(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) {
            return std::nullopt;
        }
    }
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto place = text.find(separator);
        parts.push_back(text.substr(0, place));
        if (place == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(place + 1);
    }
}

// A list of numbers whose size is in low … high, negative ones (counted from the end) if `signs`.
Status readNumbers(
    std::string_view name,
    std::string_view value,
    int low,
    int high,
    bool signs,
    std::vector<int>& into)
{
    for (const auto word : split(value, ',')) {
        const auto parsed = wholeNumber(word);
        const int size = parsed && *parsed < 0 && signs ? -*parsed : parsed.value_or(low - 1);
        if (!parsed || size < low || size > high) {
            return invalid(fmt::format(
                "{}={}: \"{}\" is not a number from {} to {}{}",
                name,
                value,
                word,
                low,
                high,
                signs ? " (or negative, counted from the end)" : ""));
        }
        if (std::find(into.begin(), into.end(), *parsed) == into.end()) {
            into.push_back(*parsed);
        }
    }
    return Done{};
}

Result<int> readWeekday(std::string_view word)
{
    const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), word);
    if (found == kWeekdays.end()) {
        return invalid(
            fmt::format("\"{}\" is no weekday; write MO, TU, WE, TH, FR, SA or SU", word));
    }
    return static_cast<int>(found - kWeekdays.begin());
}

Status readFrequency(std::string_view value, RRule& rule)
{
    constexpr std::array<std::string_view, 4> kWords{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const auto found = std::find(kWords.begin(), kWords.end(), value);
    if (found != kWords.end()) {
        rule.frequency = static_cast<Frequency>(found - kWords.begin());
        return Done{};
    }
    if (value == "HOURLY" || value == "MINUTELY" || value == "SECONDLY") {
        return Error{
            ErrorKind::kUnsupported,
            fmt::format(
                "FREQ={} is too often for a screen; use DAILY and a window of the day", value)};
    }
    return invalid(
        fmt::format("FREQ={} is not known; use DAILY, WEEKLY, MONTHLY or YEARLY", value));
}

Status readInterval(std::string_view value, RRule& rule)
{
    const auto parsed = wholeNumber(value);
    if (!parsed || *parsed < 1 || *parsed > 10'000) {
        return invalid(fmt::format("INTERVAL={} is not a number from 1 to 10,000", value));
    }
    rule.interval = *parsed;
    return Done{};
}

Status readCount(std::string_view value, RRule& rule)
{
    const auto parsed = wholeNumber(value);
    if (!parsed || *parsed < 1 || *parsed > kMaxCount) {
        return invalid(fmt::format(
            "COUNT={} is not a number from 1 to 10,000; use UNTIL for an end further away", value));
    }
    rule.count = *parsed;
    return Done{};
}

Status readUntil(std::string_view value, RRule& rule)
{
    auto time = model::parseTime(value);
    if (!time) {
        return std::move(time).error().within("UNTIL");
    }
    rule.until = *time;
    return Done{};
}

Status readWeekStart(std::string_view value, RRule& rule)
{
    auto weekday = readWeekday(value);
    if (!weekday) {
        return std::move(weekday).error().within("WKST");
    }
    rule.weekStart = *weekday;
    return Done{};
}

Status readWeekdays(std::string_view value, RRule& rule)
{
    for (const auto word : split(value, ',')) {
        const auto place = word.size() < 2 ? 0 : word.size() - 2;
        auto weekday = readWeekday(word.substr(place));
        if (!weekday) {
            return std::move(weekday).error().within("BYDAY");
        }
        const auto ordinal = place == 0 ? std::optional(0) : wholeNumber(word.substr(0, place));
        if (!ordinal || (place != 0 && *ordinal == 0) || *ordinal < -53 || *ordinal > 53) {
            return invalid(fmt::format(
                "BYDAY={}: \"{}\" has no number from 1 to 53 before the day", value, word));
        }
        rule.weekdays.push_back({*weekday, *ordinal});
    }
    return Done{};
}

Status readTimeOfDay(std::string_view, RRule&)
{
    return Error{
        ErrorKind::kUnsupported,
        "BYHOUR, BYMINUTE and BYSECOND are not used here; make one rule for each time of day"};
}

struct Part {
    std::string_view name;
    Status (*read)(std::string_view value, RRule& rule);
};

constexpr std::array kParts{
    Part{"FREQ", readFrequency},
    Part{"INTERVAL", readInterval},
    Part{"COUNT", readCount},
    Part{"UNTIL", readUntil},
    Part{"WKST", readWeekStart},
    Part{"BYDAY", readWeekdays},
    Part{
        "BYMONTH",
        [](std::string_view value, RRule& rule) {
            return readNumbers("BYMONTH", value, 1, 12, false, rule.months);
        }},
    Part{
        "BYMONTHDAY",
        [](std::string_view value, RRule& rule) {
            return readNumbers("BYMONTHDAY", value, 1, 31, true, rule.monthDays);
        }},
    Part{
        "BYYEARDAY",
        [](std::string_view value, RRule& rule) {
            return readNumbers("BYYEARDAY", value, 1, 366, true, rule.yearDays);
        }},
    Part{
        "BYWEEKNO",
        [](std::string_view value, RRule& rule) {
            return readNumbers("BYWEEKNO", value, 1, 53, true, rule.weekNumbers);
        }},
    Part{
        "BYSETPOS",
        [](std::string_view value, RRule& rule) {
            return readNumbers("BYSETPOS", value, 1, 366, true, rule.positions);
        }},
    Part{"BYHOUR", readTimeOfDay},
    Part{"BYMINUTE", readTimeOfDay},
    Part{"BYSECOND", readTimeOfDay},
};

Status checkOrdinals(const RRule& rule)
{
    const bool numbered =
        std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [](const auto& day) {
            return day.ordinal != 0;
        });
    if (!numbered) {
        return Done{};
    }
    if (rule.frequency == Frequency::kDaily || rule.frequency == Frequency::kWeekly) {
        return invalid("a numbered BYDAY such as 1MO needs FREQ=MONTHLY or FREQ=YEARLY");
    }
    if (!rule.weekNumbers.empty()) {
        return invalid("a numbered BYDAY such as 1MO does not go with BYWEEKNO");
    }
    return Done{};
}

// What RFC 5545 3.3.10 does not allow together.
Status checkCombination(const RRule& rule)
{
    if (rule.count && rule.until) {
        return invalid("COUNT and UNTIL do not go together; use one of them");
    }
    if (!rule.weekNumbers.empty() && rule.frequency != Frequency::kYearly) {
        return invalid("BYWEEKNO needs FREQ=YEARLY");
    }
    if (!rule.yearDays.empty() && rule.frequency != Frequency::kYearly) {
        return invalid("BYYEARDAY needs FREQ=YEARLY");
    }
    if (!rule.monthDays.empty() && rule.frequency == Frequency::kWeekly) {
        return invalid("BYMONTHDAY does not go with FREQ=WEEKLY");
    }
    const bool any = !rule.months.empty() || !rule.monthDays.empty() || !rule.yearDays.empty() ||
                     !rule.weekNumbers.empty() || !rule.weekdays.empty();
    if (!rule.positions.empty() && !any) {
        return invalid("BYSETPOS chooses from the days of another BY… part, and there is none");
    }
    return checkOrdinals(rule);
}

Status readPart(std::string_view text, std::vector<std::string_view>& seen, RRule& rule)
{
    const auto equals = text.find('=');
    const auto name = text.substr(0, equals);
    const auto* const part = std::find_if(
        kParts.begin(), kParts.end(), [name](const Part& p) { return p.name == name; });
    if (equals == std::string_view::npos || part == kParts.end()) {
        return invalid(fmt::format("\"{}\" is no part of a recurrence rule", text.substr(0, 40)));
    }
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
        return invalid(fmt::format("{} is written twice", name));
    }
    seen.push_back(part->name);
    return part->read(text.substr(equals + 1), rule);
}

} // namespace

Result<RRule> parseRRule(std::string_view text)
{
    if (text.size() > kMaxText) {
        return invalid("a recurrence rule has at most 2,000 characters");
    }
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    std::string_view rest = upper;
    if (rest.starts_with("RRULE:")) {
        rest.remove_prefix(6);
    }
    if (rest.ends_with(';')) {
        rest.remove_suffix(1); // as some calendars write it
    }
    RRule rule;
    std::vector<std::string_view> seen;
    for (const auto part : split(rest, ';')) {
        if (auto status = readPart(part, seen, rule); !status) {
            return std::move(status).error();
        }
    }
    if (std::find(seen.begin(), seen.end(), "FREQ") == seen.end()) {
        return invalid("the rule has no FREQ; write e.g. FREQ=WEEKLY;BYDAY=MO");
    }
    if (auto status = checkCombination(rule); !status) {
        return std::move(status).error();
    }
    return rule;
}

} // namespace jtv::timetable
