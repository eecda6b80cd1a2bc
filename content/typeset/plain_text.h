// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text that is no slide: a zone filled with words, and the line of a ticker.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/typeset/typeset.h"

#include <cstdint>
#include <string>

namespace jtv::typeset {

struct PlainText {
    std::string text;                // valid UTF-8
    std::string language;            // BCP 47, for fonts; empty = by the letters
    std::uint32_t colour = 0xffffff; // 0xrrggbb
};

// The text in the middle, as large as it fits, clear between the letters. Errors: kInvalid (it does
// not fit at a readable size, or there is none), kInternal.
Result<Pixels> renderText(const PlainText& text, int width, int height);

// For a zone through which it can be moved: as renderText() where it can be read from the farthest
// seat then, otherwise in the smallest size that can, from the top and as high as it has to be.
// Errors: kInvalid (too long for the memory, or there is none), kInternal.
Result<Pixels> renderLongText(const PlainText& text, const Target& target);

// One line with a gap behind it, so that it can be repeated without end.
struct Ticker {
    Pixels strip;             // at least `least` px wide
    bool rightToLeft = false; // it is read, and wanders, the other way
};
// Line breaks become gaps. Errors: kInvalid (too long for the memory, or empty), kInternal.
Result<Ticker> renderTicker(const PlainText& text, int height, int least);

} // namespace jtv::typeset
