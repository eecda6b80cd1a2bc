// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Abseil's time zones behind our own types.
#include "content/timetable/zone.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>
#include <algorithm>
#include <fmt/format.h>

namespace jtv::timetable {
namespace {

// Abseil also takes absolute paths and "file:…"; a plan may only name zones.
bool isZoneName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && name.front() != '/' &&
           name.find("..") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '/' || c == '_' || c == '-' || c == '+';
           });
}

} // namespace

struct Zone::State {
    absl::TimeZone zone;
};

Result<Zone> Zone::find(const std::string& name)
{
    auto state = std::make_shared<State>();
    if (!isZoneName(name) || !absl::LoadTimeZone(name, &state->zone)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the time zone \"{}\" is not known; use a name like Europe/Berlin", name)};
    }
    return Zone(std::move(state));
}

WallTime Zone::instant(model::LocalTime local) const
{
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const absl::CivilSecond civil(
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        0,
        0,
        (local - day).count());
    return WallTime{std::chrono::seconds{absl::ToUnixSeconds(state_->zone.At(civil).pre)}};
}

model::LocalTime Zone::local(WallTime instant) const
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    const auto offset = state_->zone.At(absl::FromUnixSeconds(seconds.count())).offset;
    return model::LocalTime{seconds + std::chrono::seconds{offset}};
}

} // namespace jtv::timetable
