// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a language brings to a picture: its direction, fonts, its own name, a few fixed words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jtv::typeset {

struct Language {
    std::string tag; // BCP 47, as asked for
    bool rightToLeft = false;
    std::string families; // Pango's list, best first
    double scale = 1;     // of the type size, so that scripts look equally large
    double lineHeight =
        1.34; // of the type size, for running text; the same for every font in the line
};

// Languages unknown here get Latin fonts with Noto's fallbacks and the direction CLDR knows.
// `font`: the theme's own family, before Noto's; may be empty.
Language languageOf(std::string_view tag, std::string_view font = {});

// In its own script: "فارسی"; the tag itself where nobody knows it.
std::string nativeName(std::string_view tag);

// "This page is in German.", in `language`, about a page in `pageLanguage`; falls back to the page
// language's own name.
std::string pageLanguageNote(std::string_view language, std::string_view pageLanguage);

// "closed", on the sign of a counter.
std::string closedWord(std::string_view language);

// The Debian package whose fonts have this character.
std::string_view fontPackageFor(char32_t character);

// The languages of the tables above, primary languages.
std::vector<std::string> knownLanguages();

} // namespace jtv::typeset
