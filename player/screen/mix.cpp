// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One picture takes the place of another: nothing is read twice, and what does not change is
// copied.
#include "player/screen/mix.h"

#include <algorithm>
#include <cmath>
#include <libyuv/planar_functions.h>
#include <vector>

namespace jtv::screen {
namespace {

int share(double part, int of)
{
    return static_cast<int>(std::lround(std::clamp(part, 0.0, 1.0) * of));
}

void fade(const Canvas& to, const Canvas& a, const Canvas& b, double progress)
{
    libyuv::ARGBInterpolate(
        a.data,
        a.stride,
        b.data,
        b.stride,
        to.data,
        to.stride,
        to.width,
        to.height,
        share(progress, 255));
}

// A picture of one colour: one row that is read again and again.
void fadeColour(const Canvas& to, const Canvas& before, const Canvas& after, const Mix& mix)
{
    std::vector<std::uint8_t> row(static_cast<std::size_t>(to.width) * 4);
    paintColour({row.data(), 0, to.width, 1}, {0, 0, to.width, 1}, mix.colour);
    const Canvas colour{row.data(), 0, to.width, to.height};
    const bool through = mix.kind == Mix::Kind::kThroughColour;
    const double progress = through ? std::fmod(2 * mix.progress, 1) : mix.progress;
    if (mix.kind == Mix::Kind::kToColour || (through && mix.progress < 0.5)) {
        fade(to, before, colour, progress);
    } else {
        fade(to, colour, after, progress);
    }
}

// Copies the part of `from` at (x, y) to where `to` has room for it.
void copy(const Canvas& from, int x, int y, const Canvas& to, const Rect& place)
{
    if (!place.empty()) {
        libyuv::ARGBCopy(
            from.at(x, y),
            from.stride,
            to.at(place.x, place.y),
            to.stride,
            place.width,
            place.height);
    }
}

// The new picture takes `taken` of the length; one of the two offsets is where each begins.
struct Split {
    Rect before; // where the one before is still seen
    Rect after;  // where the new one is seen
    int dx = 0;  // direction of movement
    int dy = 0;
};
Split split(int width, int height, Mix::From from, double progress)
{
    const int across = share(progress, width);
    const int down = share(progress, height);
    switch (from) {
    case Mix::From::kLeft:
        return {{across, 0, width - across, height}, {0, 0, across, height}, across, 0};
    case Mix::From::kRight:
        return {{0, 0, width - across, height}, {width - across, 0, across, height}, -across, 0};
    case Mix::From::kTop:
        return {{0, down, width, height - down}, {0, 0, width, down}, 0, down};
    case Mix::From::kBottom:
        break;
    }
    return {{0, 0, width, height - down}, {0, height - down, width, down}, 0, -down};
}

} // namespace

Mix turned(Mix mix, int degrees)
{
    mix.from = static_cast<Mix::From>((static_cast<int>(mix.from) + degrees / 90) % 4);
    return mix;
}

void paintMix(const Canvas& to, const Canvas& before, const Canvas& after, const Mix& mix)
{
    switch (mix.kind) {
    case Mix::Kind::kFade:
        fade(to, before, after, mix.progress);
        return;
    case Mix::Kind::kToColour:
    case Mix::Kind::kFromColour:
    case Mix::Kind::kThroughColour:
        fadeColour(to, before, after, mix);
        return;
    case Mix::Kind::kPush:
    case Mix::Kind::kSlide:
    case Mix::Kind::kWipe:
        break;
    }
    const Split parts = split(to.width, to.height, mix.from, mix.progress);
    const bool moves = mix.kind != Mix::Kind::kWipe;
    const bool pushes = mix.kind == Mix::Kind::kPush;
    const Rect& old = parts.before;
    const Rect& fresh = parts.after;
    copy(before, old.x - (pushes ? parts.dx : 0), old.y - (pushes ? parts.dy : 0), to, old);
    // The edge that leads is the new picture's far one.
    const int x = parts.dx > 0 ? to.width - fresh.width : 0;
    const int y = parts.dy > 0 ? to.height - fresh.height : 0;
    copy(after, moves ? x : fresh.x, moves ? y : fresh.y, to, fresh);
}

} // namespace jtv::screen
