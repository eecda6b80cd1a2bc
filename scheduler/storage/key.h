// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Names for rows, secrets for those who come back, and times as the tables hold them.
#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::storage {

// 16 random hexadecimal digits; also a valid id in a plan.
std::string newKey();

// 256 random bits as 64 hexadecimal digits. Only its hash is stored.
std::string newToken();
std::string tokenHash(std::string_view token);

inline std::int64_t toStored(WallTime time)
{
    return time.time_since_epoch().count();
}
inline WallTime fromStored(std::int64_t milliseconds)
{
    return WallTime(Milliseconds(milliseconds));
}

// 2026-11-23T08:00:00Z, for JSON and documents.
std::string isoTime(WallTime time);
std::string isoTime(std::int64_t stored);
// RFC 3339: 2026-11-23T08:00:00Z or …+01:00. nullopt when it is none.
std::optional<WallTime> parseIsoTime(std::string_view text);

} // namespace jtv::storage
