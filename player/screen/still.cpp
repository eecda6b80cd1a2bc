// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Places pictures in regions, and scales stills before they are due.
#include "player/screen/still.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <libyuv/planar_functions.h>
#include <libyuv/rotate_argb.h>
#include <libyuv/scale_argb.h>

namespace jtv::screen {
namespace {

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

struct Size {
    int width = 0;
    int height = 0;
};

Rect positioned(const Size& shown, const Size& region, const std::optional<Anchor>& anchor)
{
    if (!anchor) {
        return {
            (region.width - shown.width) / 2,
            (region.height - shown.height) / 2,
            shown.width,
            shown.height};
    }
    return {
        rounded(anchor->x - anchor->mediaX * shown.width),
        rounded(anchor->y - anchor->mediaY * shown.height),
        shown.width,
        shown.height};
}

Placement
meet(const Size& picture, const Size& region, double limit, const std::optional<Anchor>& anchor)
{
    const double scale = std::min(
        {static_cast<double>(region.width) / picture.width,
         static_cast<double>(region.height) / picture.height,
         limit});
    const Size shown{
        std::clamp(rounded(picture.width * scale), 1, region.width),
        std::clamp(rounded(picture.height * scale), 1, region.height)};
    return {{0, 0, picture.width, picture.height}, positioned(shown, region, anchor)};
}

Placement slice(const Size& picture, const Size& region, const std::optional<Anchor>& anchor)
{
    const double scale = std::max(
        static_cast<double>(region.width) / picture.width,
        static_cast<double>(region.height) / picture.height);
    const Size cut{
        std::clamp(rounded(region.width / scale), 1, picture.width),
        std::clamp(rounded(region.height / scale), 1, picture.height)};
    const Anchor kept = anchor.value_or(Anchor{});
    return {
        {rounded((picture.width - cut.width) * kept.mediaX),
         rounded((picture.height - cut.height) * kept.mediaY),
         cut.width,
         cut.height},
        {0, 0, region.width, region.height}};
}

// In its own size; what lies outside the region is cut off.
Placement hidden(const Size& picture, const Size& region, const std::optional<Anchor>& anchor)
{
    const Rect whole = positioned(picture, region, anchor.value_or(Anchor{0, 0, 0, 0}));
    const int left = std::max(whole.x, 0);
    const int top = std::max(whole.y, 0);
    const Rect part{
        left - whole.x,
        top - whole.y,
        std::min(whole.x + whole.width, region.width) - left,
        std::min(whole.y + whole.height, region.height) - top};
    return part.empty() ? Placement{} : Placement{part, {left, top, part.width, part.height}};
}

// Where all of the picture lies, in its own size.
Rect scrolled(
    const Size& picture,
    const Size& region,
    const std::optional<Anchor>& anchor,
    const PanOffset& offset)
{
    Rect whole = positioned(picture, region, anchor.value_or(Anchor{0, 0, 0, 0}));
    whole.x = picture.width > region.width ? -offset.x : whole.x;
    whole.y = picture.height > region.height ? -offset.y : whole.y;
    return whole;
}

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
        if (pixels.bgra[i] != 255) {
            return false;
        }
    }
    return true;
}

} // namespace

Placement place(
    int pictureWidth,
    int pictureHeight,
    int regionWidth,
    int regionHeight,
    Fit fit,
    const std::optional<Anchor>& anchor,
    const PanOffset& offset)
{
    const Size picture{pictureWidth, pictureHeight};
    const Size region{regionWidth, regionHeight};
    if (pictureWidth <= 0 || pictureHeight <= 0 || regionWidth <= 0 || regionHeight <= 0) {
        return {};
    }
    switch (fit) {
    case Fit::kFill:
        return {{0, 0, pictureWidth, pictureHeight}, {0, 0, regionWidth, regionHeight}};
    case Fit::kHidden:
        return hidden(picture, region, anchor);
    case Fit::kScroll: {
        const Rect whole = scrolled(picture, region, anchor, offset);
        return hidden(
            picture,
            region,
            Anchor{static_cast<double>(whole.x), static_cast<double>(whole.y), 0, 0});
    }
    case Fit::kMeetBest:
        return meet(picture, region, 1.0, anchor);
    case Fit::kSlice:
        return slice(picture, region, anchor);
    case Fit::kMeet:
        break;
    }
    return meet(picture, region, 1e9, anchor);
}

