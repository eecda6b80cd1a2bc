// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Clock values and clip values.
#include "content/xml/smil_clock.h"

#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr double kLongestSeconds = 366.0 * 24 * 3600;

std::optional<Milliseconds> fromSeconds(std::optional<double> seconds)
{
    if (!seconds || *seconds > kLongestSeconds) {
        return std::nullopt;
    }
    return Milliseconds(std::llround(*seconds * 1000));
}

// "hh:mm:ss.f" and "mm:ss.f"
std::optional<Milliseconds> parseColons(std::string_view text)
{
    const auto parts = split(text, ':');
    if (parts.size() > 3 || !std::all_of(parts.begin(), parts.end() - 1, isWhole)) {
        return std::nullopt;
    }
    const auto seconds = parseDecimal(parts.back());
    const auto minutes = parseDecimal(parts[parts.size() - 2]);
    const auto hours = parts.size() == 3 ? parseDecimal(parts[0]) : std::optional<double>(0);
    if (!seconds || !minutes || !hours || *seconds >= 60 || *minutes >= 60) {
        return std::nullopt;
    }
    return fromSeconds(*hours * 3600 + *minutes * 60 + *seconds);
}

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::array<Unit, 4> kUnits{{{"ms", 0.001}, {"min", 60}, {"h", 3600}, {"s", 1}}};

} // namespace

std::optional<Milliseconds> parseClock(std::string_view text)
{
    text = trim(text);
    if (text.find(':') != std::string_view::npos) {
        return parseColons(text);
    }
    for (const auto& unit : kUnits) {
        if (text.size() > unit.name.size() &&
            text.substr(text.size() - unit.name.size()) == unit.name) {
            const auto count = parseDecimal(trim(text.substr(0, text.size() - unit.name.size())));
            return count ? fromSeconds(*count * unit.seconds) : std::nullopt;
        }
    }
    return fromSeconds(parseDecimal(text));
}

std::optional<Milliseconds> parseOffset(std::string_view text)
{
    text = trim(text);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    const auto value = parseClock(text);
    return value && negative ? std::optional(-*value) : value;
}

std::optional<Milliseconds> parseClip(std::string_view text)
{
    text = trim(text);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) {
        return parseClock(text);
    }
    const auto format = text.substr(0, equals);
    text.remove_prefix(equals + 1);
    if (format == "npt") {
        return parseClock(text);
    }
    if (format.substr(0, 5) != "smpte") {
        return std::nullopt;
    }
    const auto parts = split(text, ':');
    const auto frames = parts.size() > 3 ? text.rfind(':') : text.size();
    return parseClock(text.substr(0, std::min(frames, text.find('.'))));
}

std::string formatClock(Milliseconds value)
{
    return value.count() % 1000 == 0 ? fmt::format("{}s", value.count() / 1000)
                                     : fmt::format("{}ms", value.count());
}

} // namespace jtv::xml
