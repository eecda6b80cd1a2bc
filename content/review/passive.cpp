// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Participles are told by their form; those that look like something else are listed.
#include "content/review/passive.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jtv::review {
namespace {

template <std::size_t Size>
bool isIn(const std::array<std::string_view, Size>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isFinite(std::string_view lower)
{
    constexpr std::array<std::string_view, 7> kForms{
        "wird", "wirst", "werden", "werdet", "wurde", "wurden", "worden"};
    return isIn(kForms, lower);
}

// Strong participles without ge- that no infinitive or adjective shares.
constexpr std::array<std::string_view, 50> kStrong{
    "verboten",     "entschieden",    "beschlossen",    "besprochen",   "versprochen",
    "begonnen",     "beschrieben",    "unterschrieben", "verschrieben", "entzogen",
    "verloren",     "gewonnen",       "bezogen",        "vollzogen",    "verliehen",
    "erhoben",      "verwiesen",      "nachgewiesen",   "überwiesen",   "bewiesen",
    "verstanden",   "übernommen",     "entnommen",      "betroffen",    "verschoben",
    "geschlossen",  "ausgeschlossen", "erworben",       "verworfen",    "unterworfen",
    "unterbrochen", "widersprochen",  "verbunden",      "gefunden",     "empfohlen",
    "bestohlen",    "gesprochen",     "genommen",       "teilgenommen", "angenommen",
    "aufgenommen",  "vorgenommen",    "unternommen",    "vernommen",    "zurückgenommen",
    "weggenommen",  "hingewiesen",    "eingewiesen",    "abgewiesen",   "angeboten"};

// What looks like a participle and is none, or is as much an adjective.
constexpr std::array<std::string_view, 50> kNone{
    "gehen",      "geben",        "gewinnen", "gelten",    "genießen",    "gelingen",   "geschehen",
    "gefallen",   "gehören",      "gewähren", "gestalten", "gebrauchen",  "genehmigen", "gefährden",
    "gestatten",  "gelangen",     "gewöhnen", "gebären",   "gedenken",    "genügen",    "gestehen",
    "gegen",      "gestern",      "gehalt",   "gewalt",    "geduld",      "gesamten",   "gelegen",
    "geeignet",   "geeigneten",   "gebiet",   "gebot",     "gericht",     "gespannt",   "geschickt",
    "gefragt",    "genannten",    "genauen",  "geringen",  "gemeinsamen", "gesetzten",  "geltenden",
    "gebürtigen", "gefährlichen", "gesunden", "gern",      "getrennt",    "gewohnt",    "gerät",
    "gehört"};

constexpr std::array<std::string_view, 36> kPrefixes{
    "ab",     "an",     "auf",   "aus",    "bei",    "dar",    "ein",    "fest",     "fort",
    "frei",   "her",    "herab", "heran",  "heraus", "herein", "hin",    "hinaus",   "hinein",
    "los",    "mit",    "nach",  "nieder", "statt",  "teil",   "um",     "unter",    "vor",
    "voraus", "vorbei", "weg",   "weiter", "wieder", "zu",     "zurück", "zusammen", "über"};

bool isGeForm(std::string_view lower)
{
    return lower.size() >= 6 && startsWith(lower, "ge") &&
           (endsWith(lower, "t") || endsWith(lower, "en")) && !isIn(kNone, lower);
}

bool isParticiple(const Word& word)
{
    const std::string_view lower = word.lower;
    if (startsUpper(word.text)) {
        return false;
    }
    if (isIn(kStrong, lower) || isGeForm(lower)) {
        return true;
    }
    if (lower.size() > 6 && endsWith(lower, "iert")) {
        return true;
    }
    for (const auto prefix : kPrefixes) {
        if (startsWith(lower, prefix) && isGeForm(lower.substr(prefix.size()))) {
            return true;
        }
    }
    // "bezahlt", "erlaubt", "verletzt": an infinitive never ends in t.
    constexpr std::array<std::string_view, 14> kAdjectives{
        "bekannt",
        "bereit",
        "beliebt",
        "berühmt",
        "verwandt",
        "verrückt",
        "erkältet",
        "berechtigt",
        "bewusst",
        "verliebt",
        "bestimmt",
        "entfernt",
        "vertraut",
        "erhält"};
    constexpr std::array<std::string_view, 7> kWeak{
        "be", "ver", "er", "ent", "zer", "über", "miss"};
    return lower.size() >= 7 && endsWith(lower, "t") && !isIn(kAdjectives, lower) &&
           std::any_of(kWeak.begin(), kWeak.end(), [&](std::string_view prefix) {
               return startsWith(lower, prefix);
           });
}

// "von Behörden erstellt" says who acts, and then the passive does little harm.
bool namesWhoActs(const std::vector<Word>& words, std::size_t before)
{
    for (std::size_t i = before; i-- > 0 && !words[i].clauseEnd;) {
        if (words[i].lower == "von" || words[i].lower == "vom" || words[i].lower == "durch") {
            return true;
        }
    }
    return false;
}

// The passive of the form of werden at `i`.
std::optional<std::string> passiveAt(const std::vector<Word>& words, std::size_t i)
{
    // "… geprüft werden", "… geprüft wird", "… geprüft worden"
    if (i > 0 && isParticiple(words[i - 1]) && !words[i - 1].clauseEnd) {
        return namesWhoActs(words, i - 1) ? std::nullopt
                                          : std::optional(words[i - 1].text + " " + words[i].text);
    }
    // "wird … geprüft" at the end of the same clause
    for (std::size_t j = i + 1; j < words.size() && !words[j - 1].clauseEnd; ++j) {
        const bool last = j + 1 == words.size() || words[j].clauseEnd ||
                          words[j + 1].lower == "und" || words[j + 1].lower == "oder";
        if (last && isParticiple(words[j]) && !namesWhoActs(words, j)) {
            return words[i].text + " " + words[j].text;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> passivesIn(const TextSentence& sentence)
{
    std::vector<std::string> found;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        if (!isFinite(sentence.words[i].lower)) {
            continue;
        }
        if (auto passive = passiveAt(sentence.words, i)) {
            found.push_back(std::move(*passive));
        }
    }
    return found;
}

} // namespace jtv::review
