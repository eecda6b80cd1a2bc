// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Viewing angles become pixels.
#include "content/typeset/sizes.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace jtv::typeset {
namespace {

// DIN 1450:2013 measures type by its x-height, in minutes of arc, for readers with a visual acuity
// of 0.7 and more. Such an eye just resolves letters of 5' / 0.7 = 7.1'. We ask for 12', 1.7 times
// that; the capitals are then 16' high, which ISO 9241-303 gives as the minimum on displays.
constexpr double kSmallestXHeight = 12.0 / 60.0 / 180.0 * std::numbers::pi; // radians
// For readers with an acuity of 0.4 the standard multiplies by 0.7 / 0.4; it calls that the most
// that is practicable in running text (leserlich.info, "Schriftgrößenrechner", after DIN
// 1450:2013). DIN 32975:2009, annex A, asks for the same by its own model: size in proportion to
// distance over acuity.
constexpr double kLargeType = 0.7 / 0.4;
constexpr double kXHeightOfNoto = 0.536; // of the type size

// The usual rule for signs: a code's edge, quiet zone included, is a tenth of the distance.
constexpr double kEdgeToDistance = 0.1;
// A cheap phone's 1280 px wide preview over 66 degrees sees 0.9 mrad a pixel; 3 pixels a module.
constexpr double kModuleAngle = 3 * 66.0 / 180.0 * std::numbers::pi / 1280;
constexpr int kFewestPixels = 3;

Error outOfRange(std::string_view what, std::string_view range)
{
    return {
        ErrorKind::kInvalid,
        fmt::format("{} must be {}; correct the screen's settings", what, range)};
}

double millimetresPerPixel(const Target& target)
{
    return target.diagonalInches * 25.4 / std::hypot(target.width, target.height);
}

} // namespace

Result<double> smallestText(const Target& target)
{
    if (target.width <= 0 || target.height <= 0) {
        return outOfRange("the picture's width and height", "above 0 pixels");
    }
    if (!(target.diagonalInches > 0 && target.diagonalInches <= 200)) {
        return outOfRange("the screen's diagonal", "at most 200 inches");
    }
    if (!(target.distanceMetres >= 0.3 && target.distanceMetres <= 50)) {
        return outOfRange("the viewing distance", "between 0.3 and 50 metres");
    }
    const double xHeight = target.distanceMetres * 1000 * std::tan(kSmallestXHeight);
    return std::ceil(xHeight / millimetresPerPixel(target) / kXHeightOfNoto);
}

Result<Sizes> sizesFor(const Target& target)
{
    constexpr int kFewest = 320;
    constexpr int kMost = 7680;
    if (std::min(target.width, target.height) < kFewest ||
        std::max(target.width, target.height) > kMost) {
        return outOfRange("the picture's width and height", "between 320 and 7680 pixels");
    }
    if (!(target.diagonalInches >= 5 && target.diagonalInches <= 200)) {
        return outOfRange("the screen's diagonal", "between 5 and 200 inches");
    }
    const auto smallest = smallestText(target);
    if (!smallest) {
        return smallest.error();
    }
    Sizes sizes;
    sizes.millimetresPerPixel = millimetresPerPixel(target);
    const double shortSide = std::min(target.width, target.height);
    sizes.smallestText = *smallest;
    sizes.largeType = std::ceil(sizes.smallestText * kLargeType);
    sizes.smallestBody = target.type == Target::Type::kLarge ? sizes.largeType : sizes.smallestText;
    sizes.largestText = std::max(std::floor(shortSide * 0.072), sizes.largeType);
    sizes.largestTitle = std::max(shortSide * 0.108, sizes.largeType * 1.2);
    sizes.margin = shortSide * 0.075;
    return sizes;
}

int smallestModule(int modules, const Target& target)
{
    const double distance = target.distanceMetres * 1000;
    const double millimetres =
        std::max(distance * kEdgeToDistance / modules, distance * kModuleAngle);
    const int pixels = static_cast<int>(std::ceil(millimetres / millimetresPerPixel(target)));
    return std::max(kFewestPixels, pixels);
}

double readableDistance(int modules, int pixels, const Target& target)
{
    const double module = pixels * millimetresPerPixel(target);
    return std::min(module * modules / kEdgeToDistance, module / kModuleAngle) / 1000;
}

} // namespace jtv::typeset
