// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where German sentences and words end.
#include "content/review/german_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace jtv::review {
namespace {

constexpr std::array<Abbreviation, 71> kAbbreviations{
    {{"abs.", "Absatz"},
     {"abschn.", "Abschnitt"},
     {"abt.", "Abteilung"},
     {"allg.", "allgemein"},
     {"anl.", "Anlage"},
     {"art.", "Artikel"},
     {"aufl.", "Auflage"},
     {"az.", "Aktenzeichen"},
     {"bgbl.", "Bundesgesetzblatt"},
     {"beisp.", "Beispiel"},
     {"betr.", "betrifft"},
     {"bspw.", "zum Beispiel"},
     {"bzgl.", "zu"},
     {"bzw.", "oder"},
     {"ca.", "ungefähr"},
     {"d.h.", "das heißt"},
     {"dgl.", "dergleichen"},
     {"dr.", ""},
     {"prof.", ""},
     {"dipl.", "Diplom"},
     {"ebd.", "ebenda"},
     {"etc.", "und so weiter"},
     {"evtl.", "vielleicht"},
     {"exkl.", "ohne"},
     {"f.", "folgende"},
     {"ff.", "folgende"},
     {"gem.", "nach"},
     {"ggf.", "vielleicht"},
     {"ggfs.", "vielleicht"},
     {"hr.", "Herr"},
     {"fr.", "Frau"},
     {"i.a.", "im Auftrag"},
     {"i.d.r.", "meistens"},
     {"i.h.v.", "in Höhe von"},
     {"i.s.d.", "nach"},
     {"i.v.m.", "zusammen mit"},
     {"inkl.", "mit"},
     {"insb.", "vor allem"},
     {"kfm.", "kaufmännisch"},
     {"lfd.", "laufend"},
     {"lt.", "nach"},
     {"m.e.", "meiner Meinung nach"},
     {"max.", "höchstens"},
     {"min.", "mindestens"},
     {"mtl.", "im Monat"},
     {"mind.", "mindestens"},
     {"nr.", "Nummer"},
     {"o.ä.", "oder so ähnlich"},
     {"o.g.", "genannt"},
     {"p.a.", "im Jahr"},
     {"rd.", "ungefähr"},
     {"s.", "siehe"},
     {"s.o.", "siehe oben"},
     {"s.u.", "siehe unten"},
     {"sog.", "so genannt"},
     {"soz.", "sozial"},
     {"st.", "Sankt"},
     {"str.", "Straße"},
     {"tel.", "Telefon"},
     {"tgl.", "jeden Tag"},
     {"u.a.", "unter anderem"},
     {"u.u.", "vielleicht"},
     {"usw.", "und so weiter"},
     {"v.a.", "vor allem"},
     {"vgl.", "vergleiche"},
     {"vorl.", "vorläufig"},
     {"z.b.", "zum Beispiel"},
     {"z.hd.", "zu Händen von"},
     {"z.t.", "zum Teil"},
     {"z.zt.", "jetzt"},
     {"zzgl.", "und dazu"}}};

bool isLetterByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || std::isalnum(byte) != 0;
}

// General punctuation of UTF-8 that is no letter: dashes, quotes, dots (U+2000 … U+206F), « »,
// NBSP.
bool isPunctuationAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) == 0xE2U && at + 1 < text.size() &&
        (byte(at + 1) == 0x80U || byte(at + 1) == 0x81U)) {
        return true;
    }
    return byte(at) == 0xC2U && at + 1 < text.size() && byte(at + 1) <= 0xBFU;
}

std::size_t lengthAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
}

bool isWordAt(std::string_view text, std::size_t at)
{
    return isLetterByte(text[at]) && !isPunctuationAt(text, at);
}

bool looksLikeAddress(std::string_view token)
{
    const auto dot = token.find('.');
    const bool inside = dot != std::string_view::npos && dot > 0 && dot + 1 < token.size() &&
                        std::islower(static_cast<unsigned char>(token[dot + 1])) != 0 && dot > 2;
    return token.find("://") != std::string_view::npos ||
           token.find('@') != std::string_view::npos ||
           token.find("www.") != std::string_view::npos ||
           token.find("{{") != std::string_view::npos || inside;
}

