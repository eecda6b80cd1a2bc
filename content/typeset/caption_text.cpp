// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pango sets a caption's paragraphs, each in the direction of its own text.
#include "content/typeset/caption_text.h"

#include "base/c_handle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <pango/pangocairo.h>

namespace jtv::typeset {
namespace {

constexpr double kRubyScale = 0.5;

using Attributes = CHandle<PangoAttrList, pango_attr_list_unref>;

struct Paragraph {
    std::string text;
    Attributes attributes;
    struct Reading {
        int first = 0; // bytes
        int last = 0;
        std::string text;
    };
    std::vector<Reading> readings;
};

guint16 channel(double value)
{
    return static_cast<guint16>(std::lround(value * 65535));
}

void add(const Paragraph& paragraph, PangoAttribute* attribute, std::size_t first)
{
    attribute->start_index = static_cast<guint>(first);
    attribute->end_index = static_cast<guint>(paragraph.text.size());
    pango_attr_list_insert(paragraph.attributes.get(), attribute);
}

void addSpan(Paragraph& paragraph, const model::CaptionSpan& span)
{
    const auto first = paragraph.text.size();
    paragraph.text += span.text;
    if (span.bold) {
        add(paragraph, pango_attr_weight_new(PANGO_WEIGHT_BOLD), first);
    }
    if (span.italic) {
        add(paragraph, pango_attr_style_new(PANGO_STYLE_ITALIC), first);
    }
    if (span.underline) {
        add(paragraph, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), first);
    }
    if (!span.language.empty()) {
        auto* const language = pango_language_from_string(span.language.c_str());
        add(paragraph, pango_attr_language_new(language), first);
    }
    if (span.colour != model::CaptionColour::kNone) {
        const auto colour = captionColour(span.colour);
        add(paragraph,
            pango_attr_foreground_new(
                channel(colour.red), channel(colour.green), channel(colour.blue)),
            first);
    }
    if (!span.ruby.empty()) {
        paragraph.readings.push_back(
            {static_cast<int>(first), static_cast<int>(paragraph.text.size()), span.ruby});
    }
}

Paragraph paragraphOf(const model::CaptionLine& line)
{
    Paragraph paragraph;
    paragraph.attributes.reset(pango_attr_list_new());
    for (const auto& span : line) {
        addSpan(paragraph, span);
    }
    return paragraph;
}

double widthOf(PangoLayout* layout)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return logical.width / static_cast<double>(PANGO_SCALE);
}

void setWidth(PangoLayout* layout, double width)
{
    pango_layout_set_width(layout, static_cast<int>(std::ceil(width * PANGO_SCALE)));
}

// The narrowest that needs no more rows: the rows become equally long.
void balance(PangoLayout* layout, double width)
{
    const int rows = pango_layout_get_line_count(layout);
    if (rows < 2) {
        return;
    }
    double least = width / rows / 2;
    double most = width;
    while (most - least > 2) {
        const double middle = (least + most) / 2;
        setWidth(layout, middle);
        const bool fits =
            pango_layout_get_line_count(layout) == rows && widthOf(layout) <= middle + 1;
        (fits ? most : least) = middle;
    }
    setWidth(layout, most);
}

void addRows(SetCaption& set, const Lines& lines)
{
    const int count = pango_layout_get_line_count(lines.get());
    for (int i = 0; i < count; ++i) {
        PangoRectangle logical;
        auto* const line = pango_layout_get_line_readonly(lines.get(), i);
        pango_layout_line_get_extents(line, nullptr, &logical);
        const double scale = PANGO_SCALE;
        set.rows.push_back(
            {lines,
             i,
             logical.width / scale,
             -logical.y / scale,
             (logical.y + logical.height) / scale,
             pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL});
        set.width = std::max(set.width, set.rows.back().width);
    }
}

void addReadings(
    SetCaption& set,
    const Paragraph& paragraph,
    const Lines& lines,
    const TextSetter& setter,
    std::size_t firstRow)
{
    for (const auto& reading : paragraph.readings) {
        int row = 0;
        int from = 0;
        int to = 0;
        pango_layout_index_to_line_x(lines.get(), reading.first, FALSE, &row, &from);
        auto* const line = pango_layout_get_line_readonly(lines.get(), row);
        pango_layout_line_index_to_x(line, reading.last, FALSE, &to);
        CaptionRuby ruby;
        ruby.lines = setter.set(reading.text, {.size = set.size * kRubyScale}, 0);
        ruby.row = firstRow + static_cast<std::size_t>(row);
        ruby.middle = (from + to) / 2.0 / PANGO_SCALE;
        set.rubies.push_back(std::move(ruby));
    }
}

} // namespace

SetCaption
setCaption(const model::Caption& caption, const TextSetter& setter, double size, double width)
{
    SetCaption set;
    set.size = size;
    for (const auto& line : caption.lines) {
        const auto paragraph = paragraphOf(line);
        const auto lines = setter.set(paragraph.text, {.size = size}, width);
        pango_layout_set_attributes(lines.get(), paragraph.attributes.get());
        pango_layout_set_auto_dir(lines.get(), TRUE);
        set.tooWide = set.tooWide || widthOf(lines.get()) > width + 1;
        balance(lines.get(), width);
        const auto firstRow = set.rows.size();
        addRows(set, lines);
        addReadings(set, paragraph, lines, setter, firstRow);
    }
    const double leading = setter.language().lineHeight;
    set.lineHeight = size * (leading + (set.rubies.empty() ? 0 : kRubyScale * leading * 0.8));
    return set;
}

Colour captionColour(model::CaptionColour colour)
{
    // Red, magenta and blue as they are would be too dark.
    switch (colour) {
    case model::CaptionColour::kLime:
        return Colour::hex(0x66FF66);
    case model::CaptionColour::kCyan:
        return Colour::hex(0x5CF0F0);
    case model::CaptionColour::kRed:
        return Colour::hex(0xFFA3A3);
    case model::CaptionColour::kYellow:
        return Colour::hex(0xFFEE58);
    case model::CaptionColour::kMagenta:
        return Colour::hex(0xFFA6FF);
    case model::CaptionColour::kBlue:
        return Colour::hex(0xA9C4FF);
    case model::CaptionColour::kNone:
    case model::CaptionColour::kWhite:
    case model::CaptionColour::kBlack:
        break;
    }
    return Colour::hex(0xFFFFFF);
}

Colour captionGround()
{
    return Colour::hex(0x0A1214);
}

} // namespace jtv::typeset
