// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures into the display's memory.
#include "player/screen/painter.h"

#include <algorithm>
#include <cstring>
#include <libyuv/convert.h>
#include <libyuv/convert_argb.h>
#include <libyuv/planar_functions.h>
#include <libyuv/rotate.h>
#include <libyuv/scale.h>

namespace jtv::screen {
namespace {

const libyuv::YuvConstants* constantsFor(const frame::CpuPicture& picture)
{
    switch (picture.matrix) {
    case frame::Matrix::kBt709:
        return picture.fullRange ? &libyuv::kYuvF709Constants : &libyuv::kYuvH709Constants;
    case frame::Matrix::kBt2020:
        return picture.fullRange ? &libyuv::kYuvV2020Constants : &libyuv::kYuv2020Constants;
    case frame::Matrix::kBt601:
        break;
    }
    return picture.fullRange ? &libyuv::kYuvJPEGConstants : &libyuv::kYuvI601Constants;
}

int half(int size)
{
    return (size + 1) / 2;
}

} // namespace

Rect within(const Rect& rect, const Rect& bounds)
{
    const int left = std::max(rect.x, bounds.x);
    const int top = std::max(rect.y, bounds.y);
    const int right = std::min(rect.x + rect.width, bounds.x + bounds.width);
    const int bottom = std::min(rect.y + rect.height, bounds.y + bounds.height);
    return {left, top, std::max(right - left, 0), std::max(bottom - top, 0)};
}

bool overlap(const Rect& a, const Rect& b)
{
    return !within(a, b).empty();
}

Shape uprightShape(const frame::CpuPicture& picture)
{
    const int width = picture.displayWidth > 0 ? picture.displayWidth : picture.width;
    if (onItsSide(picture.rotation)) {
        return {picture.height, width};
    }
    return {width, picture.height};
}

void paintColour(const Canvas& canvas, const Rect& rect, std::uint32_t rrggbb)
{
    const Rect inside = within(rect, {0, 0, canvas.width, canvas.height});
    if (!inside.empty()) {
        libyuv::ARGBRect(
            canvas.data,
            canvas.stride,
            inside.x,
            inside.y,
            inside.width,
            inside.height,
            rrggbb | 0xff000000U);
    }
}

namespace {

// The visible part of a still.
struct Part {
    const std::uint8_t* from = nullptr;
    std::uint8_t* to = nullptr;
    int width = 0;
    int height = 0;
};

Part visiblePart(const Canvas& canvas, const Still& still, int x, int y)
{
    const Rect target{
        x + still.target.x, y + still.target.y, still.pixels.width, still.pixels.height};
    const Rect inside = within(target, {0, 0, canvas.width, canvas.height});
    if (inside.empty()) {
        return {};
    }
    return {
        still.pixels.row(inside.y - target.y) + std::ptrdiff_t{4} * (inside.x - target.x),
        canvas.at(inside.x, inside.y),
        inside.width,
        inside.height};
}

} // namespace

void copyStill(const Canvas& canvas, const Still& still, int x, int y)
{
    const Part part = visiblePart(canvas, still, x, y);
    if (part.width > 0) {
        libyuv::ARGBCopy(
            part.from, still.pixels.stride(), part.to, canvas.stride, part.width, part.height);
    }
}

void paintStill(const Canvas& canvas, const Still& still, int x, int y)
{
    const Part part = visiblePart(canvas, still, x, y);
    if (part.width > 0 && !still.opaque) {
        libyuv::ARGBBlend(
            part.from,
            still.pixels.stride(),
            part.to,
            canvas.stride,
            part.to,
            canvas.stride,
            part.width,
            part.height);
    } else {
        copyStill(canvas, still, x, y);
    }
}

Painter::Planes Painter::planar(const frame::CpuPicture& picture)
{
    Planes planes;
    if (picture.format == frame::PixelFormat::kI420 && picture.rotation == 0) {
        for (std::size_t i = 0; i < 3; ++i) {
            planes.data[i] = picture.planes[i].data;
            planes.stride[i] = picture.planes[i].stride;
        }
        planes.width = picture.width;
        planes.height = picture.height;
        return planes;
    }
    const bool sideways = onItsSide(picture.rotation);
    planes.width = sideways ? picture.height : picture.width;
    planes.height = sideways ? picture.width : picture.height;
    const auto luma =
        static_cast<std::size_t>(planes.width) * static_cast<std::size_t>(planes.height);
    const auto chroma = static_cast<std::size_t>(half(planes.width)) *
                        static_cast<std::size_t>(half(planes.height));
    turned_.resize(luma + 2 * chroma);
    std::uint8_t* y = turned_.data();
    std::uint8_t* u = y + luma;
    std::uint8_t* v = u + chroma;
    planes.data = {y, u, v};
    planes.stride = {planes.width, half(planes.width), half(planes.width)};
    const auto& from = picture.planes;
    if (picture.format == frame::PixelFormat::kI420) {
        libyuv::I420Rotate(
            from[0].data,
            from[0].stride,
            from[1].data,
            from[1].stride,
            from[2].data,
            from[2].stride,
            y,
            planes.stride[0],
            u,
            planes.stride[1],
            v,
            planes.stride[2],
            picture.width,
            picture.height,
            static_cast<libyuv::RotationMode>(picture.rotation));
    } else {
        libyuv::NV12ToI420Rotate(
            from[0].data,
            from[0].stride,
            from[1].data,
            from[1].stride,
            y,
            planes.stride[0],
            u,
            planes.stride[1],
            v,
            planes.stride[2],
            picture.width,
            picture.height,
            static_cast<libyuv::RotationMode>(picture.rotation));
    }
    return planes;
}

Painter::Planes Painter::scaled(const Planes& from, int width, int height)
{
    const auto luma = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const auto chroma =
        static_cast<std::size_t>(half(width)) * static_cast<std::size_t>(half(height));
    scaled_.resize(luma + 2 * chroma);
    std::uint8_t* y = scaled_.data();
    std::uint8_t* u = y + luma;
    std::uint8_t* v = u + chroma;
    libyuv::I420Scale(
        from.data[0],
        from.stride[0],
        from.data[1],
        from.stride[1],
        from.data[2],
        from.stride[2],
        from.width,
        from.height,
        y,
        width,
        u,
        half(width),
        v,
        half(width),
        width,
        height,
        libyuv::kFilterBox);
    return {{y, u, v}, {width, half(width), half(width)}, width, height};
}

void Painter::paint(
    const Canvas& canvas, const frame::CpuPicture& picture, const Rect& source, const Rect& target)
{
    if (source.empty() || target.empty()) {
        return;
    }
    const Shape shape = uprightShape(picture);
    const bool whole = source == Rect{0, 0, shape.width, shape.height};
    const bool asStored = whole && picture.rotation == 0 && target.width == picture.width &&
                          target.height == picture.height;
    std::uint8_t* to = canvas.at(target.x, target.y);
    if (asStored && picture.format == frame::PixelFormat::kNv12) {
        libyuv::NV12ToARGBMatrix(
            picture.planes[0].data,
            picture.planes[0].stride,
            picture.planes[1].data,
            picture.planes[1].stride,
            to,
            canvas.stride,
            constantsFor(picture),
            target.width,
            target.height);
        return;
    }
    Planes planes = planar(picture);
    if (!whole) {
        // From shown to stored pixels; chroma is stored for every second one.
        const double across = static_cast<double>(planes.width) / shape.width;
        const double down = static_cast<double>(planes.height) / shape.height;
        const int x = static_cast<int>(source.x * across) & ~1;
        const int y = static_cast<int>(source.y * down) & ~1;
        planes.data[0] += std::ptrdiff_t{planes.stride[0]} * y + x;
        planes.data[1] += std::ptrdiff_t{planes.stride[1]} * (y / 2) + x / 2;
        planes.data[2] += std::ptrdiff_t{planes.stride[2]} * (y / 2) + x / 2;
        planes.width = std::clamp(static_cast<int>(source.width * across), 1, planes.width - x);
        planes.height = std::clamp(static_cast<int>(source.height * down), 1, planes.height - y);
    }
    if (planes.width != target.width || planes.height != target.height) {
        planes = scaled(planes, target.width, target.height);
    }
    libyuv::I420ToARGBMatrix(
        planes.data[0],
        planes.stride[0],
        planes.data[1],
        planes.stride[1],
        planes.data[2],
        planes.stride[2],
        to,
        canvas.stride,
        constantsFor(picture),
        target.width,
        target.height);
}

} // namespace jtv::screen
