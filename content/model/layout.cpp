// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Boxes and stacking of nested regions.
#include "content/model/layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

namespace jtv::model {
namespace {

double pixels(const Length& length, double whole)
{
    return length.percent ? length.value * whole / 100 : length.value;
}

// One axis: start, size and end, of which two are enough [SMIL 3.0 Layout, 5.4.9: as in CSS 2].
std::pair<double, double> axis(
    const std::optional<Length>& start,
    const std::optional<Length>& size,
    const std::optional<Length>& end,
    double whole)
{
    const double near = start ? pixels(*start, whole) : 0;
    const double far = end ? pixels(*end, whole) : 0;
    const double extent = std::max(0.0, size ? pixels(*size, whole) : whole - near - far);
    const bool fromEnd = !start && size && end;
    return {fromEnd ? whole - far - extent : near, extent};
}

Box boxOf(const Region& region, const Box& parent)
{
    const auto [left, width] = axis(region.left, region.width, region.right, parent.width);
    const auto [top, height] = axis(region.top, region.height, region.bottom, parent.height);
    return {parent.left + left, parent.top + top, width, height};
}

Box overlap(const Box& a, const Box& b)
{
    const double left = std::max(a.left, b.left);
    const double top = std::max(a.top, b.top);
    const double right = std::min(a.left + a.width, b.left + b.width);
    const double bottom = std::min(a.top + a.height, b.top + b.height);
    return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
}

using Children = std::map<std::string, std::vector<std::size_t>>;

// From the back to the front: each region, then what lies in it.
class Stacking {
public:
    Stacking(const Layout& layout, std::vector<PlacedRegion>& placed)
        : regions_(layout.regions), placed_(placed)
    {
        std::map<std::string, std::size_t> known;
        for (std::size_t i = 0; i < regions_.size(); ++i) {
            const auto& region = regions_[i];
            const bool nested = !region.parent.empty() && known.count(region.parent) > 0;
            children_[nested ? region.parent : std::string()].push_back(i);
            if (!region.id.empty()) {
                known.emplace(region.id, i);
            }
        }
    }

    void add(const std::string& parent, const PlacedRegion& around)
    {
        auto found = children_.extract(parent); // an id used twice: the first has the children
        if (found.empty()) {
            return;
        }
        auto& siblings = found.mapped();
        std::stable_sort(siblings.begin(), siblings.end(), [&](std::size_t a, std::size_t b) {
            return regions_[a].zIndex < regions_[b].zIndex;
        });
        for (const auto i : siblings) {
            auto& placed = placed_[i];
            placed.box = boxOf(regions_[i], around.box);
            placed.visible = overlap(placed.box, around.visible);
            placed.stack = next_++;
            if (!regions_[i].id.empty()) {
                add(regions_[i].id, placed); // a child stands after its parent: this ends
            }
        }
    }

private:
    const std::vector<Region>& regions_;
    std::vector<PlacedRegion>& placed_;
    Children children_;
    int next_ = 0;
};

// The whole root layout; one without a size is as large as the screen.
Box rootOf(const Layout& layout, int screenWidth, int screenHeight)
{
    const bool own = layout.width > 0 && layout.height > 0;
    return {
        0,
        0,
        static_cast<double>(own ? layout.width : screenWidth),
        static_cast<double>(own ? layout.height : screenHeight)};
}

} // namespace

Alignment alignmentOf(Align align)
{
    const auto index = static_cast<int>(align);
    const int column = index % 3;
    const int row = index / 3;
    return {{50.0 * column, true}, {50.0 * row, true}, align};
}

OnScreen onScreen(const Layout& layout, int screenWidth, int screenHeight)
{
    const Box root = rootOf(layout, screenWidth, screenHeight);
    const double scale = std::min(screenWidth / root.width, screenHeight / root.height);
    return {
        scale,
        static_cast<int>(std::lround((screenWidth - root.width * scale) / 2)),
        static_cast<int>(std::lround((screenHeight - root.height * scale) / 2))};
}

PixelBox inPixels(const Box& box, const OnScreen& at)
{
    const auto edge = [&](double value) { return static_cast<int>(std::lround(value * at.scale)); };
    const int left = edge(box.left);
    const int top = edge(box.top);
    return {
        at.left + left,
        at.top + top,
        edge(box.left + box.width) - left,
        edge(box.top + box.height) - top};
}

double diagonalOf(const PixelBox& part, int screenWidth, int screenHeight, double whole)
{
    return whole * std::hypot(part.width, part.height) / std::hypot(screenWidth, screenHeight);
}

PixelBox
regionOnScreen(const Layout& layout, const std::string& region, int screenWidth, int screenHeight)
{
    const auto at = onScreen(layout, screenWidth, screenHeight);
    const auto& regions = layout.regions;
    const auto found = std::find_if(
        regions.begin(), regions.end(), [&](const Region& each) { return each.id == region; });
    if (region.empty() || found == regions.end()) {
        return inPixels(rootOf(layout, screenWidth, screenHeight), at);
    }
    return inPixels(place(layout)[static_cast<std::size_t>(found - regions.begin())].box, at);
}

std::vector<PlacedRegion> place(const Layout& layout)
{
    std::vector<PlacedRegion> placed(layout.regions.size());
    const Box root{0, 0, static_cast<double>(layout.width), static_cast<double>(layout.height)};
    Stacking(layout, placed).add({}, {root, root, 0});
    return placed;
}

} // namespace jtv::model