bool endsClauseAt(std::string_view token, std::size_t at)
{
    return std::string_view(",;:()").find(token[at]) != std::string_view::npos ||
           token.substr(at, 3) == "\u2013";
}

// What was gathered of a word; `clause`: a clause ends behind it.
void addWord(std::string word, bool clause, std::vector<Word>& words)
{
    word.erase(word.find_last_not_of("-'") + 1);
    if (!word.empty()) {
        words.push_back({word, lowered(word), clause});
    } else if (clause && !words.empty()) {
        words.back().clauseEnd = true;
    }
}

// The words of one token between blanks.
void addWords(std::string_view token, std::vector<Word>& words)
{
    if (looksLikeAddress(token)) {
        return;
    }
    std::string word;
    for (std::size_t at = 0; at < token.size();) {
        const auto length = std::min(lengthAt(token, at), token.size() - at);
        const bool joins =
            !word.empty() && std::string_view("-'*").find(token[at]) != std::string_view::npos;
        if (isWordAt(token, at) || joins) {
            word += token.substr(at, length);
        } else {
            addWord(std::exchange(word, {}), endsClauseAt(token, at), words);
        }
        at += length;
    }
    addWord(std::move(word), false, words);
}

std::string withoutOpening(std::string_view token)
{
    std::size_t at = 0;
    while (at < token.size() && !isWordAt(token, at)) {
        at += lengthAt(token, at);
    }
    return lowered(token.substr(std::min(at, token.size())));
}

bool isAbbreviation(std::string_view token)
{
    const auto lower = withoutOpening(token);
    const auto& list = abbreviations();
    if (std::any_of(list.begin(), list.end(), [&](const Abbreviation& known) {
            return known.shortForm == lower || endsWith(known.shortForm, lower);
        })) {
        return true;
    }
    // An initial or an ordinal: "J.", "3."
    const auto stem = std::string_view(lower).substr(0, lower.size() - 1);
    const bool digits = !stem.empty() && std::all_of(stem.begin(), stem.end(), [](unsigned char c) {
        return std::isdigit(c) != 0;
    });
    return stem.size() == 1 || (digits && stem.size() <= 2);
}

bool endsSentence(std::string_view token)
{
    while (!token.empty()) {
        const char last = token.back();
        if (last == '!' || last == '?') {
            return true;
        }
        if (last == '.') {
            return !isAbbreviation(token);
        }
        if (last == '"' || last == '\'' || last == ')' || last == ']') {
            token.remove_suffix(1);
        } else if (token.size() >= 3 && isPunctuationAt(token, token.size() - 3)) {
            if (endsWith(token, "\u2026")) {
                return true;
            }
            token.remove_suffix(3);
        } else {
            return false;
        }
    }
    return false;
}

} // namespace

std::vector<TextSentence> sentencesOf(std::string_view text)
{
    std::vector<TextSentence> sentences;
    TextSentence now;
    const auto finish = [&] {
        if (!now.words.empty()) {
            sentences.push_back(std::move(now));
        }
        now = {};
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        const auto token = text.substr(at, end - at);
        if (!token.empty()) {
            now.text += (now.text.empty() ? "" : " ") + std::string(token);
            addWords(token, now.words);
            if (endsSentence(token)) {
                finish();
            }
        }
        at = end + 1;
    }
    finish();
    return sentences;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte < 0x80U) {
            result[i] = static_cast<char>(std::tolower(byte));
        } else if (byte == 0xC3U && i + 1 < result.size()) {
            const auto next = static_cast<unsigned char>(result[i + 1]);
            if (next >= 0x80U && next <= 0x9EU && next != 0x97U) {
                result[i + 1] = static_cast<char>(next + 0x20U);
            }
        }
    }
    return result;
}

bool startsUpper(std::string_view word)
{
    return !word.empty() && lowered(word.substr(0, 2)) != word.substr(0, 2);
}

bool endsWith(std::string_view word, std::string_view end)
{
    return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

bool startsWith(std::string_view word, std::string_view begin)
{
    return word.substr(0, begin.size()) == begin;
}

std::span<const Abbreviation> abbreviations()
{
    return kAbbreviations;
}

} // namespace jtv::review
