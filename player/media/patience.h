// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tells a decoder that is stuck from one that is slow; pure.
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace jtv::media {

// How long the next picture may be missing.
struct Patience {
    Milliseconds silent; // while nothing goes on
    Milliseconds atAll;  // while the decoder takes data and gives none
};

class Waiting {
public:
    // A picture is there, or none is expected.
    void over() { since_ = silentSince_ = std::nullopt; }

    // A picture is missing at `now`; `steps` changes as long as something goes on. Has it been
    // missing for too long?
    bool tooLong(SteadyTime now, std::uint64_t steps, const Patience& patience)
    {
        const bool goesOn = std::exchange(steps_, steps) != steps;
        since_ = since_.value_or(now);
        silentSince_ = goesOn ? now : silentSince_.value_or(now);
        return now - *silentSince_ > patience.silent || now - *since_ > patience.atAll;
    }

private:
    std::optional<SteadyTime> since_;
    std::optional<SteadyTime> silentSince_;
    std::uint64_t steps_ = 0; // at the last look
};

} // namespace jtv::media
