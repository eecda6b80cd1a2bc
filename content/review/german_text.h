// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// German text as sentences and words. UTF-8 throughout; pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::review {

struct Word {
    std::string text;       // as written
    std::string lower;      // "Änderung" → "änderung"
    bool clauseEnd = false; // a comma, colon, semicolon or dash follows
};

struct TextSentence {
    std::string text;
    std::vector<Word> words; // letters and digits, hyphens and apostrophes inside; no addresses
};

// A sentence ends with . ! ? … before a blank, or with the text; not after an abbreviation, an
// ordinal number or an initial.
std::vector<TextSentence> sentencesOf(std::string_view text);

// Lower case of letters German uses.
std::string lowered(std::string_view text);
bool startsUpper(std::string_view word);
bool endsWith(std::string_view word, std::string_view end);
bool startsWith(std::string_view word, std::string_view begin);

// An abbreviation that ends with a full stop, or with several: "z.B.", "bzw.", "Nr.".
struct Abbreviation {
    std::string_view shortForm; // in lower case, without blanks
    std::string_view longForm;
};
std::span<const Abbreviation> abbreviations();

} // namespace jtv::review
