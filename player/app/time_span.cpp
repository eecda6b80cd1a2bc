// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A number and its unit.
#include "player/app/time_span.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace jtv::app {
namespace {

constexpr double kMostMs = 1000.0 * 3'600'000.0;

struct Unit {
    std::string_view name;
    double milliseconds;
};
constexpr std::array<Unit, 5> kUnits = {
    {{"ms", 1}, {"s", 1000}, {"", 1000}, {"m", 60'000}, {"h", 3'600'000}}};

} // namespace

Result<Milliseconds> parseSpan(std::string_view text)
{
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (read.ec == std::errc{}) {
        const std::string_view unit(read.ptr, static_cast<std::size_t>(end - read.ptr));
        for (const auto& known : kUnits) {
            const auto value = number * known.milliseconds;
            if (known.name == unit && value >= 1 && value <= kMostMs) {
                return Milliseconds(static_cast<Milliseconds::rep>(value));
            }
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is no span of time; write 20s, 500ms or 5m", text)};
}

} // namespace jtv::app
