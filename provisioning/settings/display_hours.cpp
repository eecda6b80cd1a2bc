// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Word by word: what begins with a digit is a time, everything else days.
#include "provisioning/settings/display_hours.h"

#include "base/ascii.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace jtv::settings {
namespace {

constexpr std::string_view kBetween = " \t,;";
constexpr int kDay = 24 * 60;

Error notUnderstood(std::string_view word)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "\"{}\" is neither days nor a time; write them as Mo-Fr 07:30-18:00, Sa 09:00-13:00",
            word)};
}

// 0 = Monday.
std::optional<std::size_t> dayOf(std::string_view name)
{
    constexpr std::array<std::array<std::string_view, 2>, 7> kNames = {
        {{"montag", "monday"},
         {"dienstag", "tuesday"},
         {"mittwoch", "wednesday"},
         {"donnerstag", "thursday"},
         {"freitag", "friday"},
         {"samstag", "saturday"},
         {"sonntag", "sunday"}}};
    const auto small = lowered(name.ends_with('.') ? name.substr(0, name.size() - 1) : name);
    for (std::size_t day = 0; day < kNames.size() && small.size() >= 2; ++day) {
        for (const auto known : kNames.at(day)) {
            if (known.starts_with(small)) {
                return day;
            }
        }
    }
    return std::nullopt;
}

// "Fr-Mo" is four days.
bool addDays(std::string_view word, std::array<bool, 7>& days)
{
    const auto dash = word.find('-');
    const auto first = dayOf(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : dayOf(word.substr(dash + 1));
    if (!first || !last) {
        return false;
    }
    for (auto day = *first;; day = (day + 1) % days.size()) {
        days.at(day) = true;
        if (day == *last) {
            return true;
        }
    }
}

// "7:30" and "07:30"; 24:00 is midnight.
std::optional<int> minutesOf(std::string_view text)
{
    int hours = 0;
    int minutes = 0;
    const auto* end = text.data() + text.size();
    const auto hour = std::from_chars(text.data(), end, hours);
    if (hour.ec != std::errc() || hour.ptr == end || *hour.ptr != ':' || end - hour.ptr != 3) {
        return std::nullopt;
    }
    const auto minute = std::from_chars(hour.ptr + 1, end, minutes);
    const int whole = hours * 60 + minutes;
    const bool fits = minute.ec == std::errc() && minute.ptr == end && hours >= 0 && hours <= 24 &&
                      minutes >= 0 && minutes < 60 && whole <= kDay;
    return fits ? std::optional(whole) : std::nullopt;
}

std::optional<std::pair<int, int>> spanOf(std::string_view word)
{
    const auto dash = word.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto from = minutesOf(word.substr(0, dash));
    const auto to = minutesOf(word.substr(dash + 1));
    if (!from || !to || *from == kDay || *from == *to) {
        return std::nullopt;
    }
    return std::pair(*from, *to == 0 ? kDay : *to);
}

} // namespace

Result<std::vector<DisplayHours>> parseDisplayHours(std::string_view text)
{
    std::vector<DisplayHours> found;
    std::array<bool, 7> days{};
    bool timed = true; // the days so far have had a time
    days.fill(true);
    for (auto at = text.find_first_not_of(kBetween); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(kBetween, at), text.size());
        const auto word = text.substr(at, end - at);
        at = text.find_first_not_of(kBetween, end);
        if (const bool time = word.front() >= '0' && word.front() <= '9'; time) {
            const auto span = spanOf(word);
            if (!span) {
                return notUnderstood(word);
            }
            found.push_back({days, span->first, span->second});
            timed = true;
            continue;
        }
        if (std::exchange(timed, false)) {
            days.fill(false);
        }
        if (!addDays(word, days)) {
            return notUnderstood(word);
        }
    }
    if (!timed || found.empty()) {
        return Error{ErrorKind::kInvalid, "days need a time; write them as Mo-Fr 07:30-18:00"};
    }
    return found;
}

} // namespace jtv::settings
