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

screen::Fit fitFor(model::Fit fit)
{
    switch (fit) {
    case model::Fit::kFill:
        return screen::Fit::kFill;
    case model::Fit::kHidden:
        return screen::Fit::kHidden;
    case model::Fit::kScroll:
        return screen::Fit::kScroll;
    case model::Fit::kMeetBest:
        return screen::Fit::kMeetBest;
    case model::Fit::kSlice:
        return screen::Fit::kSlice;
    case model::Fit::kMeet:
        break;
    }
    return screen::Fit::kMeet;
}

screen::Rect scaled(const model::Box& box, double scale, int left, int top)
{
    // Edges are rounded, not sizes: neighbours stay neighbours.
    const int x = static_cast<int>(std::lround(box.left * scale));
    const int y = static_cast<int>(std::lround(box.top * scale));
    const int right = static_cast<int>(std::lround((box.left + box.width) * scale));
    const int bottom = static_cast<int>(std::lround((box.top + box.height) * scale));
    return {left + x, top + y, right - x, bottom - y};
}

double pixelsOf(const model::Length& length, int region, double scale)
{
    return length.percent ? length.value * region / 100 : length.value * scale;
}

screen::Region regionFor(
    const model::Region& region, const model::PlacedRegion& at, double scale, int left, int top)
{
    screen::Region placed;
    placed.place = scaled(at.box, scale, left, top);
    placed.clip = scaled(at.visible, scale, left, top);
    placed.zIndex = at.stack;
    const auto colour = colourOf(region.backgroundColor);
    placed.filled = colour.has_value();
    placed.filledWhenActive = region.backgroundWhenActive;
    placed.background = colour.value_or(0);
    return placed;
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

std::optional<screen::Anchor> StageLayout::anchorOf(const model::Media& media) const
{
    const std::size_t region = regionOf(media);
    const auto& align = media.align ? media.align : alignments[region];
    if (!align) {
        return std::nullopt;
    }
    const auto& place = regions[region].place;
    const auto point = static_cast<int>(align->media); // row by row, three in each
    const int row = point / 3;
    return screen::Anchor{
        pixelsOf(align->left, place.width, scale),
        pixelsOf(align->top, place.height, scale),
        (point % 3) * 0.5,
        row * 0.5};
}

std::optional<std::uint32_t> colourOf(const std::string& text)
{
    std::uint32_t value = 0;
    if (text.size() != 7 || text.front() != '#' ||
        std::from_chars(text.data() + 1, text.data() + 7, value, 16).ec != std::errc()) {
        return std::nullopt;
    }
    return value;
}

StageLayout layOut(const model::Layout& layout, int screenWidth, int screenHeight)
{
    const bool own = layout.width > 0 && layout.height > 0;
    const int width = own ? layout.width : screenWidth;
    const int height = own ? layout.height : screenHeight;
    const double scale = std::min(
        static_cast<double>(screenWidth) / width, static_cast<double>(screenHeight) / height);
    const int left = static_cast<int>(std::lround((screenWidth - width * scale) / 2));
    const int top = static_cast<int>(std::lround((screenHeight - height * scale) / 2));

    StageLayout stage;
    stage.background = colourOf(layout.backgroundColor).value_or(0);
    stage.scale = scale;
    const auto placed = model::place(layout);
    for (std::size_t i = 0; i < layout.regions.size(); ++i) {
        const auto& region = layout.regions[i];
        stage.regions.push_back(regionFor(region, placed[i], scale, left, top));
        stage.names.push_back(region.id);
        stage.fits.push_back(fitFor(region.fit));
        stage.alignments.push_back(region.align);
    }
    screen::Region root;
    root.place =
        scaled({0, 0, static_cast<double>(width), static_cast<double>(height)}, scale, left, top);
    root.zIndex = std::numeric_limits<int>::min();
    stage.regions.push_back(root);
    stage.names.emplace_back();
    stage.fits.push_back(screen::Fit::kMeet);
    stage.alignments.emplace_back();
    return stage;
}

} // namespace jtv::show
