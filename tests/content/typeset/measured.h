// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Measures what a scene has placed.
#pragma once

#include "content/typeset/scene.h"

#include <pango/pango.h>

namespace jtv::typeset {

inline bool inside(const Box& inner, const Box& outer, double slack)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

inline Box inkOf(const PlacedText& text)
{
    auto ink = inkBox(text.lines);
    ink.x += text.x;
    ink.y += text.y;
    return ink;
}

inline double sizeOf(const PlacedText& text)
{
    const auto* const font = pango_layout_get_font_description(text.lines.get());
    return pango_font_description_get_size(font) / double{PANGO_SCALE} * text.lines.scale;
}

template <typename Visit>
void forEachText(const Scene& scene, Visit visit)
{
    for (const auto& element : scene.composition().elements) {
        if (const auto* const text = std::get_if<PlacedText>(&element)) {
            visit(*text);
        }
    }
}

// Nothing painted outside its room or the picture, every letter known to a font.
inline bool isWhole(const Scene& scene)
{
    bool whole = true;
    forEachText(scene, [&](const PlacedText& text) {
        const double slack = sizeOf(text) * 0.3;
        whole = whole && inside(inkOf(text), text.room, slack) &&
                inside(inkOf(text), scene.whole(), 0) && !hasUnknownGlyphs(text.lines);
    });
    return whole;
}

} // namespace jtv::typeset
