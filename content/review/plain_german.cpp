// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function a rule; each looks at one sentence.
#include "content/review/plain_german.h"

#include "content/review/jargon.h"
#include "content/review/passive.h"
#include "content/review/speller.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace jtv::review {
namespace {

struct Collector {
    const model::SourcePlace& place;
    std::vector<Finding>& findings;
    std::set<std::pair<Rule, std::string>> seen; // each word of a rule once

    void add(Severity severity, Rule rule, const std::string& about, Sentence text)
    {
        if (seen.emplace(rule, about).second) {
            findings.push_back({place, severity, rule, std::move(text)});
        }
    }
};

// The first words, so that an editor finds the sentence.
std::string beginOf(const TextSentence& sentence)
{
    constexpr std::size_t kWords = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(kWords, sentence.words.size()); ++i) {
        text += (i == 0 ? "" : " ") + sentence.words[i].text;
    }
    return text + (sentence.words.size() > kWords ? " \u2026" : "");
}

void length(const TextSentence& sentence, int longest, Collector& out)
{
    const auto words = static_cast<int>(sentence.words.size());
    if (words <= longest) {
        return;
    }
    const auto begin = beginOf(sentence);
    out.add(
        Severity::kWarning,
        Rule::kLongSentence,
        begin,
        {fmt::format(
             "Der Satz „{}“ hat {} Wörter. Mehr als {} behält man nicht; machen Sie zwei Sätze "
             "daraus.",
             begin,
             words,
             longest),
         fmt::format(
             "The sentence \"{}\" has {} words. Nobody keeps more than {} in mind; make two of it.",
             begin,
             words,
             longest)});
}

void passive(const TextSentence& sentence, Collector& out)
{
    for (const auto& found : passivesIn(sentence)) {
        out.add(
            Severity::kAdvice,
            Rule::kPassive,
            found,
            {fmt::format(
                 "„{}“ sagt nicht, wer etwas tut; nennen Sie die Person: „Sie …“ oder „Wir …“.",
                 found),
             fmt::format(
                 "\"{}\" does not say who acts (passive); name the person: \"Sie …\" or \"Wir …\".",
                 found)});
    }
}

std::size_t lettersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

void longWord(const TextSentence& sentence, Collector& out)
{
    constexpr std::size_t kMost = 19;
    for (const auto& word : sentence.words) {
        if (lettersIn(word.text) > kMost && word.text.find('-') == std::string::npos) {
            out.add(
                Severity::kAdvice,
                Rule::kLongWord,
                word.lower,
                {fmt::format(
                     "„{}“ ist sehr lang; nehmen Sie ein kürzeres Wort oder trennen Sie mit "
                     "Bindestrich.",
                     word.text),
                 fmt::format(
                     "\"{}\" is very long; take a shorter word or part it with a hyphen.",
                     word.text)});
        }
    }
}

// Nouns made from verbs hide who does what. Things are left out.
bool isVerbalNoun(const Word& word)
{
    constexpr std::array<std::string_view, 43> kThings{
        "wohnung",       "zeitung",    "kleidung",      "heizung",        "rechnung",
        "sitzung",       "leitung",    "verfassung",    "regierung",      "bevölkerung",
        "versammlung",   "abteilung",  "bildung",       "ausbildung",     "versicherung",
        "verwaltung",    "siedlung",   "meinung",       "umgebung",       "richtung",
        "stellung",      "ordnung",    "lösung",        "quittung",       "nahrung",
        "währung",       "erfahrung",  "veranstaltung", "gattung",        "dichtung",
        "allgemeinheit", "wahrheit",   "krankheit",     "freiheit",       "sicherheit",
        "einheit",       "gesundheit", "menschheit",    "persönlichkeit", "weltanschauung",
        "mehrheit",      "minderheit", "kindheit"};
    if (!startsUpper(word.text) || word.lower.size() < 7) {
        return false;
    }
    auto lower = word.lower;
    if (endsWith(lower, "en")) {
        lower.resize(lower.size() - 2);
    }
    const bool form = endsWith(lower, "ung") || endsWith(lower, "ierung") ||
                      endsWith(lower, "nahme") || endsWith(lower, "keit") ||
                      endsWith(lower, "heit");
    return form && std::none_of(kThings.begin(), kThings.end(), [&](std::string_view thing) {
               return endsWith(lower, thing);
           });
}

