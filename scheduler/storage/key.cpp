// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Random names and hashed secrets.
#include "scheduler/storage/key.h"

#include "base/crypto/crypto.h"

#include <fmt/format.h>

namespace jtv::storage {

std::string newKey()
{
    return crypto::toHex(crypto::randomBytes(8));
}

std::string newToken()
{
    return crypto::toHex(crypto::randomBytes(32));
}

std::string tokenHash(std::string_view token)
{
    return crypto::sha256Hex(token);
}

std::string isoTime(WallTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(seconds - day);
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count());
}

namespace {

// Reads `digits` digits at `at`; -1 when there are none.
int numberAt(std::string_view text, std::size_t at, std::size_t digits)
{
    int value = 0;
    for (std::size_t end = at + digits; at < end; ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') {
            return -1;
        }
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

// "Z", "+01:00", "-05:30" as minutes east of Greenwich.
std::optional<std::chrono::minutes> offsetIn(std::string_view zone)
{
    if (zone == "Z" || zone == "z") {
        return std::chrono::minutes(0);
    }
    const int hours = numberAt(zone, 1, 2);
    const int minutes = numberAt(zone, 4, 2);
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || hours < 0 ||
        hours > 23 || minutes < 0 || minutes > 59) {
        return std::nullopt;
    }
    const std::chrono::minutes offset(hours * 60 + minutes);
    return zone[0] == '-' ? -offset : offset;
}

} // namespace

std::optional<WallTime> parseIsoTime(std::string_view text)
{
    using namespace std::chrono; // NOLINT(google-build-using-namespace): calendar words
    const auto offset = text.size() > 19 ? offsetIn(text.substr(19)) : std::nullopt;
    const int hour = numberAt(text, 11, 2);
    const int minute = numberAt(text, 14, 2);
    const int second = numberAt(text, 17, 2);
    const year_month_day date(
        year(numberAt(text, 0, 4)),
        month(static_cast<unsigned>(numberAt(text, 5, 2))),
        day(static_cast<unsigned>(numberAt(text, 8, 2))));
    if (!offset || !date.ok() || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        second < 0 || second > 59) {
        return std::nullopt;
    }
    return WallTime(sys_days(date) + hours(hour) + minutes(minute) + seconds(second) - *offset);
}

std::string isoTime(std::int64_t stored)
{
    return isoTime(fromStored(stored));
}

} // namespace jtv::storage
