// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Plain language for German: what makes a text hard for those who read little German. After
// DIN 8581-1 (Einfache Sprache) and the advice of the Federal Office of Administration.
#pragma once

#include "content/review/finding.h"
#include "content/review/german_text.h"

#include <string_view>
#include <vector>

namespace jtv::review {

class Speller;

struct PlainLanguage {
    int longestSentence = 15;         // words; Leichte Sprache: 10
    const Speller* speller = nullptr; // nullptr: spelling is not checked
};

// The findings of one leaf of text, all at `place`. Each word of one rule is named once.
std::vector<Finding>
reviewGerman(std::string_view text, const model::SourcePlace& place, const PlainLanguage& options);

// Reading ease after Amstad (1978): 180 - words a sentence - 58.5 * syllables a word; about 0 …
// 100, higher is easier. The same text always gives the same value. 0 words give 100.
double readingEase(std::string_view text);

} // namespace jtv::review