namespace {

Still makeUpright(
    Pixels picture, int regionWidth, int regionHeight, Fit fit, const std::optional<Anchor>& anchor)
{
    const auto placed =
        place(picture.width, picture.height, regionWidth, regionHeight, fit, anchor);
    Still still;
    still.target = placed.target;
    still.opaque = isOpaque(picture);
    still.pan = fit == Fit::kScroll
                    ? panFor(picture.width, picture.height, regionWidth, regionHeight)
                    : std::nullopt;
    if (still.pan) {
        still.target =
            scrolled({picture.width, picture.height}, {regionWidth, regionHeight}, anchor, {});
        still.pixels = std::move(picture);
        return still;
    }
    const bool whole = placed.source == Rect{0, 0, picture.width, picture.height};
    if (whole && placed.target.width == picture.width && placed.target.height == picture.height) {
        still.pixels = std::move(picture);
        return still;
    }
    if (placed.target.empty()) {
        return still;
    }
    still.pixels = Pixels(placed.target.width, placed.target.height);
    libyuv::ARGBScale(
        picture.row(placed.source.y) + std::ptrdiff_t{4} * placed.source.x,
        picture.stride(),
        placed.source.width,
        placed.source.height,
        still.pixels.bgra.data(),
        still.pixels.stride(),
        still.pixels.width,
        still.pixels.height,
        libyuv::kFilterBox);
    return still;
}

} // namespace

Rect turned(const Rect& part, int width, int height, int degrees)
{
    switch (degrees) {
    case 90:
        return {height - part.y - part.height, part.x, part.height, part.width};
    case 180:
        return {
            width - part.x - part.width, height - part.y - part.height, part.width, part.height};
    case 270:
        return {part.y, width - part.x - part.width, part.height, part.width};
    default:
        return part;
    }
}

bool onItsSide(int degrees)
{
    return degrees == 90 || degrees == 270;
}

Pixels turned(Pixels picture, int degrees)
{
    if (degrees == 0 || picture.width == 0) {
        return picture;
    }
    const bool sideways = onItsSide(degrees);
    Pixels result(
        sideways ? picture.height : picture.width, sideways ? picture.width : picture.height);
    // libyuv's modes are degrees.
    libyuv::ARGBRotate(
        picture.bgra.data(),
        picture.stride(),
        result.bgra.data(),
        result.stride(),
        picture.width,
        picture.height,
        static_cast<libyuv::RotationMode>(degrees));
    return result;
}

Still makeStrip(Pixels strip, int step, int degrees)
{
    Still still;
    still.opaque = isOpaque(strip);
    still.pixels = turned(std::move(strip), degrees);
    still.target = {0, 0, still.pixels.width, still.pixels.height};
    still.step = step;
    return still;
}

Still makeStill(std::uint32_t colour, int regionWidth, int regionHeight, int degrees)
{
    Still still;
    still.target = turned({0, 0, regionWidth, regionHeight}, regionWidth, regionHeight, degrees);
    still.pixels = Pixels(still.target.width, still.target.height);
    libyuv::ARGBRect(
        still.pixels.bgra.data(),
        still.pixels.stride(),
        0,
        0,
        still.pixels.width,
        still.pixels.height,
        colour | 0xff000000U);
    return still;
}

Still makeStill(
    Pixels picture,
    int regionWidth,
    int regionHeight,
    Fit fit,
    int degrees,
    const std::optional<Anchor>& anchor)
{
    Still still = makeUpright(std::move(picture), regionWidth, regionHeight, fit, anchor);
    still.target = turned(still.target, regionWidth, regionHeight, degrees);
    still.pixels = turned(std::move(still.pixels), degrees);
    return still;
}

} // namespace jtv::screen