void nominalStyle(const TextSentence& sentence, Collector& out)
{
    constexpr int kMost = 2;
    std::string nouns;
    int count = 0;
    for (const auto& word : sentence.words) {
        if (isVerbalNoun(word)) {
            ++count;
            nouns += (nouns.empty() ? "" : ", ") + word.text;
        }
    }
    if (count > kMost) {
        out.add(
            Severity::kAdvice,
            Rule::kNominalStyle,
            nouns,
            {fmt::format("{} in einem Satz klingen nach Amt; schreiben Sie Verben.", nouns),
             fmt::format("{} in one sentence sound like an office; write verbs.", nouns)});
    }
}

std::string withoutBlanks(std::string_view text)
{
    std::string result;
    for (const char c : lowered(text)) {
        if (c != ' ') {
            result += c;
        }
    }
    return result;
}

void sayAbbreviation(const std::string& shortForm, std::string_view longForm, Collector& out)
{
    out.add(
        Severity::kWarning,
        Rule::kAbbreviation,
        shortForm,
        {fmt::format("„{}“ kennen nicht alle; schreiben Sie „{}“.", shortForm, longForm),
         fmt::format("Not everybody knows \"{}\"; write \"{}\".", shortForm, longForm)});
}

// "BIC", "IBAN": capitals that are no word. What everybody knows is left alone, and so is a
// sentence all in capitals.
void acronym(const TextSentence& sentence, Collector& out)
{
    constexpr std::array<std::string_view, 18> kKnown{
        "PDF",
        "SMS",
        "QR",
        "TV",
        "WLAN",
        "EU",
        "USA",
        "DVD",
        "CD",
        "PC",
        "OK",
        "PIN",
        "LKW",
        "PKW",
        "ID",
        "UNO",
        "SOS",
        "DNA"};
    const auto isCapitals = [](std::string_view word) {
        constexpr std::size_t kLongest = 6;
        return word.size() >= 2 && word.size() <= kLongest &&
               std::all_of(
                   word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    };
    const auto& words = sentence.words;
    const bool shouted =
        words.size() > 1 && std::all_of(words.begin(), words.end(), [](const Word& word) {
            return std::none_of(word.text.begin(), word.text.end(), [](unsigned char c) {
                return std::islower(c) != 0;
            });
        });
    for (const auto& word : words) {
        const auto part = word.text.substr(0, word.text.find('-'));
        if (!shouted && isCapitals(part) &&
            std::find(kKnown.begin(), kKnown.end(), part) == kKnown.end()) {
            out.add(
                Severity::kWarning,
                Rule::kAbbreviation,
                part,
                {fmt::format("„{}“ kennen nicht alle; schreiben Sie die Wörter aus.", part),
                 fmt::format("Not everybody knows \"{}\"; write the words in full.", part)});
        }
    }
}

// What stands between blanks, without brackets and quotation marks before it.
std::vector<std::string> unopenedTokens(std::string_view text)
{
    std::vector<std::string> tokens;
    while (!text.empty()) {
        const auto token = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(token.size() + 1, text.size()));
        const auto begin = token.find_first_not_of("(\"'");
        tokens.emplace_back(token.substr(begin == std::string_view::npos ? 0 : begin));
    }
    return tokens;
}

