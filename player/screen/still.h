// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Places pictures in regions, and scales stills before they are due.
#pragma once

#include "base/pixels.h"
#include "player/screen/pan.h"

#include <cstdint>
#include <optional>

namespace jtv::screen {

struct Rect {
    int x = 0; // px from the left edge
    int y = 0; // px from the top edge
    int width = 0;
    int height = 0;

    bool operator==(const Rect&) const = default;
    bool empty() const { return width <= 0 || height <= 0; }
};

// As SMIL's fit. Nobody scrolls a wall: with kScroll, what does not fit is moved through the
// region.
enum class Fit { kFill, kHidden, kMeet, kMeetBest, kSlice, kScroll };

// The display hangs turned: everything is placed as it is seen, and turned on its way to memory.
// Where a part of an upright area lies once the area has been turned clockwise by 0, 90, 180 or 270
// degrees.
Rect turned(const Rect& part, int width, int height, int degrees);
bool onItsSide(int degrees); // width and height change places

// The point (mediaX, mediaY) of the picture lies on (x, y) of the region.
struct Anchor {
    double x = 0; // px of the region
    double y = 0;
    double mediaX = 0.5; // 0 = left … 1 = right
    double mediaY = 0.5;

    bool operator==(const Anchor&) const = default;
};

// What part of the picture is shown where. Without an anchor in the middle, but `hidden` and
// `scroll` at the top left, as SMIL says. `offset`: how far a picture with `scroll` has come where
// it does not fit.
struct Placement {
    Rect source; // px of the upright picture
    Rect target; // px of the region; may reach beyond it where an anchor says so
};
Placement place(
    int pictureWidth,
    int pictureHeight,
    int regionWidth,
    int regionHeight,
    Fit fit,
    const std::optional<Anchor>& anchor = std::nullopt,
    const PanOffset& offset = {});

// A still ready to be copied: already scaled and turned, `target` relative to the turned region.
struct Still {
    Pixels pixels;
    Rect target;
    bool opaque = true;
    // A strip that wanders through the region without end, itself following itself: so many px to
    // the left at each refresh of the display, below 0 to the right. 0 = it stands at `target`.
    int step = 0;
    // A picture larger than its region, whole in `pixels`; `target` is where it begins.
    std::optional<Pan> pan{};
};

// The size of the region is the upright one. Thread-safe; a few ms for a large photo, so do it on
// the prepare thread.
Still makeStill(
    Pixels picture,
    int regionWidth,
    int regionHeight,
    Fit fit,
    int degrees = 0,
    const std::optional<Anchor>& anchor = std::nullopt);

// A strip at least as long as the region is wide, and as high. `step` as in Still.
Still makeStrip(Pixels strip, int step, int degrees = 0);

// The whole region in one colour, 0xrrggbb.
Still makeStill(std::uint32_t colour, int regionWidth, int regionHeight, int degrees = 0);

// The picture turned clockwise.
Pixels turned(Pixels picture, int degrees);

} // namespace jtv::screen
