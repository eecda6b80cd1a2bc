// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The way of a picture that is larger than its region, refresh by refresh (fit="scroll"). Pure.
#pragma once

#include <cstdint>
#include <optional>

namespace jtv::screen {

// It stands at its top left corner, moves until its end has been seen, stands there, and comes back
// the same way, without end. What is too wide and too high goes to and fro, a region's height lower
// each time.
struct Pan {
    static constexpr std::int64_t kRest = 120; // refreshes at each end: 2 s

    int width = 0;  // px of the picture that do not fit, ≥ 0; one of the two is above 0
    int height = 0; // px
    int row = 1;    // px, of the region's height, > 0
    int step = 1;   // px at each move, > 0
    int every = 1;  // refreshes between two moves, > 0

    bool operator==(const Pan&) const = default;
};

// How much of the picture lies outside, to the left and above.
struct PanOffset {
    int x = 0; // 0 … Pan::width
    int y = 0; // 0 … Pan::height

    bool operator==(const PanOffset&) const = default;
};

// nullopt: the picture fits.
std::optional<Pan> panFor(int pictureWidth, int pictureHeight, int regionWidth, int regionHeight);

PanOffset offsetAt(const Pan& pan, std::int64_t refreshes);

// The first refresh after this one at which it may have moved.
std::int64_t nextMove(const Pan& pan, std::int64_t refreshes);

} // namespace jtv::screen
