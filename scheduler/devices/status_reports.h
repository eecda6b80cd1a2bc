// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What each screen told last about itself.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/storage/database.h"

#include <map>
#include <optional>
#include <string>

namespace jtv::devices {

struct StatusReport {
    WallTime received{};
    std::string report; // JSON object as the device sent it
};

// *thread-safe*. Kept in a file of its own whose last seconds may be lost in a power cut.
class StatusReports {
public:
    StatusReports(storage::Database& database, const Clock& clock)
        : database_(database), clock_(clock)
    {}

    Status keep(const std::string& screen, const std::string& report);
    // nullopt: none yet.
    Result<std::optional<StatusReport>> latest(const std::string& screen) const;
    Result<std::map<std::string, StatusReport>> all() const;

private:
    storage::Database& database_;
    const Clock& clock_;
};

} // namespace jtv::devices
