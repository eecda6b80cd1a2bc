// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Occurrences as a reader of the tests writes them: 2026-03-29T03:30:00+02:00.
#pragma once

#include "content/model/rule_text.h"
#include "content/timetable/recurrence.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace jtv::timetable {

inline std::string local(const Occurrence& occurrence)
{
    const auto time = occurrence.begin.time_since_epoch() + occurrence.offset;
    return model::writeLocalTime(
        model::LocalTime{std::chrono::duration_cast<std::chrono::seconds>(time)});
}

inline std::string utc(WallTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch());
    return model::writeLocalTime(model::LocalTime{seconds}) + "Z";
}

inline WallTime instant(const std::string& utcText)
{
    return WallTime{model::parseTime(utcText).value().time.time_since_epoch()};
}

// A one-hour window from dtstart.
inline model::Recurrence rule(
    const std::string& dtstart,
    const std::string& rrule,
    const std::string& zone = "Europe/Berlin",
    const std::string& duration = "PT1H")
{
    model::Recurrence recurrence;
    recurrence.timezone = zone;
    recurrence.start = model::parseLocalTime(dtstart).value();
    recurrence.duration = model::parseDuration(duration).value();
    recurrence.rrule = rrule;
    return recurrence;
}

inline std::vector<std::string>
localBegins(const model::Recurrence& recurrence, std::size_t limit, WallTime from = {})
{
    std::vector<std::string> begins;
    for (const auto& occurrence : Recurrence::make(recurrence).value().occurrences(from, limit)) {
        begins.push_back(local(occurrence));
    }
    return begins;
}

} // namespace jtv::timetable
