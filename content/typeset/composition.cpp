// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Cairo paints the elements.
#include "content/typeset/composition.h"

#include "content/typeset/canvas.h"
#include "content/typeset/icon.h"
#include "content/typeset/place_sign.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <pango/pangocairo.h>

namespace jtv::typeset {
namespace {

void boxPath(cairo_t* cairo, const Box& box, double radius)
{
    constexpr double kPi = std::numbers::pi;
    cairo_new_path(cairo);
    if (radius <= 0) {
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
        return;
    }
    const double r = std::min({radius, box.width / 2, box.height / 2});
    cairo_arc(cairo, box.x + box.width - r, box.y + r, r, -kPi / 2, 0);
    cairo_arc(cairo, box.x + box.width - r, box.y + box.height - r, r, 0, kPi / 2);
    cairo_arc(cairo, box.x + r, box.y + box.height - r, r, kPi / 2, kPi);
    cairo_arc(cairo, box.x + r, box.y + r, r, kPi, 3 * kPi / 2);
    cairo_close_path(cairo);
}

// The head is four strokes long.
void arrowHead(cairo_t* cairo, const Point& from, const Point& tip, double stroke)
{
    const double length = std::max(1.0, std::hypot(tip.x - from.x, tip.y - from.y));
    const double dx = (tip.x - from.x) / length * stroke * 2;
    const double dy = (tip.y - from.y) / length * stroke * 2;
    cairo_new_path(cairo);
    cairo_move_to(cairo, tip.x + dx, tip.y + dy);
    cairo_line_to(cairo, tip.x - dx - dy, tip.y - dy + dx);
    cairo_line_to(cairo, tip.x - dx + dy, tip.y - dy - dx);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

struct Painter {
    cairo_t* cairo;

    void operator()(const FilledBox& element) const
    {
        setColour(cairo, element.colour);
        boxPath(cairo, element.box, element.radius);
        cairo_fill(cairo);
    }
    void operator()(const OutlinedBox& element) const
    {
        setColour(cairo, element.colour);
        boxPath(cairo, element.box, element.radius);
        cairo_set_line_width(cairo, element.stroke);
        cairo_stroke(cairo);
    }
    void operator()(const PlacedText& element) const
    {
        setColour(cairo, element.colour);
        cairo_save(cairo);
        cairo_translate(cairo, element.x, element.y);
        cairo_scale(cairo, element.lines.scale, element.lines.scale);
        cairo_move_to(cairo, 0, 0);
        pango_cairo_show_layout(cairo, element.lines.get());
        cairo_restore(cairo);
    }
    void operator()(const PlacedIcon& element) const
    {
        setColour(cairo, element.colour);
        drawIcon(cairo, element.icon, element.box.x, element.box.y, element.box.width);
    }
    void operator()(const PlacedCode& element) const
    {
        cairo_set_source_rgb(cairo, 0, 0, 0);
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
        cairo_new_path(cairo);
        const int width = element.modules.width;
        for (int i = 0; i < width * width; ++i) {
            if (element.modules.dark[static_cast<std::size_t>(i)]) {
                const int x = element.x + i % width * element.module;
                const int y = element.y + i / width * element.module;
                cairo_rectangle(cairo, x, y, element.module, element.module);
            }
        }
        cairo_fill(cairo);
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
    }
    void operator()(const PlacedPicture& element) const
    {
        const auto& picture = *element.picture;
        // Cairo only reads from it.
        auto* const bytes = const_cast<unsigned char*>(picture.bgra.data()); // NOLINT
        const Surface surface(cairo_image_surface_create_for_data(
            bytes, CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.stride()));
        const auto& box = element.box;
        const double across = box.width / picture.width;
        const double down = box.height / picture.height;
        const double scale = element.whole ? std::min(across, down) : std::max(across, down);
        const double width = std::min(box.width, picture.width * scale);
        const double height = std::min(box.height, picture.height * scale);
        cairo_save(cairo);
        boxPath(
            cairo,
            {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height},
            0);
        cairo_clip(cairo);
        cairo_translate(cairo, box.x + box.width / 2, box.y + box.height / 2);
        cairo_scale(cairo, scale, scale);
        cairo_set_source_surface(cairo, surface.get(), -picture.width / 2.0, -picture.height / 2.0);
        cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
        cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
        cairo_paint(cairo);
        cairo_restore(cairo);
    }
    void operator()(const PlacedSign& element) const
    {
        setColour(cairo, element.colour);
        const auto& box = element.box;
        const double side = std::min(box.width, box.height);
        drawPlaceSign(
            cairo,
            element.kind,
            box.x + (box.width - side) / 2,
            box.y + (box.height - side) / 2,
            side);
    }
    void operator()(const PlacedWay& element) const
    {
        if (element.points.size() < 2) {
            return;
        }
        setColour(cairo, element.colour);
        cairo_new_path(cairo);
        for (const auto& point : element.points) {
            cairo_line_to(cairo, point.x, point.y);
        }
        cairo_set_line_width(cairo, element.stroke);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(cairo);
        arrowHead(
            cairo,
            element.points[element.points.size() - 2],
            element.points.back(),
            element.stroke);
    }
    void operator()(const PlacedArrow& element) const
    {
        setColour(cairo, element.colour);
        const auto& box = element.box;
        const double middle = box.y + box.height / 2;
        const double tip = element.rightToLeft ? box.x : box.x + box.width;
        const double tail = element.rightToLeft ? box.x + box.width : box.x;
        const double back = tip + (tail - tip) * 0.4;
        cairo_set_line_width(cairo, box.height * 0.12);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_new_path(cairo);
        cairo_move_to(cairo, tail, middle);
        cairo_line_to(cairo, tip, middle);
        cairo_move_to(cairo, back, box.y + box.height * 0.2);
        cairo_line_to(cairo, tip, middle);
        cairo_line_to(cairo, back, box.y + box.height * 0.8);
        cairo_stroke(cairo);
    }
};

struct Mover {
    double dx;
    double dy;

    void operator()(PlacedText& element) const
    {
        element.x += dx;
        element.y += dy;
        element.room.x += dx;
        element.room.y += dy;
    }
    void operator()(PlacedCode& element) const
    {
        element.x += static_cast<int>(dx);
        element.y += static_cast<int>(dy);
    }
    void operator()(PlacedWay& element) const
    {
        for (auto& point : element.points) {
            point.x += dx;
            point.y += dy;
        }
    }
    template <typename Boxed>
    void operator()(Boxed& element) const
    {
        element.box.x += dx;
        element.box.y += dy;
    }
};

} // namespace

Element moved(Element element, double dx, double dy)
{
    std::visit(Mover{dx, dy}, element);
    return element;
}

Result<Pixels> paint(const Composition& composition)
{
    Pixels pixels(composition.width, composition.height);
    const auto surface = surfaceOn(pixels);
    const Context cairo(cairo_create(surface.get()));
    for (const auto& element : composition.elements) {
        std::visit(Painter{cairo.get()}, element);
    }
    cairo_surface_flush(surface.get());
    if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
        return Error{
            ErrorKind::kInternal,
            fmt::format("Cairo cannot paint the picture: {}", cairo_status_to_string(status))};
    }
    return pixels;
}

} // namespace jtv::typeset
