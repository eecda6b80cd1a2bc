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

screen::Rect rectOf(const model::Box& box, const model::OnScreen& at)
{
    const auto placed = model::inPixels(box, at);
    return {placed.left, placed.top, placed.width, placed.height};
}

double pixelsOf(const model::Length& length, int region, double scale)
{
    return length.percent ? length.value * region / 100 : length.value * scale;
}

screen::Region
regionFor(const model::Region& region, const model::PlacedRegion& box, const model::OnScreen& at)
{
    screen::Region placed;
    placed.place = rectOf(box.box, at);
    placed.clip = rectOf(box.visible, at);
    placed.zIndex = box.stack;
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
    const auto at = model::onScreen(layout, screenWidth, screenHeight);
    StageLayout stage;
    stage.background = colourOf(layout.backgroundColor).value_or(0);
    stage.scale = at.scale;
    const auto placed = model::place(layout);
    for (std::size_t i = 0; i < layout.regions.size(); ++i) {
        const auto& region = layout.regions[i];
        stage.regions.push_back(regionFor(region, placed[i], at));
        stage.names.push_back(region.id);
        stage.fits.push_back(fitFor(region.fit));
        stage.alignments.push_back(region.align);
    }
    screen::Region root;
    const auto whole = model::regionOnScreen(layout, "", screenWidth, screenHeight);
    root.place = {whole.left, whole.top, whole.width, whole.height};
    root.zIndex = std::numeric_limits<int>::min();
    stage.regions.push_back(root);
    stage.names.emplace_back();
    stage.fits.push_back(screen::Fit::kMeet);
    stage.alignments.emplace_back();
    return stage;
}

} // namespace jtv::show
