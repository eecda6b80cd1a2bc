// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures above all regions: captions, a clock, calls. Each is a picture and its rectangle and is
// painted only where something below it or the picture itself has changed.
#pragma once

#include "player/screen/painter.h"
#include "player/screen/still.h"

#include <map>
#include <memory>
#include <vector>

namespace jtv::screen {

// What lies above what: the higher number is on top. One number holds one picture.
enum class Level : int {
    kCaptions = 0, // and one above it for each further region
    kClock = 1'000,
    kCalls = 2'000, // never hidden by anything
};

// Main-thread only. The upper part of a Composition.
class Overlays {
public:
    // What is shown at a level from the next paint on; null = nothing. The still's target is in px
    // of the screen.
    void show(int level, std::shared_ptr<const Still> still);

    // True when one of them lies above a part of this.
    bool over(const Rect& rect) const;

    bool empty() const { return entries_.empty(); }
    bool changed() const;

    // All of them, and nothing else, into memory of their own with alpha.
    void paintAlone(const Canvas& canvas);

    // Adds where a picture has come, gone or moved to what has to be painted from the bottom up.
    void expose(const Rect& whole, std::vector<Rect>& exposed);

    // `painted` are the rectangles painted below. A picture that is touched, but not wholly
    // covered, by them is added to `exposed`: blended a second time it would be too dark. True when
    // one was.
    bool spread(const std::vector<Rect>& painted, const Rect& whole, std::vector<Rect>& exposed);

    // Blends what `painted` touches.
    void paint(const Canvas& canvas, const std::vector<Rect>& painted);

private:
    struct Entry {
        std::shared_ptr<const Still> still;
        Rect covered;       // what it covered of the canvas at the last paint
        bool fresh = false; // changed since the last paint
    };
    std::map<int, Entry> entries_;
};

} // namespace jtv::screen
