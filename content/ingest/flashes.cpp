// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A flash is a pair of turns. Cells that flash at the same time are counted together where a
// visitor sees them together.
#include "content/ingest/flashes.h"

#include <algorithm>
#include <iterator>

namespace jtv::ingest {
namespace {

constexpr Nanoseconds kSecond = std::chrono::seconds(1);
constexpr Nanoseconds kTogether = std::chrono::milliseconds(40);

// WCAG 2.1, "general flash and red flash thresholds".
constexpr float kBrightStep = 0.1F;      // of relative luminance, 0 … 1
constexpr float kDarkEnough = 0.8F;      // the darker of both pictures
constexpr float kRedStep = 20.F / 320.F; // of R - G - B
constexpr float kSaturated = 0.8F;       // R / (R + G + B)

// A field of 10 degrees is as wide as kField cells for a seat 3.8 times the screen's height away: 2
// m before 43 inches. A quarter of it, 0.006 sr, are kAllowed cells.
constexpr int kField = 12;
constexpr std::ptrdiff_t kAllowed = 28;

Swing::Level brightnessOf(const Light& light)
{
    const float value = 0.2126F * light.red + 0.7152F * light.green + 0.0722F * light.blue;
    return {value, value < kDarkEnough};
}

Swing::Level rednessOf(const Light& light)
{
    const float all = light.red + light.green + light.blue;
    return {
        std::max(0.F, light.red - light.green - light.blue),
        all > 0 && light.red >= kSaturated * all};
}

std::size_t indexOf(int x, int y, int across)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(across) +
           static_cast<std::size_t>(x);
}

using Marks = std::vector<bool>;

// The marked cells of a field of view.
std::vector<std::size_t>
markedIn(const Marks& marked, int across, int left, int top, int width, int height)
{
    std::vector<std::size_t> here;
    for (int i = 0; i < width * height; ++i) {
        const auto cell = indexOf(left + i % width, top + i / width, across);
        if (marked[cell]) {
            here.push_back(cell);
        }
    }
    return here;
}

// Of the marked cells those of which one field of view holds more than are allowed.
Marks crowdedOf(const Marks& marked, int across, int down)
{
    Marks crowded(marked.size());
    const int width = std::min(kField, across);
    const int height = std::min(kField, down);
    for (int top = 0; top + height <= down; ++top) {
        for (int left = 0; left + width <= across; ++left) {
            const auto here = markedIn(marked, across, left, top, width, height);
            if (std::ssize(here) <= kAllowed) {
                continue;
            }
            for (const auto cell : here) {
                crowded[cell] = true;
            }
        }
    }
    return crowded;
}

} // namespace

int Swing::turn(Level now, float step)
{
    const bool rises = now.value - low_.value >= step && (now.matters || low_.matters);
    const bool falls = high_.value - now.value >= step && (now.matters || high_.matters);
    if (direction_ <= 0 && rises) {
        direction_ = 1;
        high_ = now;
        return direction_;
    }
    if (direction_ >= 0 && falls) {
        direction_ = -1;
        low_ = now;
        return direction_;
    }
    low_ = now.value < low_.value ? now : low_;
    high_ = now.value > high_.value ? now : high_;
    return 0;
}

// A turn counts when enough cells make the same one together: a dancer before a bright sky darkens
// some cells while he lightens others, and is no flash.
void FlashCounter::count(Cells& cells, int direction, const LightGrid& grid, Nanoseconds time)
{
    Marks together(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        together[i] = cells[i].direction == direction && time - cells[i].turned <= kTogether;
    }
    if (std::count(together.begin(), together.end(), true) <= kAllowed) {
        return;
    }
    const auto crowded = crowdedOf(together, grid.across, grid.down);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (crowded[i] && cells[i].alone) {
            cells[i].alone = false;
            cells[i].turns.push_back(time);
        }
    }
}

void FlashCounter::judge(Cells& cells, const LightGrid& grid, Nanoseconds time)
{
    for (const int direction : {1, -1}) {
        count(cells, direction, grid, time);
    }
    while (true) {
        Marks often(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            auto& turns = cells[i].turns;
            while (!turns.empty() && time - turns.front() >= kSecond) {
                turns.pop_front();
            }
            often[i] = turns.size() > most_;
        }
        if (std::count(often.begin(), often.end(), true) <= kAllowed) {
            return;
        }
        const auto crowded = crowdedOf(often, grid.across, grid.down);
        if (std::find(crowded.begin(), crowded.end(), true) == crowded.end()) {
            return;
        }
        ++most_;
        worst_ = {
            static_cast<int>(most_ + 1) / 2,
            std::chrono::duration_cast<Milliseconds>(std::max(Nanoseconds{0}, time - kSecond))};
    }
}

void FlashCounter::see(const LightGrid& grid, Nanoseconds time)
{
    bright_.resize(grid.cells.size());
    red_.resize(grid.cells.size());
    const auto note = [&](Cell& cell, Swing::Level level, float step) {
        if (const int turn = cell.swing.turn(level, step); turn != 0) {
            cell.direction = turn;
            cell.turned = time;
            cell.alone = true;
        }
    };
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        note(bright_[i], brightnessOf(grid.cells[i]), kBrightStep);
        note(red_[i], rednessOf(grid.cells[i]), kRedStep);
    }
    judge(bright_, grid, time);
    judge(red_, grid, time);
}

} // namespace jtv::ingest
