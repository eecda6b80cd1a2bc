// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Soft hyphens for long German words, so that they may break at the end of a line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::typeset {

// Patterns of one level of a dictionary in libhyphen's text format, looked up letter by letter
// (Liang). libhyphen itself needs a second to load the German one, this some 30 ms.
class HyphenPatterns {
public:
    // One pattern a line: "misch1wald". Anything else in the text is passed over.
    explicit HyphenPatterns(std::string_view lines);

    // `word` in the dictionary's encoding, lower case. Element i: may it break after letter i?
    std::vector<bool> breaks(std::string_view word) const;

private:
    struct Pattern {
        std::uint32_t letters; // where they begin in letters_
        std::uint32_t values;  // where they begin in values_: one more than letters
        std::uint32_t length;
    };
    std::string_view lettersOf(const Pattern& pattern) const;

    std::string letters_;
    std::string values_;
    std::vector<Pattern> patterns_; // sorted by letters
};

// Any one thread; const and thread-safe after it was made.
class Hyphenation {
public:
    // Reads Debian's German dictionary (package hyphen-de); where it is missing, nothing is
    // hyphenated.
    Hyphenation();

    // German text with soft hyphens in its long words.
    std::string withSoftHyphens(std::string_view text) const;

private:
    std::string hyphenated(std::string_view word) const;

    HyphenPatterns joints_; // between the parts of compound words
    HyphenPatterns syllables_;
};

} // namespace jtv::typeset
