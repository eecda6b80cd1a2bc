// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reading speeds, as data.
#include "content/model/reading_speed.h"

#include "content/model/language_tag.h"

#include <algorithm>
#include <array>

namespace jtv::model {
namespace {

// Mean characters a minute (without spaces) of practised adults reading aloud:
// Trauzettel-Klosinski, Dietz and the IReST Study Group, "Standardized Assessment of Reading
// Performance: The New International Reading Speed Texts IReST", Investigative Ophthalmology &
// Visual Science 53 (2012), 5452-5461, table 2. Rows whose third word is another language were not
// measured there and take the nearest one's figure: of the same family and script, else of the same
// kind of script (a syllable a sign: Chinese for Korean, Japanese for Ethiopic; Arabic for what is
// written with its letters). Scripts of South and South-East Asia have no near one and take the
// slowest alphabet's.
constexpr std::array kSpeeds{
    ReadingSpeed{"am", 357, "ja"},  ReadingSpeed{"ar", 612, "ar"},  ReadingSpeed{"bg", 986, "ru"},
    ReadingSpeed{"ckb", 612, "ar"}, ReadingSpeed{"de", 920, "de"},  ReadingSpeed{"en", 987, "en"},
    ReadingSpeed{"es", 1025, "es"}, ReadingSpeed{"fa", 612, "ar"},  ReadingSpeed{"fi", 1078, "fi"},
    ReadingSpeed{"fr", 998, "fr"},  ReadingSpeed{"he", 833, "he"},  ReadingSpeed{"hi", 612, "ar"},
    ReadingSpeed{"hr", 885, "sl"},  ReadingSpeed{"it", 950, "it"},  ReadingSpeed{"ja", 357, "ja"},
    ReadingSpeed{"km", 612, "ar"},  ReadingSpeed{"ko", 255, "zh"},  ReadingSpeed{"nl", 978, "nl"},
    ReadingSpeed{"pl", 916, "pl"},  ReadingSpeed{"prs", 612, "ar"}, ReadingSpeed{"ps", 612, "ar"},
    ReadingSpeed{"pt", 913, "pt"},  ReadingSpeed{"ro", 950, "it"},  ReadingSpeed{"ru", 986, "ru"},
    ReadingSpeed{"sl", 885, "sl"},  ReadingSpeed{"sq", 885, "sl"},  ReadingSpeed{"sr", 885, "sl"},
    ReadingSpeed{"sv", 917, "sv"},  ReadingSpeed{"th", 612, "ar"},  ReadingSpeed{"ti", 357, "ja"},
    ReadingSpeed{"tr", 1054, "tr"}, ReadingSpeed{"uk", 986, "ru"},  ReadingSpeed{"ur", 612, "ar"},
    ReadingSpeed{"vi", 885, "sl"},  ReadingSpeed{"zh", 255, "zh"},
};
constexpr int kMeanOfAll = 863; // the same study, all 17 languages

// Visitors of a waiting room read from a distance, many in a second language or without practice;
// who needs simple language reads more slowly still. How much is our own allowance, not a
// measurement.
constexpr double kShareOfPractised = 0.6;
constexpr double kShareInSimpleLanguage = 0.4;

// Vowel signs, accents and joiners that take no place of their own (the blocks that our languages
// use).
bool isMark(char32_t c)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr std::array kMarks{
        Range{0x0300, 0x036F}, // combining diacritical marks
        Range{0x0591, 0x05C7}, // Hebrew points
        Range{0x0610, 0x061A},
        Range{0x064B, 0x065F},
        Range{0x0670, 0x0670},
        Range{0x0900, 0x0903}, // Devanagari
        Range{0x093A, 0x093C},
        Range{0x093E, 0x094F},
        Range{0x0E31, 0x0E31}, // Thai
        Range{0x0E34, 0x0E3A},
        Range{0x0E47, 0x0E4E},
        Range{0x17B4, 0x17D3}, // Khmer
        Range{0x200B, 0x200F}, // zero-width space, joiners, directions
        Range{0x202A, 0x202E},
        Range{0x2066, 0x2069},
        Range{0x00AD, 0x00AD},
        Range{0xFE00, 0xFE0F}, // variation selectors
    };
    return std::any_of(kMarks.begin(), kMarks.end(), [c](const Range& range) {
        return c >= range.first && c <= range.last;
    });
}

bool isSpace(char32_t c)
{
    return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

// The character at `at`, which moves behind it. Text is known to be UTF-8; a wrong byte counts as a
// character of its own.
char32_t nextCharacter(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : first >= 0xC0U ? 1 : 0;
    char32_t c = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more && at < text.size(); ++i) {
        c = (c << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return c;
}

} // namespace

ReadingSpeed readingSpeedOf(std::string_view tag)
{
    const auto primary = primaryLanguage(tag);
    const auto* const found = std::find_if(kSpeeds.begin(), kSpeeds.end(), [&](const auto& speed) {
        return speed.language == primary;
    });
    return found == kSpeeds.end() ? ReadingSpeed{"", kMeanOfAll, ""} : *found;
}

int charactersToRead(std::string_view text)
{
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = nextCharacter(text, at);
        count += isSpace(c) || isMark(c) ? 0 : 1;
    }
    return count;
}

Milliseconds timeToRead(int characters, std::string_view tag)
{
    const double share = isSimple(tag) ? kShareInSimpleLanguage : kShareOfPractised;
    const double aMinute = readingSpeedOf(tag).charactersAMinute * share;
    return Milliseconds{static_cast<Milliseconds::rep>(characters / aMinute * 60000)};
}

// 15 is the upper end of what ARD, ORF, SRF and ZDF allow (13 … 15); scripts with more meaning in a
// character by their share of the German reading speed.
double fastestCaption(std::string_view tag)
{
    constexpr double kFastest = 15;
    const auto german = readingSpeedOf("de").charactersAMinute;
    const auto here = tag.empty() ? german : readingSpeedOf(tag).charactersAMinute;
    return kFastest * std::min(1.0, static_cast<double>(here) / german);
}

} // namespace jtv::model
