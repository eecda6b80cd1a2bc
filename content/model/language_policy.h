// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How one screen shares its time between its languages, and how long each of them waits for its
// turn. Pure.
#pragma once

#include "base/result.h"
#include "content/model/slide.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

enum class LanguageOrder {
    kAutomatic,  // "automatic": in turn up to four languages, above that main and two
    kInTurn,     // "in-turn": an item is shown in each language, one after the other
    kSideBySide, // "side-by-side": two languages at a time
    // "main-and-two": an item is shown in the first language and in two others; the next time it
    // comes, in the first and the next two.
    kMainAndTwo,
};

struct LanguagePolicy {
    // A part of the day with languages of its own: the Arabic interpreter is in from 8 to 12.
    struct Period {
        int from = 0;                       // local minutes since midnight, 0 … 1439
        int to = 1440;                      // the first minute after it; to <= from: over midnight
        std::vector<std::string> languages; // best first

        friend bool operator==(const Period&, const Period&) = default;
    };
    LanguageOrder order = LanguageOrder::kAutomatic;
    std::vector<Period> periods; // the first one that fits counts

    friend bool operator==(const LanguagePolicy&, const LanguagePolicy&) = default;
};

inline constexpr std::size_t kMostPeriods = 24;

// As it is stored and sent: the order's word, then the periods: "main-and-two; 08:00-12:00 ar de".
// Errors: kInvalid, naming what is wrong.
std::string writeLanguagePolicy(const LanguagePolicy& policy);
Result<LanguagePolicy> parseLanguagePolicy(std::string_view text);

// The screen's languages at this local minute of the day; `usual` where no period fits.
const std::vector<std::string>&
languagesAt(const LanguagePolicy& policy, const std::vector<std::string>& usual, int minute);

// The next minute of the day after `minute` at which languagesAt() may differ; nullopt: never.
std::optional<int> nextChange(const LanguagePolicy& policy, int minute);

// Every list of languages that is shown at some time of the day: `usual` and those of the periods.
std::vector<std::vector<std::string>>
languageLists(const LanguagePolicy& policy, const std::vector<std::string>& usual);

// The turns of a slide, a round for each time it comes: the first time round 0, then 1, …, and from
// the start again. Never empty; a round is empty only when the slide has no text.
using LanguageRound = std::vector<LanguageTurn>;
std::vector<LanguageRound>
languageRounds(const Slide& slide, LanguageOrder order, const std::vector<std::string>& wanted);

// The pictures of languageRounds(), in the same shape. Each names the languages that follow it:
// those of its round, then those of the rounds after it.
std::vector<std::vector<SlideView>>
slideRounds(const Slide& slide, LanguageOrder order, const std::vector<std::string>& wanted);

// An item of a playlist that plays over and over.
struct LoopItem {
    std::string name;
    std::vector<LanguageRound> rounds; // a video: one round of one turn, its captions' languages
};

struct LanguageWait {
    std::string language;
    // The longest time until a visitor sees something he can read; nullopt = never.
    std::optional<Milliseconds> something;
    // The same for each item, in order: until he sees this one.
    std::vector<std::optional<Milliseconds>> items;
};

inline constexpr Milliseconds kLongWait{120'000}; // above it the editor is warned

// For a visitor who comes at the worst moment.
std::vector<LanguageWait>
languageWaits(const std::vector<LoopItem>& loop, const std::vector<std::string>& languages);

// Whether what is written in `shown` (one tag, or several joined by '+') serves a reader of
// `wanted`. A reader of simple language is not served by the full one.
bool isReadable(std::string_view shown, std::string_view wanted);

} // namespace jtv::model
