// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Rows of the call layer.
#include "content/typeset/call.h"

#include "content/typeset/canvas.h"
#include "content/typeset/glyph_lock.h"
#include "content/typeset/sizes.h"
#include "content/typeset/text.h"
#include "content/typeset/theme.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <numbers>
#include <pango/pangocairo.h>

namespace jtv::typeset {
namespace {

constexpr Colour kCalmGround = Colour::hex(0x00363D);
constexpr Colour kCalmText = Colour::hex(0xFFFFFF);
constexpr Colour kLitGround = Colour::hex(0xFFD84D);
constexpr Colour kLitText = Colour::hex(0x10191B);
constexpr Colour kEdge = Colour::hex(0xFFD84D);

// A ticket with a notch on either side.
void drawTicket(cairo_t* cairo, const Box& box)
{
    constexpr double kPi = std::numbers::pi;
    const double notch = box.height * 0.16;
    const double top = box.y + box.height * 0.18;
    const double height = box.height * 0.64;
    const double middle = top + height / 2;
    cairo_new_path(cairo);
    cairo_move_to(cairo, box.x, top);
    cairo_line_to(cairo, box.x + box.width, top);
    cairo_arc_negative(cairo, box.x + box.width, middle, notch, -kPi / 2, kPi / 2);
    cairo_line_to(cairo, box.x + box.width, top + height);
    cairo_line_to(cairo, box.x, top + height);
    cairo_arc_negative(cairo, box.x, middle, notch, kPi / 2, -kPi / 2);
    cairo_close_path(cairo);
    cairo_set_line_width(cairo, box.height * 0.07);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo);
    for (const double share : {0.4, 0.6}) {
        cairo_move_to(cairo, box.x + box.width * 0.3, top + height * share);
        cairo_line_to(cairo, box.x + box.width * 0.7, top + height * share);
        cairo_stroke(cairo);
    }
}

void drawArrow(cairo_t* cairo, const Box& box)
{
    const double middle = box.y + box.height / 2;
    const double tip = box.x + box.width;
    cairo_set_line_width(cairo, box.height * 0.12);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    cairo_move_to(cairo, box.x, middle);
    cairo_line_to(cairo, tip, middle);
    cairo_move_to(cairo, tip - box.height * 0.3, middle - box.height * 0.28);
    cairo_line_to(cairo, tip, middle);
    cairo_line_to(cairo, tip - box.height * 0.3, middle + box.height * 0.28);
    cairo_stroke(cairo);
}

// A door that stands open.
void drawDoor(cairo_t* cairo, const Box& box)
{
    const double width = box.height * 0.56;
    const double left = box.x + (box.width - width) / 2;
    const double top = box.y + box.height * 0.08;
    const double height = box.height * 0.84;
    cairo_set_line_width(cairo, box.height * 0.07);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    cairo_rectangle(cairo, left, top, width, height);
    cairo_stroke(cairo);
    cairo_move_to(cairo, left, top);
    cairo_line_to(cairo, left + width * 0.62, top + height * 0.14);
    cairo_line_to(cairo, left + width * 0.62, top + height * 1.08);
    cairo_line_to(cairo, left, top + height);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

struct Ink {
    Colour ground;
    Colour text;
};

class Row {
public:
    Row(cairo_t* cairo, const TextSetter& setter, const Box& box)
        : cairo_(cairo), setter_(setter), box_(box), unit_(box.height)
    {}

    void draw(const model::Call& call, const Ink& ink)
    {
        setColour(cairo_, ink.ground);
        cairo_new_path(cairo_);
        cairo_rectangle(cairo_, box_.x, box_.y, box_.width, box_.height);
        cairo_fill(cairo_);
        setColour(cairo_, ink.text);
        const bool counter = !call.counter.empty();
        const double icons = unit_ * (counter ? 3.1 : 1.2);
        const double room = box_.width - 2 * margin() - icons;
        const auto number = fitted(call.number, counter ? room * 0.55 : room);
        const auto place = fitted(call.counter, room * 0.45);
        const double width =
            icons + logicalBox(number).width + (counter ? logicalBox(place).width : 0.0);
        at_ = box_.x + (box_.width - width) / 2;
        drawTicket(cairo_, next(0.8, 0.2));
        text(number);
        if (counter) {
            at_ += unit_ * 0.25;
            drawArrow(cairo_, next(0.65, 0.25));
            drawDoor(cairo_, next(0.6, 0.15));
            text(place);
        }
    }

private:
    double margin() const { return unit_ * 0.3; }

    // An icon's box, and the gap behind it, in heights of the row.
    Box next(double width, double gap)
    {
        const double height = unit_ * 0.6;
        const Box box{at_, box_.y + (unit_ - height) / 2, unit_ * width, height};
        at_ += unit_ * (width + gap);
        return box;
    }

    Lines fitted(const std::string& letters, double room) const
    {
        TextStyle style{.size = unit_ * 0.62, .bold = true, .leftToRight = true};
        auto lines = setter_.set(letters, style, 0);
        const double width = logicalBox(lines).width;
        if (width > room) {
            style.size *= room / width;
            lines = setter_.set(letters, style, 0);
        }
        return lines;
    }

    void text(const Lines& lines)
    {
        const auto size = logicalBox(lines);
        cairo_new_path(cairo_);
        cairo_move_to(cairo_, at_, box_.y + (unit_ - size.height) / 2);
        pango_cairo_show_layout(cairo_, lines.get());
        cairo_new_path(cairo_);
        at_ += size.width;
    }

    cairo_t* cairo_;
    const TextSetter& setter_;
    Box box_;
    double unit_;
    double at_ = 0;
};

} // namespace

Result<Patch> renderCalls(const std::vector<model::Call>& calls, bool lit, const Target& target)
{
    const GlyphLock lock;
    if (calls.empty()) {
        return Patch{};
    }
    const auto readable = smallestText(target);
    if (!readable) {
        return readable.error();
    }
    constexpr double kReadableScale = 3; // a number is read at a glance
    const double shortSide = std::min(target.width, target.height);
    const double first =
        std::clamp(*readable * kReadableScale, shortSide * 0.2, std::max(shortSide * 0.3, 1.0));
    const double other = first * 0.62;
    const double edge = std::max(2.0, std::round(first * 0.05));
    const auto height = std::min<double>(
        target.height, std::ceil(first + other * static_cast<double>(calls.size() - 1) + edge));
    Patch patch;
    patch.pixels = Pixels(target.width, static_cast<int>(height));
    const auto surface = surfaceOn(patch.pixels);
    const Context cairo(cairo_create(surface.get()));
    setColour(cairo.get(), kEdge);
    cairo_paint(cairo.get());
    const TextSetter setter(languageOf("en"));
    double top = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const double row = i == 0 ? first : other;
        const Ink ink = i == 0 && lit ? Ink{kLitGround, kLitText} : Ink{kCalmGround, kCalmText};
        Row(cairo.get(), setter, {0, top, static_cast<double>(target.width), row})
            .draw(calls[i], ink);
        top += row;
    }
    cairo_surface_flush(surface.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
        return Error{ErrorKind::kInternal, "Cairo cannot paint the calls; there is no memory left"};
    }
    return patch;
}

} // namespace jtv::typeset
