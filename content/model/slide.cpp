// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which of a slide's languages are shown, and for how long.
#include "content/model/slide.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace jtv::model {
namespace {

constexpr Milliseconds kShortest{8000};
constexpr Milliseconds kLongest{30000};
constexpr Milliseconds kShortestWithCode{
    15000};                             // see it, take the phone out, open its camera, scan
constexpr Milliseconds kNoticing{2000}; // until the eyes are on the new picture

// Mean characters (without spaces) a minute of practised adult readers: Trauzettel-Klosinski, Dietz
// and the IReST Study Group, "Standardized Assessment of Reading Performance", Investigative
// Ophthalmology & Visual Science 53 (2012). Languages it did not measure take a close
// one's figure.
struct ReadingSpeed {
    std::string_view language;
    int charactersAMinute;
};
constexpr std::array kSpeeds{
    ReadingSpeed{"ar", 612},
    ReadingSpeed{"de", 920},
    ReadingSpeed{"en", 987},
    ReadingSpeed{"es", 1025},
    ReadingSpeed{"fa", 612},
    ReadingSpeed{"fi", 1078},
    ReadingSpeed{"fr", 998},
    ReadingSpeed{"he", 833},
    ReadingSpeed{"it", 950},
    ReadingSpeed{"ja", 357},
    ReadingSpeed{"pl", 916},
    ReadingSpeed{"pt", 913},
    ReadingSpeed{"ru", 986},
    ReadingSpeed{"sl", 885},
    ReadingSpeed{"sv", 917},
    ReadingSpeed{"tr", 1054},
    ReadingSpeed{"uk", 986},
    ReadingSpeed{"zh", 255},
};
constexpr int kUnmeasured = 800;

// Visitors of a waiting room read from a distance, many in a second language or without practice. How
// much slower is our own allowance, not a measurement.
constexpr double kShareOfPractised = 0.6;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return result;
}

std::string primaryOf(std::string_view tag)
{
    return lowered(tag.substr(0, tag.find('-')));
}

// UTF-8 code points other than ASCII white space.
int charactersIn(std::string_view text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](unsigned char c) {
        return (c & 0xC0U) != 0x80U && c > 0x20U;
    }));
}

int charactersIn(const std::vector<std::string>& texts)
{
    int sum = 0;
    for (const auto& text : texts) {
        sum += charactersIn(text);
    }
    return sum;
}

struct CountCharacters {
    int operator()(const Paragraph& block) const { return charactersIn(block.text); }
    int operator()(const BulletList& block) const { return charactersIn(block.items); }
    int operator()(const StepList& block) const { return charactersIn(block.items); }
    int operator()(const Table& block) const
    {
        int sum = 0;
        for (const auto& row : block.rows) {
            sum += charactersIn(row.label) + charactersIn(row.value);
        }
        return sum;
    }
};

int charactersIn(const SlideText& text)
{
    int sum = charactersIn(text.title);
    for (const auto& block : text.blocks) {
        sum += std::visit(CountCharacters{}, block);
    }
    if (text.qr) {
        sum += charactersIn(text.qr->caption) + charactersIn(text.qr->printed);
    }
    return sum;
}

int speedOf(std::string_view language)
{
    const auto primary = primaryOf(language);
    const auto* const found = std::find_if(kSpeeds.begin(), kSpeeds.end(), [&](const auto& speed) {
        return speed.language == primary;
    });
    return found == kSpeeds.end() ? kUnmeasured : found->charactersAMinute;
}

} // namespace

const SlideText* textIn(const Slide& slide, std::string_view language)
{
    const auto find = [&](auto matches) -> const SlideText* {
        const auto found =
            std::find_if(slide.texts.begin(), slide.texts.end(), [&](const SlideText& text) {
                return text.state != TextState::kMissing && matches(text.language);
            });
        return found == slide.texts.end() ? nullptr : &*found;
    };
    const auto wanted = lowered(language);
    if (const auto* exact = find([&](const auto& tag) { return lowered(tag) == wanted; })) {
        return exact;
    }
    const auto primary = primaryOf(language);
    return find([&](const auto& tag) { return primaryOf(tag) == primary; });
}

Milliseconds readingTime(const Slide& slide, std::string_view language)
{
    const auto* const text = textIn(slide, language);
    if (text == nullptr) {
        return Milliseconds{0};
    }
    const double aMinute = speedOf(text->language) * kShareOfPractised;
    const auto reading =
        Milliseconds{static_cast<Milliseconds::rep>(charactersIn(*text) / aMinute * 60000)};
    return std::clamp(reading + kNoticing, text->qr ? kShortestWithCode : kShortest, kLongest);
}

std::vector<LanguageTurn> languageTurns(const Slide& slide, const std::vector<std::string>& wanted)
{
    std::vector<LanguageTurn> turns;
    const auto add = [&](const SlideText* text) {
        const bool again =
            text != nullptr && std::any_of(turns.begin(), turns.end(), [&](const auto& turn) {
                return turn.language == text->language;
            });
        if (text != nullptr && !again) {
            turns.push_back({text->language, readingTime(slide, text->language)});
        }
    };
    for (const auto& language : wanted) {
        add(textIn(slide, language));
    }
    if (turns.empty()) {
        add(textIn(slide, slide.sourceLanguage));
    }
    return turns;
}

} // namespace jtv::model
