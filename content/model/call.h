// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A visitor is called: shown above everything else, so that nobody misses it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <string>

namespace jtv::model {

// No call is shown for less.
inline constexpr Milliseconds kShortestCall{8'000};

struct Call {
    std::string number;  // as on the visitor's ticket, "A 123"; 1 … 12 letters
    std::string counter; // where to go, "5" or "Zimmer 1.04"; at most 16 letters, may be empty

    friend bool operator==(const Call&, const Call&) = default;
};

// Errors: kInvalid, naming what is wrong with it.
Status checkCall(const Call& call);

} // namespace jtv::model
