// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a display is on, as an administrator writes it: "Mo-Fr 07:30-18:00, Sa 09:00-13:00". Pure.
#pragma once

#include "base/result.h"

#include <array>
#include <string_view>
#include <vector>

namespace jtv::settings {

// A window of some days of the week, by the clock on the wall.
struct DisplayHours {
    std::array<bool, 7> days{}; // on which it begins: Monday … Sunday, at least one
    int from = 0;               // minutes since midnight, 0 … 1439
    int to = 0;                 // 1 … 1440; not after `from`: of the next day

    friend bool operator==(const DisplayHours&, const DisplayHours&) = default;
};

// Days and times in turn, between blanks or commas; times without days are those of every day. Days
// in German or English, two letters or more (Mo, Di, Tu …), ranges also across the weekend.
// Errors: kInvalid naming the word that is not understood.
Result<std::vector<DisplayHours>> parseDisplayHours(std::string_view text);

} // namespace jtv::settings
