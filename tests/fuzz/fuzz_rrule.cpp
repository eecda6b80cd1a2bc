// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any text as a rule, with any start: refused, or windows in order that at() and next() agree with.
#include "content/timetable/recurrence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void expect(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    if (size < 6) {
        return 0;
    }
    model::Recurrence rule;
    rule.timezone = bytes[0] % 2 == 0 ? "Europe/Berlin" : "Pacific/Apia";
    const std::int64_t hours = bytes[1] + 256 * bytes[2] + 65'536 * (bytes[3] % 16);
    rule.start = model::LocalTime{std::chrono::hours{hours}};
    rule.duration = std::chrono::minutes{1 + bytes[4] * 60};
    rule.rrule.assign(reinterpret_cast<const char*>(bytes) + 5, size - 5);
    const auto made = timetable::Recurrence::make(rule);
    if (!made) {
        expect(!made.error().message.empty());
        return 0;
    }
    const WallTime from{std::chrono::hours{hours} + std::chrono::hours{24 * 365}};
    const auto windows = made->occurrences(from, 5);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        expect(windows[i].begin < windows[i].end && windows[i].end > from);
        expect(i == 0 || windows[i - 1].begin < windows[i].begin);
        expect(made->at(windows[i].begin).has_value());
        const auto before = windows[i].begin - Milliseconds{1};
        const auto next = made->next(before, windows[i].begin);
        expect(next && next->begin == windows[i].begin);
    }
    return 0;
}
