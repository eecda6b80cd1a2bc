// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a language brings to a picture: its direction, digits, fonts, its own name, a few fixed
// words.
#pragma once

#include <string>
#include <string_view>

namespace jtv::typeset {

struct Language {
    std::string tag; // BCP 47, as asked for
    bool rightToLeft = false;
    std::string families; // Pango's list, best first
    double scale = 1;     // of the type size, so that scripts look equally large
    double lineHeight =
        1.34; // of the type size, for running text; the same for every font in the line
    std::string_view digits; // "arab", "arabext", "latn" (Unicode CLDR numbering systems)
};

// Languages unknown here get Latin fonts with Noto's fallbacks, left to right.
Language languageOf(std::string_view tag);

// In its own script: "فارسی"; the tag itself where it is not known.
std::string nativeName(std::string_view tag);

// 12 → "١٢" in Arabic.
std::string localNumber(const Language& language, int number);

// "This page is in German.", in `language`, about a page in `pageLanguage`; falls back to the page
// language's own name.
std::string pageLanguageNote(std::string_view language, std::string_view pageLanguage);

} // namespace jtv::typeset
