// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The dictionary is read once; endings are those of German inflection.
#include "content/review/jargon.h"

#include "jargon_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jtv::review {
namespace {

enum class Kind { kNoun, kAdjective, kVerb, kPhrase };

struct Entry {
    std::vector<std::string> words; // lower case; one but for phrases
    std::string stem;               // what endings follow
    Kind kind = Kind::kNoun;
    std::string_view plain;
};

std::optional<Kind> kindNamed(std::string_view word)
{
    if (word == "noun") {
        return Kind::kNoun;
    }
    if (word == "adjective") {
        return Kind::kAdjective;
    }
    if (word == "verb") {
        return Kind::kVerb;
    }
    return word == "phrase" ? std::optional(Kind::kPhrase) : std::nullopt;
}

std::string stemOf(const std::string& word, Kind kind)
{
    const auto without = [&](std::size_t bytes) { return word.substr(0, word.size() - bytes); };
    if (kind == Kind::kVerb && endsWith(word, "en")) {
        return without(2);
    }
    // "Berechtigter": declined like an adjective; "Träger" is not.
    const bool person =
        kind == Kind::kNoun &&
        (endsWith(word, "igter") || endsWith(word, "ehöriger") || endsWith(word, "loser") ||
         endsWith(word, "jähriger") || endsWith(word, "ichtiger") || endsWith(word, "iebener") ||
         endsWith(word, "tigter"));
    return person ? without(2) : word;
}

bool isEnding(std::string_view rest, Kind kind)
{
    constexpr std::array<std::string_view, 9> kNoun{
        "", "e", "en", "es", "s", "n", "er", "ern", "em"};
    constexpr std::array<std::string_view, 6> kAdjective{"", "e", "en", "er", "es", "em"};
    constexpr std::array<std::string_view, 9> kVerb{
        "en", "e", "t", "et", "st", "est", "te", "ten", "tet"};
    const auto in = [&](const auto& list) {
        return std::find(list.begin(), list.end(), rest) != list.end();
    };
    return kind == Kind::kNoun        ? in(kNoun)
           : kind == Kind::kAdjective ? in(kAdjective)
                                      : kind == Kind::kVerb && in(kVerb);
}

std::vector<std::string> split(const std::string& words)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at <= words.size()) {
        const auto end = std::min(words.find(' ', at), words.size());
        parts.push_back(words.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::optional<Entry> entryOf(std::string_view line)
{
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (line.empty() || line.front() == '#' || second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto kind = kindNamed(line.substr(first + 1, second - first - 1));
    if (!kind) {
        return std::nullopt;
    }
    const auto word = lowered(line.substr(0, first));
    return Entry{split(word), stemOf(word, *kind), *kind, line.substr(second + 1)};
}

const std::vector<Entry>& dictionary()
{
    static const std::vector<Entry> kEntries = [] {
        std::vector<Entry> entries;
        std::string_view rest = kJargon;
        while (!rest.empty()) {
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (auto entry = entryOf(line)) {
                entries.push_back(std::move(*entry));
            }
        }
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.stem.size() > b.stem.size();
        });
        return entries;
    }();
    return kEntries;
}

bool fitsWord(const Entry& entry, const Word& word)
{
    if (startsWith(word.lower, entry.stem) &&
        isEnding(std::string_view(word.lower).substr(entry.stem.size()), entry.kind)) {
        return entry.kind != Kind::kNoun || startsUpper(word.text);
    }
    // "Änderungsbescheid": the end of a compound says what it is. Short ends would fit by chance.
    constexpr std::size_t kShortestEnd = 8;
    if (entry.kind != Kind::kNoun || entry.stem.size() < kShortestEnd || !startsUpper(word.text)) {
        return false;
    }
    const auto at = word.lower.rfind(entry.stem);
    return at != std::string::npos && at >= 3 &&
           isEnding(std::string_view(word.lower).substr(at + entry.stem.size()), entry.kind);
}

bool fitsPhrase(const Entry& entry, const std::vector<Word>& words, std::size_t at)
{
    if (at + entry.words.size() > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
        if (words[at + i].lower != entry.words[i]) {
            return false;
        }
    }
    return true;
}

std::string written(const std::vector<Word>& words, std::size_t at, std::size_t count)
{
    std::string text;
    for (std::size_t i = at; i < at + count; ++i) {
        text += (text.empty() ? "" : " ") + words[i].text;
    }
    return text;
}

} // namespace

std::vector<JargonHit> jargonIn(const TextSentence& sentence)
{
    std::vector<JargonHit> hits;
    const auto& words = sentence.words;
    for (std::size_t at = 0; at < words.size();) {
        const auto found =
            std::find_if(dictionary().begin(), dictionary().end(), [&](const Entry& entry) {
                return entry.kind == Kind::kPhrase ? fitsPhrase(entry, words, at)
                                                   : fitsWord(entry, words[at]);
            });
        const auto count = found == dictionary().end() ? 1 : found->words.size();
        if (found != dictionary().end()) {
            hits.push_back({written(words, at, count), found->plain});
        }
        at += count;
    }
    return hits;
}

std::size_t jargonSize()
{
    return dictionary().size();
}

} // namespace jtv::review
