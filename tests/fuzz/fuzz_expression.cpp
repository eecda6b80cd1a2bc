// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a condition and as a wall-clock value: decided, written and read again.
#include "content/model/expression.h"
#include "content/xml/smil_clock.h"
#include "player/timeline/wallclock.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (const auto expression = model::Expression::parse(text)) {
        model::ExpressionFacts facts;
        facts.local += std::chrono::hours(490'000);
        facts.utc += std::chrono::hours(490'000);
        expression->holds(facts);
        const auto change = expression->nextChange(facts);
        if (change && *change <= facts.local) {
            std::abort();
        }
    }
    if (const auto wallclock = xml::parseWallclock(text)) {
        const auto written = xml::formatWallclock(*wallclock);
        const auto again = xml::parseWallclock(written);
        if (!again || *again != *wallclock) {
            std::abort();
        }
        const WallTime now{std::chrono::hours(490'000)};
        const timeline::Zone zone;
        const timeline::Occurrences occurrences(*wallclock, zone, now);
        const auto last = occurrences.lastUntil(now);
        const auto next = occurrences.firstAfter(now);
        if ((last && *last > now) || (next && *next <= now)) {
            std::abort();
        }
    }
    return 0;
}
