// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Status reports in the second database file.
#include "scheduler/devices/status_reports.h"

#include "scheduler/storage/key.h"

#include <utility>

namespace jtv::devices {

Status StatusReports::keep(const std::string& screen, const std::string& report)
{
    auto kept = database_.change(
        "INSERT INTO screen_status VALUES (?, ?, ?) ON CONFLICT (screen) DO UPDATE SET "
        "received = excluded.received, report = excluded.report",
        {screen, storage::toStored(clock_.wall()), report});
    return kept ? Status(Done{}) : Status(std::move(kept).error());
}

Result<std::optional<StatusReport>> StatusReports::latest(const std::string& screen) const
{
    auto rows =
        database_.read("SELECT received, report FROM screen_status WHERE screen = ?", {screen});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return std::optional<StatusReport>();
    }
    return std::optional(
        StatusReport{storage::fromStored(rows->front().integer(0)), rows->front().text(1)});
}

Result<std::map<std::string, StatusReport>> StatusReports::all() const
{
    auto rows = database_.read("SELECT screen, received, report FROM screen_status");
    if (!rows) {
        return std::move(rows).error();
    }
    std::map<std::string, StatusReport> reports;
    for (const auto& row : *rows) {
        reports[row.text(0)] = {storage::fromStored(row.integer(1)), row.text(2)};
    }
    return reports;
}

} // namespace jtv::devices
