// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How often a film flashes in a second, by the thresholds of WCAG 2.1, 2.3.1 (general flash and red
// flash). Pure; the pictures come from light.h.
#pragma once

#include "base/clock.h"
#include "content/model/media_facts.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace jtv::ingest {

// Linear light of a part of a picture, 0 … 1 each.
struct Light {
    float red = 0;
    float green = 0;
    float blue = 0;
};

// A picture as the mean light of square cells, kCellsDown of which are as high as a screen of 16:9;
// row by row.
struct LightGrid {
    int across = 0;
    int down = 0;
    std::vector<Light> cells;
};
inline constexpr int kCellsDown = 18;

// One value of one cell over time: each rise and each fall that counts is a turn.
class Swing {
public:
    struct Level {
        float value = 0;
        bool matters = false; // a change counts when one of its two ends does
    };

    // 1 or -1 when this ends a rise or a fall by `step` or more after the opposite; else 0.
    int turn(Level now, float step);

private:
    Level low_{2, false};
    Level high_{-1, false};
    int direction_ = 0; // of the last turn: 1 up, -1 down, 0 none yet
};

// *any one thread*
class FlashCounter {
public:
    // Pictures in the order of their times; all grids have the same size.
    void see(const LightGrid& grid, Nanoseconds time);

    // The worst second so far.
    model::Flashes worst() const { return worst_; }

private:
    struct Cell {
        Swing swing;
        int direction = 0; // of its last turn
        Nanoseconds turned{-1};
        bool alone = false;            // so few turned with it that the turn does not count yet
        std::deque<Nanoseconds> turns; // that count, of the last second
    };
    // What is counted apart: changes of brightness, and of saturated red.
    using Cells = std::vector<Cell>;

    void count(Cells& cells, int direction, const LightGrid& grid, Nanoseconds time);
    void judge(Cells& cells, const LightGrid& grid, Nanoseconds time);

    Cells bright_;
    Cells red_;
    std::size_t most_ = 0; // turns in the worst second
    model::Flashes worst_;
};

} // namespace jtv::ingest
