// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What Unicode's CLDR knows of a language; the only user of ICU. Any one thread; nothing fails:
// what is not known is answered in the way of the root locale.
#pragma once

#include "content/model/opening_hours.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::typeset {

bool isRightToLeft(std::string_view tag);

// ISO 15924, the usual one where the tag names none: "zh" → "Hans", "zh-TW" → "Hant".
std::string scriptNameOf(std::string_view tag);

// The language's name in itself: "polski"; the tag where CLDR has none.
std::string displayName(std::string_view tag);

// 12 → "١٢" in Arabic.
std::string localNumber(std::string_view tag, int number);

// One row for each of the hours' rows: "Monday – Friday" and "08:00–12:00", in 24 hours as is usual
// in Germany; a closed day has no times.
struct WordedHours {
    std::string days;
    std::vector<std::string> spans;
};
std::vector<WordedHours> wordedHours(std::string_view tag, const model::OpeningHours& hours);

// Scripts without spaces that need a dictionary to be broken into lines (Khmer, Lao, Burmese) get a
// zero-width space at each place where a line may end; other text is returned as it is. (Thai is
// broken by Pango itself, Chinese and Japanese need no dictionary.) Korean words, which Unicode
// would break at every syllable, are kept whole by word joiners, as is usual in headings.
std::string withBreaks(std::string_view tag, std::string text);

// One sentence a line, as Leichte Sprache is set.
std::string sentenceALine(std::string_view tag, const std::string& text);

} // namespace jtv::typeset
