// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where on the screen media are shown [SMIL 3.0 Layout].
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace jtv::model {

// How a picture fills its region [5.4.9].
enum class Fit { kFill, kHidden, kMeet, kMeetBest, kSlice, kScroll };

// Pixels of the root layout, or per cent of the parent's width or height.
struct Length {
    double value = 0;
    bool percent = false;

    friend bool operator==(const Length&, const Length&) = default;
};

// A point of a picture, or of a region, by name.
enum class Align {
    kTopLeft,
    kTopMid,
    kTopRight,
    kMidLeft,
    kCenter,
    kMidRight,
    kBottomLeft,
    kBottomMid,
    kBottomRight
};

// mediaAlign, regPoint and regAlign: the point `media` of the picture lies on (left, top) of the
// region, where its fit leaves it a choice.
struct Alignment {
    Length left{50, true};
    Length top{50, true};
    Align media = Align::kCenter;

    friend bool operator==(const Alignment&, const Alignment&) = default;
};
Alignment alignmentOf(Align align); // both points the same: mediaAlign

enum class SoundAlign { kBoth, kLeft, kRight };

struct Region {
    std::string id;
    std::string parent; // id of the region it lies in; empty = the root layout
    std::optional<Length> left, top, right, bottom, width, height;
    int zIndex = 0; // among its siblings
    Fit fit = Fit::kMeet;
    std::string backgroundColor; // "#rrggbb"; empty = transparent
    // False (always): the background is there without a medium, too; true: only with one.
    bool backgroundWhenActive = false;
    std::optional<Alignment> align;   // nullopt: in the middle
    std::optional<double> soundLevel; // factor for its media, 0 … 1
    std::optional<SoundAlign> soundAlign;

    friend bool operator==(const Region&, const Region&) = default;
};

struct Layout {
    int width = 1920; // px of the root layout; 0 = the screen's own (then without regions)
    int height = 1080;
    std::string backgroundColor = "#000000";
    // Document order, parents before their children; a medium without a region fills the root.
    std::vector<Region> regions;

    friend bool operator==(const Layout&, const Layout&) = default;
};

// In px of the root layout.
struct Box {
    double left = 0, top = 0, width = 0, height = 0;

    friend bool operator==(const Box&, const Box&) = default;
};

// How a layout lies on a screen of another size: as large as fits, in the middle.
struct OnScreen {
    double scale = 1; // px of the screen for one of the root layout
    int left = 0;     // px of the screen
    int top = 0;
};
OnScreen onScreen(const Layout& layout, int screenWidth, int screenHeight);

// In px of the screen. Edges are rounded, not sizes: neighbours stay neighbours.
struct PixelBox {
    int left = 0, top = 0, width = 0, height = 0;
};
PixelBox inPixels(const Box& box, const OnScreen& at);
// What is left of the display's diagonal (any unit) for a part of it.
double diagonalOf(const PixelBox& part, int screenWidth, int screenHeight, double whole);

// A region with its parents' boxes and stacking resolved.
struct PlacedRegion {
    Box box;
    Box visible;   // what its parents leave of it; may be empty (width or height 0)
    int stack = 0; // higher is nearer; counts from 0, each once
};

// One for each region, in the order of Layout::regions. A child is stacked above its parent and
// below its parent's next sibling.
std::vector<PlacedRegion> place(const Layout& layout);

// Where a medium with this `region` attribute is shown; a name that is not there is the root.
PixelBox
regionOnScreen(const Layout& layout, const std::string& region, int screenWidth, int screenHeight);

} // namespace jtv::model
