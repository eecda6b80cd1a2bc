// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The way of a picture that is larger than its region, as a length and a place on it.
#include "player/screen/pan.h"

#include <algorithm>

namespace jtv::screen {
namespace {

// From one edge of the region to the other: as calm as a ticker.
constexpr int kRefreshesAcrossRegion = 960;

// From one end to the other, in moves; each corner is reached, so that nothing is left out.
struct Way {
    std::int64_t crossing = 0; // of the picture's width
    std::int64_t descent = 0;  // by a row
    std::int64_t descents = 0;
    std::int64_t moves = 0;
};

std::int64_t movesFor(const Pan& pan, std::int64_t pixels)
{
    return (pixels + pan.step - 1) / pan.step;
}

Way wayOf(const Pan& pan)
{
    if (pan.width == 0) {
        const auto moves = movesFor(pan, pan.height);
        return {0, moves, 1, moves};
    }
    Way way;
    way.crossing = movesFor(pan, pan.width);
    way.descent = movesFor(pan, pan.row);
    way.descents = (pan.height + pan.row - 1) / pan.row;
    const std::int64_t last = pan.height - std::max<std::int64_t>(way.descents - 1, 0) * pan.row;
    way.moves = (way.descents + 1) * way.crossing +
                std::max<std::int64_t>(way.descents - 1, 0) * way.descent + movesFor(pan, last);
    return way;
}

PanOffset placeOn(const Pan& pan, const Way& way, std::int64_t move)
{
    const std::int64_t lastRow = way.moves - way.crossing;
    const std::int64_t unit = way.crossing + way.descent;
    const bool below = way.crossing > 0 && move >= lastRow;
    const std::int64_t row = below ? way.descents : std::min(move / unit, way.descents - 1);
    const std::int64_t along = below ? move - lastRow : move - row * unit;
    const std::int64_t across = std::min(along, way.crossing);
    const auto x = static_cast<int>(std::min<std::int64_t>(across * pan.step, pan.width));
    const std::int64_t down = std::min<std::int64_t>((along - across) * pan.step, pan.row);
    const std::int64_t top = pan.width == 0 ? (along - across) * pan.step : row * pan.row + down;
    return {
        row % 2 == 0 ? x : pan.width - x,
        static_cast<int>(std::min<std::int64_t>(top, pan.height))};
}

// A rest, and the way there; as long as the other half, the way back.
std::int64_t halfPeriod(const Pan& pan, const Way& way)
{
    return Pan::kRest + way.moves * pan.every;
}

} // namespace

std::optional<Pan> panFor(int pictureWidth, int pictureHeight, int regionWidth, int regionHeight)
{
    if (regionWidth <= 0 || regionHeight <= 0 ||
        (pictureWidth <= regionWidth && pictureHeight <= regionHeight)) {
        return std::nullopt;
    }
    Pan pan;
    pan.width = std::max(pictureWidth - regionWidth, 0);
    pan.height = std::max(pictureHeight - regionHeight, 0);
    pan.row = regionHeight;
    pan.step = std::max(1, (pan.width > 0 ? regionWidth : regionHeight) / kRefreshesAcrossRegion);
    return pan;
}

PanOffset offsetAt(const Pan& pan, std::int64_t refreshes)
{
    const Way way = wayOf(pan);
    const std::int64_t half = halfPeriod(pan, way);
    const std::int64_t at = refreshes % (2 * half);
    const std::int64_t moves = std::max<std::int64_t>(at % half - Pan::kRest, 0) / pan.every;
    return placeOn(pan, way, at < half ? moves : way.moves - moves);
}

std::int64_t nextMove(const Pan& pan, std::int64_t refreshes)
{
    const std::int64_t at = refreshes % halfPeriod(pan, wayOf(pan));
    const std::int64_t past = std::max<std::int64_t>(at - Pan::kRest, 0);
    return refreshes - at + Pan::kRest + (past / pan.every + 1) * pan.every;
}

} // namespace jtv::screen
