// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Opening hours as days and times: entered once, worded in each language when they are drawn.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

struct OpeningHours {
    // Local time, minutes since midnight: 0 ≤ from < to ≤ 1440.
    struct Span {
        int from = 0;
        int to = 0;

        friend bool operator==(const Span&, const Span&) = default;
    };
    // One row of the table.
    struct Days {
        int first = 1;           // 1 Monday … 7 Sunday
        int last = 1;            // ≥ first; the same = one day
        std::vector<Span> spans; // in order, apart; empty = closed

        friend bool operator==(const Days&, const Days&) = default;
    };
    std::vector<Days> rows;

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

// Whether values are in range, in order, and no day stands in two rows. Errors: kInvalid with the
// fix.
Status checkHours(const OpeningHours& hours);

// "08:30" ⇄ 510, "24:00" = 1440. Errors: kInvalid naming what was written.
Result<int> parseTimeOfDay(std::string_view text);
std::string timeOfDayText(int minutes);

} // namespace jtv::model
