// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where a slide or an asset comes from, who answers for it, and until when it may be shown.
#pragma once

#include "base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

using Day = std::chrono::year_month_day; // of the authority's own calendar; always a real day

// A person's agreement to be shown.
struct Consent {
    std::string who;          // name of the person, or of the file that holds the paper
    std::string scope;        // what it covers: "waiting rooms in the district, no internet"
    std::optional<Day> until; // the last day it covers; nullopt = until it is withdrawn

    friend bool operator==(const Consent&, const Consent&) = default;
};

struct Provenance {
    std::string source;              // who made it, or its address
    std::string licence;             // SPDX name ("CC-BY-4.0") or words ("own work")
    std::optional<Day> licenceUntil; // the last day it covers; nullopt = no end
    std::vector<Consent> consents;
    std::string office;             // who answers for what it says
    std::optional<Day> correctAsOf; // the day somebody last checked what it says
    std::optional<Day> reviewBy;    // the day by which somebody checks it again

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

// The last day on which it may be shown: the first of its licence's and consents' ends; nullopt =
// without end.
std::optional<Day> lastDay(const Provenance& provenance);

// Whether it may be shown on `today`. Errors: kDenied, naming what has ended, when, and the fix.
Status mayBeShown(const Provenance& provenance, Day today);

// Whether somebody must check again what it says: `today` is past its review-by day.
bool reviewIsDue(const Provenance& provenance, Day today);

// "2026-11-22". Errors of parseDay(): kInvalid naming what was written and the form it takes.
std::string dayText(Day day);
Result<Day> parseDay(std::string_view text);

} // namespace jtv::model
