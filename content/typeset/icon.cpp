// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The icons, in a square of 24 units with lines of 1.5 units.
#include "content/typeset/icon.h"

#include "content/typeset/strokes.h"

#include <initializer_list>
#include <numbers>

namespace jtv::typeset {
namespace {

constexpr double kPi = std::numbers::pi;

void rounded(cairo_t* cairo, double x, double y, double width, double height, double radius)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -kPi / 2, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, kPi / 2);
    cairo_arc(cairo, x + radius, y + height - radius, radius, kPi / 2, kPi);
    cairo_arc(cairo, x + radius, y + radius, radius, kPi, 3 * kPi / 2);
    cairo_close_path(cairo);
}

void dot(cairo_t* cairo, double x, double y)
{
    cairo_new_sub_path(cairo);
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, x, y); // a round cap makes it a dot
}

void clock(cairo_t* cairo)
{
    circle(cairo, 12, 12, 9.25);
    line(cairo, {{12, 6.5}, {12, 12}, {15.75, 14.25}});
}

void document(cairo_t* cairo)
{
    line(cairo, {{14, 2.75}, {6.5, 2.75}, {5, 4.25}, {5, 19.75}, {6.5, 21.25}, {17.5, 21.25}});
    line(cairo, {{17.5, 21.25}, {19, 19.75}, {19, 7.75}, {14, 2.75}, {14, 7.75}, {19, 7.75}});
    line(cairo, {{8.5, 12}, {15.5, 12}});
    line(cairo, {{8.5, 16.5}, {13.5, 16.5}});
}

void calendar(cairo_t* cairo)
{
    rounded(cairo, 3.25, 4.75, 17.5, 16.5, 2);
    line(cairo, {{3.25, 9.75}, {20.75, 9.75}});
    line(cairo, {{8, 2.5}, {8, 6.5}});
    line(cairo, {{16, 2.5}, {16, 6.5}});
    line(cairo, {{8.25, 15.25}, {11, 18}, {15.75, 13}});
}

void phone(cairo_t* cairo)
{
    rounded(cairo, 6.25, 2.25, 11.5, 19.5, 2.25);
    line(cairo, {{10.5, 18.5}, {13.5, 18.5}});
}

void speech(cairo_t* cairo)
{
    cairo_new_sub_path(cairo);
    line(cairo, {{8.5, 13.75}, {5.25, 17}, {5.25, 13.6}});
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 4.5, 11.75, 2, kPi / 2, kPi);
    cairo_arc(cairo, 4.5, 4.75, 2, kPi, 3 * kPi / 2);
    cairo_arc(cairo, 13.5, 4.75, 2, -kPi / 2, 0);
    cairo_arc(cairo, 13.5, 11.75, 2, 0, kPi / 2);
    cairo_line_to(cairo, 8.5, 13.75);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 19.5, 9.25, 2, -kPi / 2, 0);
    cairo_arc(cairo, 19.5, 16, 2, 0, kPi / 2);
    line(cairo, {{19.5, 18}, {19.25, 18}, {19.25, 21.25}, {16, 18}, {11.5, 18}});
    line(cairo, {{6.25, 8.25}, {12, 8.25}});
}

void info(cairo_t* cairo)
{
    circle(cairo, 12, 12, 9.25);
    line(cairo, {{12, 11}, {12, 16.5}});
    dot(cairo, 12, 7.6);
}

void upload(cairo_t* cairo)
{
    line(cairo, {{12, 15.5}, {12, 3.5}});
    line(cairo, {{7, 8.5}, {12, 3.5}, {17, 8.5}});
    line(cairo, {{3.5, 15}, {3.5, 20.5}, {20.5, 20.5}, {20.5, 15}});
}

void house(cairo_t* cairo)
{
    line(cairo, {{2.75, 11.25}, {12, 3.25}, {21.25, 11.25}});
    line(cairo, {{5.25, 9.5}, {5.25, 20.75}, {18.75, 20.75}, {18.75, 9.5}});
    line(cairo, {{9.75, 20.5}, {9.75, 14.25}, {14.25, 14.25}, {14.25, 20.5}});
}

void person(cairo_t* cairo)
{
    circle(cairo, 12, 7.5, 4.25);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 12, 21.5, 8, kPi, 2 * kPi);
    cairo_close_path(cairo);
}

void quiet(cairo_t* cairo)
{
    line(
        cairo,
        {{3, 9.25}, {3, 14.75}, {6.75, 14.75}, {12, 19.25}, {12, 4.75}, {6.75, 9.25}, {3, 9.25}});
    line(cairo, {{16, 9.5}, {21, 14.5}});
    line(cairo, {{21, 9.5}, {16, 14.5}});
}

void path(cairo_t* cairo, model::SlideIcon icon)
{
    switch (icon) {
    case model::SlideIcon::kNone:
        return;
    case model::SlideIcon::kClock:
        return clock(cairo);
    case model::SlideIcon::kDocument:
        return document(cairo);
    case model::SlideIcon::kCalendar:
        return calendar(cairo);
    case model::SlideIcon::kPhone:
        return phone(cairo);
    case model::SlideIcon::kSpeech:
        return speech(cairo);
    case model::SlideIcon::kInfo:
        return info(cairo);
    case model::SlideIcon::kUpload:
        return upload(cairo);
    case model::SlideIcon::kHouse:
        return house(cairo);
    case model::SlideIcon::kPerson:
        return person(cairo);
    case model::SlideIcon::kQuiet:
        return quiet(cairo);
    }
}

} // namespace

void drawIcon(cairo_t* cairo, model::SlideIcon icon, double x, double y, double size)
{
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, size / 24, size / 24);
    cairo_set_line_width(cairo, 1.4);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    path(cairo, icon);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

} // namespace jtv::typeset
