// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pango with a font map for each thread.
#include "content/typeset/text.h"

#include "base/c_handle.h"

#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>
#include <utility>

namespace jtv::typeset {
namespace {

void unref(void* object)
{
    g_object_unref(object);
}

using FontMap = CHandle<PangoFontMap, unref>;
using FontOptions = CHandle<cairo_font_options_t, cairo_font_options_destroy>;
using Description = CHandle<PangoFontDescription, pango_font_description_free>;
using LayoutIter = CHandle<PangoLayoutIter, pango_layout_iter_free>;

PangoFontMap* fontsOfThisThread()
{
    thread_local const FontMap fonts = [] {
        FontMap map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
        return map;
    }();
    return fonts.get();
}

constexpr double kOneSize = 64; // units

Box boxOf(const PangoRectangle& rectangle, double scale)
{
    const double unit = scale / PANGO_SCALE;
    return {
        rectangle.x * unit, rectangle.y * unit, rectangle.width * unit, rectangle.height * unit};
}

PangoContext* makeContext(const std::string& language, bool rightToLeft)
{
    PangoContext* const context = pango_font_map_create_context(fontsOfThisThread());
    pango_context_set_language(context, pango_language_from_string(language.c_str()));
    pango_context_set_base_dir(context, rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
    // The same picture on every machine: no hinting, no settings of the desktop.
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options.get());
    return context;
}

using Attributes = CHandle<PangoAttrList, pango_attr_list_unref>;

// The fonts' own heights differ much, and with fallback from line to line.
void setLineHeight(PangoLayout* lines, double height)
{
    const Attributes attributes(pango_attr_list_new());
    pango_attr_list_insert(
        attributes.get(),
        pango_attr_line_height_new_absolute(static_cast<int>(height * PANGO_SCALE)));
    pango_layout_set_attributes(lines, attributes.get());
}

} // namespace

void TextSetter::Unref::operator()(void* object) const
{
    unref(object);
}

TextSetter::TextSetter(Language language, Fonts fonts)
    : language_(std::move(language)), fonts_(fonts),
      context_(makeContext(language_.tag, language_.rightToLeft)),
      leftToRight_(makeContext("en", false))
{}

Lines TextSetter::set(const std::string& text, const TextStyle& style, double width) const
{
    const bool rightToLeft = language_.rightToLeft && !style.leftToRight;
    const double size = fonts_ == Fonts::kOneSize ? kOneSize : style.size;
    Lines lines{
        {pango_layout_new((style.leftToRight ? leftToRight_ : context_).get()), Unref{}},
        style.size / size};
    const Description font(pango_font_description_new());
    const double scale = style.leftToRight ? 1 : language_.scale;
    pango_font_description_set_family(
        font.get(), style.leftToRight ? "Noto Sans" : language_.families.c_str());
    pango_font_description_set_absolute_size(font.get(), size * scale * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(lines.get(), font.get());
    pango_layout_set_auto_dir(lines.get(), FALSE);
    pango_layout_set_wrap(lines.get(), PANGO_WRAP_WORD);
    const double lineHeight = style.leftToRight ? Language{}.lineHeight : language_.lineHeight;
    setLineHeight(lines.get(), size * lineHeight * (style.heading ? 0.9 : 1));
    if (width > 0) {
        const double units = width / lines.scale;
        pango_layout_set_width(lines.get(), static_cast<int>(std::floor(units * PANGO_SCALE)));
    }
    PangoAlignment alignment = rightToLeft ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    if (style.centred) {
        alignment = PANGO_ALIGN_CENTER;
    }
    pango_layout_set_alignment(lines.get(), alignment);
    pango_layout_set_text(lines.get(), text.data(), static_cast<int>(text.size()));
    return lines;
}

Box logicalBox(const Lines& lines)
{
    PangoRectangle logical;
    pango_layout_get_extents(lines.get(), nullptr, &logical);
    return boxOf(logical, lines.scale);
}

Box inkBox(const Lines& lines)
{
    PangoRectangle ink;
    pango_layout_get_extents(lines.get(), &ink, nullptr);
    return boxOf(ink, lines.scale);
}

int lineCount(const Lines& lines)
{
    return pango_layout_get_line_count(lines.get());
}

double firstLineHeight(const Lines& lines)
{
    PangoRectangle logical;
    pango_layout_line_get_extents(
        pango_layout_get_line_readonly(lines.get(), 0), nullptr, &logical);
    return boxOf(logical, lines.scale).height;
}

bool hasUnknownGlyphs(const Lines& lines)
{
    return pango_layout_get_unknown_glyphs_count(lines.get()) > 0;
}

std::vector<char32_t> unknownCharacters(const Lines& lines)
{
    std::vector<char32_t> unknown;
    const LayoutIter iter(pango_layout_get_iter(lines.get()));
    do {
        const auto* const run = pango_layout_iter_get_run_readonly(iter.get());
        for (int i = 0; run != nullptr && i < run->glyphs->num_glyphs; ++i) {
            const auto glyph = run->glyphs->glyphs[i].glyph;
            const auto character = static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            const bool known =
                glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
            if (!known && std::find(unknown.begin(), unknown.end(), character) == unknown.end()) {
                unknown.push_back(character);
            }
        }
    } while (pango_layout_iter_next_run(iter.get()) != 0);
    return unknown;
}

} // namespace jtv::typeset
