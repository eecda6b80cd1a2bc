// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What makes a table of opening hours whole.
#include "content/model/opening_hours.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace jtv::model {
namespace {

constexpr int kDay = 24 * 60;

std::optional<int> twoDigits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && text.front() != '-' ? std::optional(value) : std::nullopt;
}

Status checkSpans(const std::vector<OpeningHours::Span>& spans)
{
    int free = 0; // the first minute not yet taken
    for (const auto& span : spans) {
        if (span.from < free || span.to <= span.from || span.to > kDay) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "the opening time {} to {} is not after the one before it or ends before it "
                    "begins; enter the times of a day in order",
                    timeOfDayText(span.from),
                    timeOfDayText(span.to))};
        }
        free = span.to;
    }
    return Done{};
}

} // namespace

Status checkHours(const OpeningHours& hours)
{
    std::array<bool, 8> taken{};
    for (const auto& row : hours.rows) {
        if (row.first < 1 || row.last < row.first || row.last > 7) {
            return Error{
                ErrorKind::kInvalid,
                "the days of an opening time must run from Monday to Sunday; enter two rows for "
                "days across the weekend"};
        }
        for (int day = row.first; day <= row.last; ++day) {
            if (std::exchange(taken.at(static_cast<std::size_t>(day)), true)) {
                return Error{
                    ErrorKind::kInvalid,
                    "a day has two rows of opening times; enter all its times in one row"};
            }
        }
        if (auto checked = checkSpans(row.spans); !checked) {
            return checked;
        }
    }
    return Done{};
}

Result<int> parseTimeOfDay(std::string_view text)
{
    if (text.size() == 5 && text[2] == ':') {
        const auto hours = twoDigits(text.substr(0, 2));
        const auto minutes = twoDigits(text.substr(3, 2));
        if (hours && minutes && *minutes < 60 && *hours * 60 + *minutes <= kDay) {
            return *hours * 60 + *minutes;
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is no time of day; write hours and minutes as 08:30", text)};
}

std::string timeOfDayText(int minutes)
{
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

} // namespace jtv::model
