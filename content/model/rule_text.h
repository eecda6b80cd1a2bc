// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The texts of RFC 5545 for times and durations, as plans, the API and the command line write them.
#pragma once

#include "base/result.h"
#include "content/model/rule.h"

#include <chrono>
#include <string>
#include <string_view>

namespace jtv::model {

// A DATE or DATE-TIME of RFC 5545 3.3.4 and 3.3.5.
struct TimeText {
    enum class Form { kLocal, kUtc, kDate };
    Form form = Form::kLocal;
    LocalTime time{}; // fields as written; midnight for a date

    friend bool operator==(const TimeText&, const TimeText&) = default;
};

// 20261224T080000, …Z, 20261224; or the extended forms 2026-12-24T08:00[:00][Z], 2026-12-24. Years
// 1900 to 9999. Errors: kInvalid.
Result<TimeText> parseTime(std::string_view text);
Result<LocalTime> parseLocalTime(std::string_view text); // refuses …Z; a date is its midnight

std::string writeLocalTime(LocalTime time); // 20261224T080000

// P1DT2H, PT4H, PT30M, P2W. Errors: kInvalid; none, negative, or more than 366 days.
Result<std::chrono::seconds> parseDuration(std::string_view text);
std::string writeDuration(std::chrono::seconds duration);

} // namespace jtv::model
