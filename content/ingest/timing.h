// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When pictures are shown: as they stand in a file, and at the constant rate of a rendition. Pure.
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <vector>

namespace jtv::ingest {

// Pictures a second, exact: 30000/1001.
struct Rate {
    int numerator = 30;
    int denominator = 1;

    double perSecond() const { return static_cast<double>(numerator) / denominator; }
    friend bool operator==(const Rate&, const Rate&) = default;
};

// The picture of a constant-rate film that a picture beginning at `time` (≥ 0) is shown from. Up to
// a quarter of a picture early or three quarters late, the time still belongs to the same one.
std::int64_t pictureAt(Nanoseconds time, Rate rate);

// When the picture begins.
Nanoseconds timeOf(std::int64_t picture, Rate rate);

// The times of a video's coded pictures, as they stand in the file.
struct Timing {
    std::int64_t pictures = 0;
    Nanoseconds begin{0};    // of the first picture shown
    Nanoseconds end{0};      // of the last one; an estimate when the file does not say
    Nanoseconds interval{0}; // the usual one; 0 = fewer than two pictures
    bool constant = true;    // every interval is the usual one, but for rounding
};

// What the pictures' times say: in any order, ns in the film. `lastsUntil`: the latest end that a
// picture told of, 0 = none did.
Timing timingOf(std::vector<std::int64_t> times, Nanoseconds lastsUntil);

} // namespace jtv::ingest
