// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Hours as weekly windows of RFC 5545, so that nights and changes of the clock are those of the
// timetable.
#include "player/app/display_times.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace jtv::app {
namespace {

constexpr int kDayMinutes = 24 * 60;

model::Recurrence weekly(const settings::DisplayHours& hours, const std::string& zone)
{
    constexpr std::array<std::string_view, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    constexpr std::chrono::local_days kMonday{
        std::chrono::year{2024} / std::chrono::January / std::chrono::day{1}};
    model::Recurrence window;
    const auto first = std::find(hours.days.begin(), hours.days.end(), true) - hours.days.begin();
    const int minutes =
        hours.to > hours.from ? hours.to - hours.from : hours.to + kDayMinutes - hours.from;
    window.timezone = zone;
    window.start = kMonday + std::chrono::days(first) + std::chrono::minutes(hours.from);
    window.duration = std::chrono::minutes(minutes);
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        if (hours.days.at(day)) {
            window.rrule += window.rrule.empty() ? "FREQ=WEEKLY;BYDAY=" : ",";
            window.rrule += kDays.at(day);
        }
    }
    return window;
}

} // namespace

Result<DisplayTimes>
DisplayTimes::make(const std::vector<settings::DisplayHours>& hours, const std::string& zone)
{
    DisplayTimes times;
    for (const auto& each : hours) {
        auto window = timetable::Recurrence::make(weekly(each, zone));
        if (!window) {
            return std::move(window).error();
        }
        times.windows_.push_back(*std::move(window));
    }
    return times;
}

bool DisplayTimes::on(WallTime now) const
{
    return windows_.empty() ||
           std::any_of(windows_.begin(), windows_.end(), [&](const timetable::Recurrence& window) {
               return window.at(now).has_value();
           });
}

bool displayWanted(const DisplayReasons& reasons)
{
    return !reasons.planned || reasons.hours || reasons.called || reasons.emergency;
}

} // namespace jtv::app
