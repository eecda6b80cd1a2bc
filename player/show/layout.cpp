// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A playlist's layout on a screen of another size.
#include "player/show/layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace jtv::show {
namespace {

// "#rrggbb"; the reader has checked it.
std::optional<std::uint32_t> colourOf(const std::string& text)
{
    std::uint32_t value = 0;
    if (text.size() != 7 || text.front() != '#' ||
        std::from_chars(text.data() + 1, text.data() + 7, value, 16).ec != std::errc()) {
        return std::nullopt;
    }
    return value;
}

screen::Fit fitFor(model::Fit fit)
{
    switch (fit) {
    case model::Fit::kFill:
        return screen::Fit::kFill;
    case model::Fit::kHidden:
    case model::Fit::kScroll:
        return screen::Fit::kHidden; // nobody can scroll a wall
    case model::Fit::kMeetBest:
        return screen::Fit::kMeetBest;
    case model::Fit::kSlice:
        return screen::Fit::kSlice;
    case model::Fit::kMeet:
        break;
    }
    return screen::Fit::kMeet;
}

std::optional<double> pixelsOf(const std::optional<model::Length>& length, int whole)
{
    if (!length) {
        return std::nullopt;
    }
    return length->percent ? length->value * whole / 100.0 : length->value;
}

// One direction: of start, size and end any may be missing; start and size win over end.
struct Span {
    double start = 0;
    double size = 0;
};
Span span(
    std::optional<double> start, std::optional<double> size, std::optional<double> end, int whole)
{
    if (!size) {
        size = std::max(0.0, whole - start.value_or(0) - end.value_or(0));
    }
    if (!start) {
        start = end ? whole - *end - *size : 0.0;
    }
    return {*start, *size};
}

screen::Rect scaled(const Span& across, const Span& down, double scale, int left, int top)
{
    // Edges are rounded, not sizes: neighbours stay neighbours.
    const int x = static_cast<int>(std::lround(across.start * scale));
    const int y = static_cast<int>(std::lround(down.start * scale));
    const int right = static_cast<int>(std::lround((across.start + across.size) * scale));
    const int bottom = static_cast<int>(std::lround((down.start + down.size) * scale));
    return {left + x, top + y, right - x, bottom - y};
}

} // namespace

std::size_t StageLayout::regionOf(const model::Media& media) const
{
    const auto found = std::find(names.begin(), names.end() - 1, media.region);
    return media.region.empty() ? names.size() - 1
                                : static_cast<std::size_t>(found - names.begin());
}

screen::Fit StageLayout::fitOf(const model::Media& media) const
{
    return media.fit ? fitFor(*media.fit) : fits[regionOf(media)];
}

StageLayout layOut(const model::Layout& layout, int screenWidth, int screenHeight)
{
    const int width = std::max(layout.width, 1);
    const int height = std::max(layout.height, 1);
    const double scale = std::min(
        static_cast<double>(screenWidth) / width, static_cast<double>(screenHeight) / height);
    const int left = static_cast<int>(std::lround((screenWidth - width * scale) / 2));
    const int top = static_cast<int>(std::lround((screenHeight - height * scale) / 2));

    StageLayout stage;
    stage.background = colourOf(layout.backgroundColor).value_or(0);
    for (const auto& region : layout.regions) {
        screen::Region placed;
        placed.place = scaled(
            span(
                pixelsOf(region.left, width),
                pixelsOf(region.width, width),
                pixelsOf(region.right, width),
                width),
            span(
                pixelsOf(region.top, height),
                pixelsOf(region.height, height),
                pixelsOf(region.bottom, height),
                height),
            scale,
            left,
            top);
        placed.zIndex = region.zIndex;
        const auto colour = colourOf(region.backgroundColor);
        placed.filled = colour.has_value();
        placed.background = colour.value_or(0);
        stage.regions.push_back(placed);
        stage.names.push_back(region.id);
        stage.fits.push_back(fitFor(region.fit));
    }
    screen::Region root;
    root.place =
        scaled({0, static_cast<double>(width)}, {0, static_cast<double>(height)}, scale, left, top);
    root.zIndex = std::numeric_limits<int>::min();
    stage.regions.push_back(root);
    stage.names.emplace_back();
    stage.fits.push_back(screen::Fit::kMeet);
    return stage;
}

} // namespace jtv::show
