// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Places pictures in regions, and scales stills before they are due.
#include "player/screen/still.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <libyuv/rotate_argb.h>
#include <libyuv/scale_argb.h>

namespace jtv::screen {
namespace {

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

Rect centred(int width, int height, int inWidth, int inHeight)
{
    return {(inWidth - width) / 2, (inHeight - height) / 2, width, height};
}

Placement meet(int width, int height, int regionWidth, int regionHeight, double limit)
{
    const double scale = std::min(
        {static_cast<double>(regionWidth) / width,
         static_cast<double>(regionHeight) / height,
         limit});
    const int shownWidth = std::clamp(rounded(width * scale), 1, regionWidth);
    const int shownHeight = std::clamp(rounded(height * scale), 1, regionHeight);
    return {{0, 0, width, height}, centred(shownWidth, shownHeight, regionWidth, regionHeight)};
}

Placement slice(int width, int height, int regionWidth, int regionHeight)
{
    const double scale = std::max(
        static_cast<double>(regionWidth) / width, static_cast<double>(regionHeight) / height);
    const int cutWidth = std::clamp(rounded(regionWidth / scale), 1, width);
    const int cutHeight = std::clamp(rounded(regionHeight / scale), 1, height);
    return {centred(cutWidth, cutHeight, width, height), {0, 0, regionWidth, regionHeight}};
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

Placement place(int pictureWidth, int pictureHeight, int regionWidth, int regionHeight, Fit fit)
{
    if (pictureWidth <= 0 || pictureHeight <= 0 || regionWidth <= 0 || regionHeight <= 0) {
        return {};
    }
    switch (fit) {
    case Fit::kFill:
        return {{0, 0, pictureWidth, pictureHeight}, {0, 0, regionWidth, regionHeight}};
    case Fit::kHidden: {
        const Rect part{
            0, 0, std::min(pictureWidth, regionWidth), std::min(pictureHeight, regionHeight)};
        return {part, part};
    }
    case Fit::kMeetBest:
        return meet(pictureWidth, pictureHeight, regionWidth, regionHeight, 1.0);
    case Fit::kSlice:
        return slice(pictureWidth, pictureHeight, regionWidth, regionHeight);
    case Fit::kMeet:
        break;
    }
    return meet(pictureWidth, pictureHeight, regionWidth, regionHeight, 1e9);
}

namespace {

Still makeUpright(Pixels picture, int regionWidth, int regionHeight, Fit fit)
{
    const auto placed = place(picture.width, picture.height, regionWidth, regionHeight, fit);
    Still still;
    still.target = placed.target;
    still.opaque = isOpaque(picture);
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

Still makeStill(Pixels picture, int regionWidth, int regionHeight, Fit fit, int degrees)
{
    Still still = makeUpright(std::move(picture), regionWidth, regionHeight, fit);
    still.target = turned(still.target, regionWidth, regionHeight, degrees);
    still.pixels = turned(std::move(still.pixels), degrees);
    return still;
}

} // namespace jtv::screen
