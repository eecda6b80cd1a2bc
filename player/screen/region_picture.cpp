// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What one region shows. A mix is made of two sheets, each painted again only when its picture
// changes; without one a picture goes straight to the canvas.
#include "player/screen/region_picture.h"

#include <algorithm>
#include <libyuv/planar_functions.h>
#include <utility>

namespace jtv::screen {
namespace {

// A frame as it is to be painted.
struct Placed {
    frame::CpuPicture picture; // turned
    Rect source;               // px of the turned picture
    Rect target;               // px of the turned region
};

// Of a picture that is moved through its region. Chroma is stored for every second pixel, so a
// video's steps are even.
std::optional<Pan> panOf(const Moving& moving, int width, int height)
{
    const auto* picture = std::get_if<frame::CpuPicture>(&moving.frame.picture);
    if (picture == nullptr || moving.fit != Fit::kScroll) {
        return std::nullopt;
    }
    const Shape shape = uprightShape(*picture);
    auto pan = panFor(shape.width, shape.height, width, height);
    if (pan) {
        pan->step = std::max(2, pan->step & ~1);
    }
    return pan;
}

std::optional<Placed>
placed(const Content& content, const Geometry& geometry, std::int64_t refreshes)
{
    const auto* moving = std::get_if<Moving>(&content);
    const auto* picture =
        moving != nullptr ? std::get_if<frame::CpuPicture>(&moving->frame.picture) : nullptr;
    if (picture == nullptr) {
        return std::nullopt;
    }
    const Shape shape = uprightShape(*picture);
    const auto pan = panOf(*moving, geometry.width, geometry.height);
    const auto upright = place(
        shape.width,
        shape.height,
        geometry.width,
        geometry.height,
        moving->fit,
        moving->anchor,
        pan ? offsetAt(*pan, refreshes) : PanOffset{});
    Placed result;
    result.picture = *picture;
    result.picture.rotation = (picture->rotation + geometry.degrees) % 360;
    result.source = turned(upright.source, shape.width, shape.height, geometry.degrees);
    result.target = turned(upright.target, geometry.width, geometry.height, geometry.degrees);
    return result;
}

Rect moved(const Rect& rect, int x, int y)
{
    return {rect.x + x, rect.y + y, rect.width, rect.height};
}

const Still* stillOf(const Content& content)
{
    const auto* still = std::get_if<std::shared_ptr<const Still>>(&content);
    return still != nullptr ? still->get() : nullptr;
}

// Of a still, or of a moving picture that is shown in a region of this size.
std::optional<Pan> panOf(const Content& content, int width, int height)
{
    if (const Still* still = stillOf(content)) {
        return still->pan;
    }
    const auto* moving = std::get_if<Moving>(&content);
    return moving != nullptr ? panOf(*moving, width, height) : std::nullopt;
}

// A way as it is on a display that hangs turned.
PanOffset turned(const PanOffset& way, int degrees)
{
    switch (degrees) {
    case 90:
        return {-way.y, way.x};
    case 180:
        return {-way.x, -way.y};
    case 270:
        return {way.y, -way.x};
    default:
        return way;
    }
}

bool isStrip(const Content& content)
{
    const Still* still = stillOf(content);
    return still != nullptr && still->step != 0;
}

// A strip lays its own ground where there is one.
bool isOpaque(const Content& content, const Geometry& geometry)
{
    const Still* still = stillOf(content);
    return still == nullptr || (still->step != 0 ? geometry.ground.has_value() : still->opaque);
}

// Only the visible part of the picture is converted.
void paintFrame(const Canvas& canvas, const Placed& moving, const Rect& target, Painter& painter)
{
    const Rect inside = within(target, {0, 0, canvas.width, canvas.height});
    if (inside.empty()) {
        return;
    }
    Rect source = moving.source;
    if (inside != target) {
        const double across = static_cast<double>(source.width) / target.width;
        const double down = static_cast<double>(source.height) / target.height;
        source = {
            source.x + static_cast<int>((inside.x - target.x) * across),
            source.y + static_cast<int>((inside.y - target.y) * down),
            std::max(1, static_cast<int>(inside.width * across)),
            std::max(1, static_cast<int>(inside.height * down))};
    }
    painter.paint(canvas, moving.picture, source, inside);
}

// Enters where reading ends, and follows itself. `x` and `y` are the region's place on the canvas.
void paintStrip(
    const Canvas& canvas,
    const Still& strip,
    const Geometry& geometry,
    const Rect& place,
    std::int64_t refreshes)
{
    const bool sideways = onItsSide(geometry.degrees);
    const int length = sideways ? strip.pixels.height : strip.pixels.width;
    const int height = sideways ? strip.pixels.width : strip.pixels.height;
    const std::int64_t moved = std::abs(strip.step) * refreshes;
    // Where the head of the newest round stands, from the side it came in by.
    for (std::int64_t head = moved % length; head <= moved && head - length < geometry.width;
         head += length) {
        const auto at = static_cast<int>(head);
        const Rect upright{strip.step > 0 ? geometry.width - at : at - length, 0, length, height};
        const Rect target = turned(upright, geometry.width, geometry.height, geometry.degrees);
        paintStill(canvas, strip, place.x + target.x, place.y + target.y);
    }
}

// `canvas` is the visible part of the region; what moves by itself has done so for `refreshes`.
void paintContent(
    const Canvas& canvas,
    const Content& content,
    const Geometry& geometry,
    std::int64_t refreshes,
    Painter& painter)
{
    const int x = geometry.place.x - geometry.visible.x;
    const int y = geometry.place.y - geometry.visible.y;
    if (isStrip(content)) {
        if (geometry.ground) {
            paintColour(canvas, {0, 0, canvas.width, canvas.height}, *geometry.ground);
        }
        paintStrip(canvas, *stillOf(content), geometry, {x, y, 0, 0}, refreshes);
    } else if (const Still* still = stillOf(content)) {
        const auto way =
            still->pan ? turned(offsetAt(*still->pan, refreshes), geometry.degrees) : PanOffset{};
        paintStill(canvas, *still, x - way.x, y - way.y);
    } else if (const auto moving = placed(content, geometry, refreshes)) {
        paintFrame(canvas, *moving, moved(moving->target, x, y), painter);
    }
}

} // namespace

bool RegionPicture::scrolls(const Rect& region) const
{
    return isStrip(content_) || panOf(content_, region.width, region.height);
}

std::int64_t RegionPicture::nextMove(const Rect& region, std::int64_t refreshes) const
{
    const auto pan = panOf(content_, region.width, region.height);
    return pan ? screen::nextMove(*pan, refreshes) : refreshes + 1;
}

void RegionPicture::scroll(std::int64_t refreshes)
{
    scrolled_ = refreshes;
    sheet_.stale = true;
}

void RegionPicture::show(Content content, bool goesOn)
{
    content_ = std::move(content);
    scrolled_ = goesOn ? scrolled_ : 0;
    sheet_.stale = true;
}

void RegionPicture::keep()
{
    scrolledBefore_ = scrolled_;
    before_ = leaving_ ? Content() : content_;
    mix_ = Mix{};
    leaving_ = false;
    sheetBefore_.stale = true;
}

void RegionPicture::showBefore(Content content)
{
    before_ = std::move(content);
    sheetBefore_.stale = true;
}

void RegionPicture::mix(const std::optional<Mix>& mix, bool leaving)
{
    if (leaving && !leaving_) {
        before_ = {};
        sheetBefore_.stale = true;
    }
    mix_ = mix;
    leaving_ = leaving;
    if (!mix_) {
        before_ = {};
        sheet_ = {};
        sheetBefore_ = {};
        mixed_ = {};
    }
}

void RegionPicture::bringIntoMemory()
{
    for (Content* content : {&content_, &before_}) {
        auto* moving = std::get_if<Moving>(content);
        const auto* direct =
            moving != nullptr ? std::get_if<frame::DmaBuf>(&moving->frame.picture) : nullptr;
        if (direct == nullptr || !direct->inMemory) {
            continue;
        }
        if (auto readable = direct->inMemory()) {
            moving->frame.picture = *std::move(readable);
        }
    }
}

bool RegionPicture::opaque(const Geometry& geometry) const
{
    if (mix_) {
        return geometry.ground.has_value();
    }
    return isOpaque(content_, geometry);
}

Rect RegionPicture::contentCover(const Content& content, const Geometry& geometry)
{
    Rect cover;
    if (isStrip(content)) {
        return geometry.visible;
    }
    if (const Still* still = stillOf(content)) {
        cover = still->target;
    } else if (const auto moving = placed(content, geometry, 0)) {
        cover = moving->target;
    }
    return within(moved(cover, geometry.place.x, geometry.place.y), geometry.visible);
}

Rect RegionPicture::cover(const Geometry& geometry) const
{
    return mix_ ? geometry.visible : contentCover(content_, geometry);
}

bool RegionPicture::Sheet::resize(const Rect& size)
{
    if (width == size.width && height == size.height) {
        return false;
    }
    width = size.width;
    height = size.height;
    bytes = std::make_unique_for_overwrite<std::uint8_t[]>(
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    return true;
}

void RegionPicture::render(
    Sheet& sheet,
    const Content& content,
    const Geometry& geometry,
    std::int64_t refreshes,
    Painter& painter)
{
    const bool lost = sheet.resize(geometry.visible);
    if (!lost && !sheet.stale && sheet.ground == geometry.ground) {
        return;
    }
    const Canvas canvas = sheet.canvas();
    const bool whole =
        isOpaque(content, geometry) && contentCover(content, geometry) == geometry.visible;
    if (!whole) {
        // Without a ground it is clear where the picture leaves space.
        libyuv::ARGBRect(
            canvas.data,
            canvas.stride,
            0,
            0,
            canvas.width,
            canvas.height,
            geometry.ground ? *geometry.ground | 0xff000000U : 0);
    }
    paintContent(canvas, content, geometry, refreshes, painter);
    sheet.stale = false;
    sheet.ground = geometry.ground;
}

void RegionPicture::paint(const Canvas& canvas, const Geometry& geometry, Painter& painter)
{
    const Rect& seen = geometry.visible;
    if (seen.empty()) {
        return;
    }
    const Canvas part{canvas.at(seen.x, seen.y), canvas.stride, seen.width, seen.height};
    if (!mix_) {
        paintContent(part, content_, geometry, scrolled_, painter);
        return;
    }
    render(sheetBefore_, before_, geometry, scrolledBefore_, painter);
    render(sheet_, content_, geometry, scrolled_, painter);
    const Canvas first = (leaving_ ? sheet_ : sheetBefore_).canvas();
    const Canvas second = (leaving_ ? sheetBefore_ : sheet_).canvas();
    const Mix mix = turned(*mix_, geometry.degrees);
    if (geometry.ground) {
        paintMix(part, first, second, mix);
        return;
    }
    mixed_.resize(seen);
    paintMix(mixed_.canvas(), first, second, mix);
    libyuv::ARGBBlend(
        mixed_.bytes.get(),
        4 * mixed_.width,
        part.data,
        part.stride,
        part.data,
        part.stride,
        part.width,
        part.height);
}

} // namespace jtv::screen
