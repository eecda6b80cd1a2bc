// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The signs, in a square of 24 units.
#include "content/typeset/place_sign.h"

#include "content/typeset/strokes.h"

#include <initializer_list>
#include <numbers>

namespace jtv::typeset {
namespace {

void frame(cairo_t* cairo)
{
    line(cairo, {{4, 2.5}, {20, 2.5}, {20, 21.5}, {4, 21.5}, {4, 2.5}});
}

// A person on a dot: you are here.
void here(cairo_t* cairo)
{
    circle(cairo, 12, 12, 10.5);
    circle(cairo, 12, 8.5, 2.6);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 12, 18, 5, std::numbers::pi, 2 * std::numbers::pi);
    cairo_close_path(cairo);
}

void entrance(cairo_t* cairo)
{
    line(cairo, {{14, 3}, {20.5, 3}, {20.5, 21}, {14, 21}});
    line(cairo, {{3, 12}, {15, 12}});
    line(cairo, {{10.5, 7.5}, {15, 12}, {10.5, 16.5}});
}

void stairs(cairo_t* cairo)
{
    line(
        cairo,
        {{3, 20.5},
         {8, 20.5},
         {8, 15.5},
         {13, 15.5},
         {13, 10.5},
         {18, 10.5},
         {18, 5.5},
         {21.5, 5.5}});
}

void lift(cairo_t* cairo)
{
    frame(cairo);
    line(cairo, {{8.5, 10}, {12, 6}, {15.5, 10}});
    line(cairo, {{8.5, 14}, {12, 18}, {15.5, 14}});
}

// Two persons with a wall between them.
void toilet(cairo_t* cairo)
{
    line(cairo, {{12, 2.5}, {12, 21.5}});
    circle(cairo, 6, 5, 2);
    line(cairo, {{6, 8.5}, {6, 14}, {4, 20.5}});
    line(cairo, {{6, 14}, {8, 20.5}});
    line(cairo, {{3, 10.5}, {6, 8.5}, {9, 10.5}});
    circle(cairo, 18, 5, 2);
    line(cairo, {{18, 8.5}, {14.8, 16}, {21.2, 16}, {18, 8.5}});
    line(cairo, {{16.8, 16}, {16.8, 20.5}});
    line(cairo, {{19.2, 16}, {19.2, 20.5}});
}

void path(cairo_t* cairo, model::FloorPlan::Kind kind)
{
    using Kind = model::FloorPlan::Kind;
    switch (kind) {
    case Kind::kRoom:
    case Kind::kCounter:
    case Kind::kGoal:
        return;
    case Kind::kHere:
        return here(cairo);
    case Kind::kEntrance:
        return entrance(cairo);
    case Kind::kStairs:
        return stairs(cairo);
    case Kind::kLift:
        return lift(cairo);
    case Kind::kToilet:
        return toilet(cairo);
    }
}

} // namespace

void drawPlaceSign(cairo_t* cairo, model::FloorPlan::Kind kind, double x, double y, double size)
{
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, size / 24, size / 24);
    cairo_set_line_width(cairo, 1.6);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    path(cairo, kind);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

} // namespace jtv::typeset