// How an abbreviation is written from token i on, "z.B." or "z. B."; empty: it is not there.
std::string
writtenAt(const std::vector<std::string>& tokens, std::size_t i, const Abbreviation& known)
{
    const auto bare = withoutBlanks(tokens[i]);
    auto pair = i + 1 < tokens.size() ? tokens[i] + " " + tokens[i + 1] : tokens[i];
    if (tokens[i].size() == 2 && withoutBlanks(pair) == known.shortForm) {
        return pair;
    }
    return startsWith(bare, known.shortForm) && bare.size() <= known.shortForm.size() + 2
               ? tokens[i]
               : std::string();
}

void abbreviation(const TextSentence& sentence, Collector& out)
{
    const auto tokens = unopenedTokens(sentence.text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const auto& known : abbreviations()) {
            // A single letter with a full stop is as likely an initial; titles stay.
            if (known.shortForm.size() <= 2 || known.longForm.empty()) {
                continue;
            }
            if (const auto written = writtenAt(tokens, i, known); !written.empty()) {
                sayAbbreviation(written, known.longForm, out);
            }
        }
    }
}

void jargon(const TextSentence& sentence, Collector& out)
{
    for (const auto& hit : jargonIn(sentence)) {
        out.add(
            Severity::kWarning,
            Rule::kJargon,
            lowered(hit.written),
            {fmt::format("„{}“ ist Amtssprache; einfacher: „{}“.", hit.written, hit.plain),
             fmt::format("\"{}\" is official language; plainer: \"{}\".", hit.written, hit.plain)});
    }
}

void spelling(const TextSentence& sentence, const Speller& speller, Collector& out)
{
    for (const auto& word : sentence.words) {
        if (speller.knows(word.text)) {
            continue;
        }
        // Without a close likeness it is a name or a foreign word rather than a slip.
        const auto others = likenesses(word.text, speller.suggestions(word.text));
        if (others.empty()) {
            continue;
        }
        const auto list = fmt::format("{}", fmt::join(others, ", "));
        out.add(
            Severity::kWarning,
            Rule::kSpelling,
            word.lower,
            {fmt::format(
                 "„{}“ steht nicht im Wörterbuch; gemeint ist vielleicht: {}.", word.text, list),
             fmt::format(
                 "\"{}\" is not in the dictionary; perhaps you mean: {}.", word.text, list)});
    }
}

int syllablesOf(std::string_view lower)
{
    int count = 0;
    bool before = false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const bool umlaut =
            static_cast<unsigned char>(lower[i]) == 0xC3U && i + 1 < lower.size() &&
            (lower.substr(i, 2) == "ä" || lower.substr(i, 2) == "ö" || lower.substr(i, 2) == "ü");
        const bool vowel =
            umlaut || std::string_view("aeiouy").find(lower[i]) != std::string_view::npos;
        count += vowel && !before ? 1 : 0;
        before = vowel;
        i += umlaut ? 1 : 0;
    }
    return std::max(count, 1);
}

} // namespace

std::vector<Finding>
reviewGerman(std::string_view text, const model::SourcePlace& place, const PlainLanguage& options)
{
    std::vector<Finding> findings;
    Collector out{place, findings, {}};
    for (const auto& sentence : sentencesOf(text)) {
        length(sentence, options.longestSentence, out);
        longWord(sentence, out);
        passive(sentence, out);
        nominalStyle(sentence, out);
        abbreviation(sentence, out);
        acronym(sentence, out);
        jargon(sentence, out);
        if (options.speller != nullptr) {
            spelling(sentence, *options.speller, out);
        }
    }
    return findings;
}

double readingEase(std::string_view text)
{
    const auto sentences = sentencesOf(text);
    double words = 0;
    double syllables = 0;
    for (const auto& sentence : sentences) {
        for (const auto& word : sentence.words) {
            ++words;
            syllables += syllablesOf(word.lower);
        }
    }
    if (words == 0) {
        return 100;
    }
    return 180 - words / static_cast<double>(sentences.size()) - 58.5 * syllables / words;
}

} // namespace jtv::review
