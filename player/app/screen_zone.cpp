// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// content/timetable's zones for player/timeline, which knows none.
#include "player/app/screen_zone.h"

#include "content/timetable/zone.h"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace jtv::app {

std::string machineZoneName()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
    if (const char* name = std::getenv("TZ"); name != nullptr && *name != '\0') {
        return *name == ':' ? name + 1 : name;
    }
    std::error_code ignored;
    const auto target = std::filesystem::read_symlink("/etc/localtime", ignored).string();
    const std::string folder = "zoneinfo/";
    const auto at = target.find(folder);
    return at == std::string::npos ? "UTC" : target.substr(at + folder.size());
}

timeline::Zone machineZone()
{
    const auto found = timetable::Zone::find(machineZoneName());
    if (!found) {
        return {};
    }
    timeline::Zone zone;
    zone.instant = [found = *found](timeline::LocalTime local) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(local);
        return found.instant(whole) + (local - whole);
    };
    zone.local = [found = *found](WallTime time) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(time);
        return timeline::LocalTime(found.local(whole)) + (time - whole);
    };
    return zone;
}

timeline::Zone fixedZone(std::chrono::minutes offset)
{
    timeline::Zone zone;
    zone.instant = [offset](timeline::LocalTime local) {
        return WallTime(local.time_since_epoch()) - offset;
    };
    zone.local = [offset](WallTime time) {
        return timeline::LocalTime((time + offset).time_since_epoch());
    };
    return zone;
}

} // namespace jtv::app
