// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Cairo's ARGB32 is what Pixels holds.
#include "content/ingest/drawing.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace jtv::ingest {

Result<Pixels>
drawn(double width, double height, bool onWhite, const std::function<Status(cairo_t*)>& paint)
{
    constexpr double kLong = 1920;
    constexpr double kShort = 1080;
    if (!(width > 0) || !(height > 0) || !std::isfinite(width) || !std::isfinite(height)) {
        return Error{ErrorKind::kInvalid, "the drawing has no size; save it as a PNG picture"};
    }
    const bool wide = width >= height;
    const double scale =
        std::min((wide ? kLong : kShort) / width, (wide ? kShort : kLong) / height);
    Pixels pixels(
        std::max(1, static_cast<int>(std::lround(width * scale))),
        std::max(1, static_cast<int>(std::lround(height * scale))));
    const Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
    const Painter painter(cairo_create(surface.get()));
    if (cairo_status(painter.get()) != CAIRO_STATUS_SUCCESS) {
        return Error{ErrorKind::kInvalid, "the drawing needs too much memory; save it as PNG"};
    }
    if (onWhite) {
        cairo_set_source_rgb(painter.get(), 1, 1, 1);
        cairo_paint(painter.get());
    }
    cairo_scale(painter.get(), scale, scale);
    if (auto painted = paint(painter.get()); !painted) {
        return std::move(painted).error();
    }
    cairo_surface_flush(surface.get());
    const auto* data = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < pixels.height; ++y) {
        std::memcpy(
            pixels.row(y),
            data + std::ptrdiff_t{y} * stride,
            static_cast<std::size_t>(pixels.stride()));
    }
    return pixels;
}

} // namespace jtv::ingest
