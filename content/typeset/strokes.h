// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The paths that icons and signs are made of.
#pragma once

#include "content/typeset/text.h"

#include <cairo.h>
#include <initializer_list>
#include <numbers>

namespace jtv::typeset {

inline void line(cairo_t* cairo, std::initializer_list<Point> points)
{
    cairo_new_sub_path(cairo);
    for (const auto& point : points) {
        cairo_line_to(cairo, point.x, point.y);
    }
}

inline void circle(cairo_t* cairo, double x, double y, double radius)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
}

} // namespace jtv::typeset
