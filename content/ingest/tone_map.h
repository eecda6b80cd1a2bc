// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Highlights of a high-dynamic-range picture brought into what an ordinary screen shows: pure.
#pragma once

#include <cstddef>
#include <vector>

namespace jtv::ingest {

// White of an ordinary picture inside a high-dynamic-range one, cd/m² (ITU-R BT.2408-7, table 1).
inline constexpr double kSdrWhite = 203;

// The reference curve of ITU-R BT.2390-10 §5.4.1 (EETF) from black … `peak` to black … kSdrWhite,
// applied to the largest of R, G and B, so that hues stay. Any one thread.
class ToneMap {
public:
    // `peak`: the brightest of the source, cd/m²; kSdrWhite … 10,000, others are taken as these.
    explicit ToneMap(double peak);

    // Luminance in, luminance out, both in parts of kSdrWhite; ≥ 0.
    double curve(double luminance) const;

    // `count` pixels of linear light in place, 1 = kSdrWhite. Below 0 becomes 0.
    void apply(float* red, float* green, float* blue, std::size_t count) const;

private:
    double peakSignal_;          // of the source, PQ 0 … 1
    std::vector<float> factors_; // by square root of luminance, 0 … most_
    float most_;                 // brightest luminance, parts of kSdrWhite
};

} // namespace jtv::ingest
