// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What one region shows: nothing, a picture, or on the way from one to the next a mix of both.
#pragma once

#include "player/frame/frame.h"
#include "player/screen/mix.h"
#include "player/screen/painter.h"
#include "player/screen/still.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

namespace jtv::screen {

struct Moving {
    frame::TimedFrame frame;
    Fit fit = Fit::kMeet;
    std::optional<Anchor> anchor;
};
using Content = std::variant<std::monostate, std::shared_ptr<const Still>, Moving>;

// Where a region lies on the canvas in one pass of painting.
struct Geometry {
    int width = 0; // px, upright
    int height = 0;
    Rect place;                          // of the canvas, as turned
    Rect visible;                        // what is seen of it
    int degrees = 0;                     // the display is turned clockwise
    std::optional<std::uint32_t> ground; // colour behind the picture; nullopt: other regions
};

// Main-thread only.
class RegionPicture {
public:
    // `goesOn`: it is the next picture of the same video, and stands where that one stood.
    void show(Content content, bool goesOn = false);
    const Content& content() const { return content_; }

    // What is shown now is what later mixes begin with, however often show() is called meanwhile.
    void keep();
    // A moving picture that goes on behind the new one while both are mixed.
    void showBefore(Content content);
    // From what was kept to what is shown; `leaving`: from what is shown to nothing. nullopt ends
    // it.
    void mix(const std::optional<Mix>& mix, bool leaving = false);

    // What it shows moves by itself: a strip, or a picture larger than its region. `region`: only
    // width and height count.
    bool scrolls(const Rect& region) const;
    // The first refresh after this one at which it may have moved.
    std::int64_t nextMove(const Rect& region, std::int64_t refreshes) const;
    // It has been on its way for so many refreshes of the display.
    void scroll(std::int64_t refreshes);
    bool mixing() const { return mix_.has_value(); }

    // Pictures in a decoder's memory become readable ones, for painting.
    void bringIntoMemory();

    bool opaque(const Geometry& geometry) const;
    // What it covers of the canvas; empty = nothing.
    Rect cover(const Geometry& geometry) const;
    void paint(const Canvas& canvas, const Geometry& geometry, Painter& painter);

private:
    // A picture painted apart, for as long as it does not change. Its memory is not cleared first:
    // a transition begins with a frame that must not be late.
    struct Sheet {
        std::unique_ptr<std::uint8_t[]> bytes;
        int width = 0;  // px
        int height = 0; // px
        bool stale = true;
        std::optional<std::uint32_t> ground;

        Canvas canvas() const { return {bytes.get(), 4 * width, width, height}; }
        bool resize(const Rect& size); // true: its picture is lost
    };
    static Rect contentCover(const Content& content, const Geometry& geometry);
    static void render(
        Sheet& sheet,
        const Content& content,
        const Geometry& geometry,
        std::int64_t refreshes,
        Painter& painter);

    Content content_;
    Content before_;
    std::optional<Mix> mix_;
    bool leaving_ = false;
    std::int64_t scrolled_ = 0; // refreshes
    std::int64_t scrolledBefore_ = 0;
    Sheet sheet_;       // of content_
    Sheet sheetBefore_; // of before_, or of nothing
    Sheet mixed_;
};

} // namespace jtv::screen
