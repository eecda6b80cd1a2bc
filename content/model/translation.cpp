// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Leaves of source and translation are brought together by what they were made from, then by place.
#include "content/model/translation.h"

#include "base/ascii.h"
#include "content/model/language_tag.h"
#include "content/model/leaf.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace jtv::model {
namespace {

// Also texts that are missing as a whole, which textIn() does not give.
const SlideText* storedText(const Slide& slide, std::string_view language)
{
    const auto found = std::find_if(slide.texts.begin(), slide.texts.end(), [&](const auto& text) {
        return sameTag(text.language, language);
    });
    return found == slide.texts.end() ? nullptr : &*found;
}

// A leaf of the source with its translation.
struct LeafPair {
    Leaf source;
    std::optional<Leaf> translation;
    TextState state = TextState::kMissing;
};

class Pairing {
public:
    Pairing(const SlideText& source, const SlideText* translation)
        : whole_(translation == nullptr ? TextState::kMissing : translation->state)
    {
        for (auto& leaf : leavesOf(source)) {
            pairs_.push_back({std::move(leaf), std::nullopt, TextState::kMissing});
        }
        if (translation != nullptr) {
            left_ = leavesOf(*translation);
        }
        match([](const Leaf& wanted, const Leaf& other) {
            return other.mark.madeFrom == digestOf(wanted.text);
        });
        match([](const Leaf& wanted, const Leaf& other) { return other.id == wanted.id; });
        match([](const Leaf&, const Leaf& other) { return !other.mark.madeFrom.empty(); });
    }

    std::vector<LeafPair> take() { return std::move(pairs_); }

private:
    template <typename Fits>
    void match(const Fits& fits)
    {
        for (auto& pair : pairs_) {
            if (pair.translation) {
                continue;
            }
            const auto found = std::find_if(left_.begin(), left_.end(), [&](const Leaf& leaf) {
                return leaf.kind == pair.source.kind && fits(pair.source, leaf);
            });
            if (found != left_.end()) {
                pair.state = stateOf(pair.source, *found);
                pair.translation = std::move(*found);
                left_.erase(found);
            }
        }
    }

    TextState stateOf(const Leaf& source, const Leaf& translation) const
    {
        if (translation.mark.madeFrom.empty()) {
            return whole_ == TextState::kMissing ? TextState::kReady : whole_;
        }
        return translation.mark.madeFrom == digestOf(source.text) ? TextState::kReady
                                                                  : TextState::kOutdated;
    }

    std::vector<LeafPair> pairs_;
    std::vector<Leaf> left_; // not yet paired
    TextState whole_;
};

std::vector<LeafPair> pairsOf(const Slide& slide, std::string_view language)
{
    const auto* const source = textIn(slide, slide.sourceLanguage);
    return source == nullptr ? std::vector<LeafPair>{}
                             : Pairing(*source, storedText(slide, language)).take();
}

bool isForTranslator(const Leaf& leaf)
{
    return isWords(leaf.kind) && leaf.mark.translate;
}

int charactersOf(std::string_view text)
{
    return static_cast<int>(std::count_if(
        text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

// "www.example.org/x", "https://…", "name@example.org"; never the full stop after it.
bool isAddress(std::string_view token)
{
    if (token.rfind("https://", 0) == 0 || token.rfind("http://", 0) == 0 ||
        token.rfind("www.", 0) == 0) {
        return token.size() > 8;
    }
    const auto at = token.find('@');
    const auto dot = token.find('.', at == std::string_view::npos ? 0 : at);
    if (dot == std::string_view::npos || dot == 0) {
        return false;
    }
    if (at != std::string_view::npos) {
        return at > 0;
    }
    // A bare domain: letters on both sides of each dot, two or more behind the last.
    const auto end = token.find('/');
    const auto domain = token.substr(0, end);
    const auto last = domain.rfind('.');
    const auto top = domain.substr(last + 1);
    const auto letters = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return std::islower(static_cast<unsigned char>(c)) != 0 || isDigit(c) || c == '-' ||
                   c == '.';
        });
    };
    return letters(domain) && top.size() >= 2 && top.size() <= 8 &&
           domain.find("..") == std::string_view::npos &&
           std::none_of(top.begin(), top.end(), isDigit) && last >= 3;
}

// "2026", "12.03.", "8:30", "0911/1234-0": two digits or more; single ones are often words.
bool isNumber(std::string_view token)
{
    const auto digits = std::count_if(token.begin(), token.end(), isDigit);
    return digits >= 2 && std::all_of(token.begin(), token.end(), [](char c) {
               return isDigit(c) || std::string_view(".,:/-+()").find(c) != std::string_view::npos;
           });
}

// Behind the tag that begins at `at`; npos: there is none.
std::size_t endOfTag(std::string_view text, std::size_t at)
{
    constexpr std::size_t kLongest = 200;
    const auto next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool begins = text[at] == '<' && (next == '/' || isDigit(next) ||
                                            std::isalpha(static_cast<unsigned char>(next)) != 0);
    const auto end = begins ? text.find_first_of("<>", at + 1) : std::string_view::npos;
    return end != std::string_view::npos && text[end] == '>' && end - at < kLongest
               ? end + 1
               : std::string_view::npos;
}

std::string_view trimmed(std::string_view token)
{
    constexpr std::string_view kAround = ".,;:!?()[]\"'";
    while (!token.empty() && kAround.find(token.back()) != std::string_view::npos) {
        token.remove_suffix(1);
    }
    while (!token.empty() && kAround.find(token.front()) != std::string_view::npos) {
        token.remove_prefix(1);
    }
    return token;
}

Error refusal(const SourcePlace& place, std::string_view text)
{
    return {ErrorKind::kInvalid, fmt::format("{}:{}: {}", place.file, place.line, text)};
}

Remark remark(const TranslationUnit& unit, std::string text)
{
    return {Remark::Severity::kWarning, unit.place, std::move(text)};
}

Status checkFits(const Slide& slide, const Translation& translation)
{
    const auto place =
        translation.units.empty() ? SourcePlace{"translation", 1} : translation.units.front().place;
    if (!sameTag(translation.sourceLanguage, slide.sourceLanguage)) {
        return refusal(
            place,
            fmt::format(
                "this is a translation from {}, but the slide's own language is {}; export it "
                "again",
                translation.sourceLanguage,
                slide.sourceLanguage));
    }
    if (translation.targetLanguage.empty() ||
        sameTag(translation.targetLanguage, slide.sourceLanguage)) {
        return refusal(place, "the file names no language it was translated to; add trgLang");
    }
    if (!translation.original.empty() && !slide.id.empty() && translation.original != slide.id) {
        return refusal(
            place,
            fmt::format(
                "this is a translation of the slide \"{}\", not of \"{}\"; choose that slide",
                translation.original,
                slide.id));
    }
    return Done{};
}

// The pair a unit is about: the leaf with its source, else the one at its place.
LeafPair* pairFor(std::vector<LeafPair>& pairs, const TranslationUnit& unit)
{
    const auto find = [&](auto fits) -> LeafPair* {
        const auto found = std::find_if(pairs.begin(), pairs.end(), fits);
        return found == pairs.end() ? nullptr : &*found;
    };
    if (auto* both = find([&](const LeafPair& pair) {
            return pair.source.id == unit.id && pair.source.text == unit.source;
        })) {
        return both;
    }
    if (auto* same = find([&](const LeafPair& pair) { return pair.source.text == unit.source; })) {
        return same;
    }
    return find([&](const LeafPair& pair) { return pair.source.id == unit.id; });
}

Status take(const TranslationUnit& unit, LeafPair& pair)
{
    const bool untouched = unit.state == UnitState::kInitial && pair.translation &&
                           pair.translation->text == *unit.target;
    if (untouched) {
        return Done{};
    }
    if (!unit.lost.empty()) {
        return refusal(
            unit.place,
            fmt::format(
                "the translation lacks \"{}\", which must stay as it is; put it back",
                unit.lost.front()));
    }
    Leaf leaf = pair.source;
    leaf.text = *unit.target;
    leaf.mark = {};
    leaf.mark.madeFrom = digestOf(unit.source);
    pair.state = unit.source == pair.source.text ? TextState::kReady : TextState::kOutdated;
    pair.translation = std::move(leaf);
    return Done{};
}

// What each language has of its own stays as it was.
void keepOwn(const SlideText* old, const Slide& slide, SlideText& text)
{
    text.picture = old == nullptr ? std::nullopt : old->picture;
    if (text.qr && old != nullptr && old->qr) {
        text.qr->target = old->qr->target;
        text.qr->targetLanguage = old->qr->targetLanguage;
        text.qr->state = old->qr->state;
    } else if (text.qr && text.qr->targetLanguage.empty()) {
        text.qr->targetLanguage = slide.sourceLanguage;
    }
    if (text.telephone && old != nullptr && old->telephone) {
        text.telephone->state = old->telephone->state;
    }
}

// The translated text in the source's build.
SlideText rebuilt(const Slide& slide, const std::string& language, std::vector<LeafPair> pairs)
{
    const auto* const source = textIn(slide, slide.sourceLanguage);
    const auto* const old = storedText(slide, language);
    SlideText text = *source;
    text.language = old == nullptr ? language : old->language;
    text.reviewed = false;
    text.place = old == nullptr ? SourcePlace{} : old->place;
    keepOwn(old, slide, text);
    text.state = TextState::kReady;
    std::vector<Leaf> leaves;
    for (auto& pair : pairs) {
        if (!pair.translation && !isForTranslator(pair.source)) {
            pair.translation = pair.source;
            pair.translation->mark = {};
            pair.translation->mark.madeFrom =
                isWords(pair.source.kind) ? digestOf(pair.source.text) : "";
            pair.state = TextState::kReady;
        }
        text.state = std::min(text.state, pair.state); // missing < outdated < ready
        leaves.push_back(pair.translation.value_or(Leaf{pair.source.id, pair.source.kind, "", {}}));
    }
    setLeaves(text, leaves);
    return text;
}

void put(Slide& slide, SlideText text)
{
    const auto found = std::find_if(slide.texts.begin(), slide.texts.end(), [&](const auto& other) {
        return sameTag(other.language, text.language);
    });
    if (found == slide.texts.end()) {
        slide.texts.push_back(std::move(text));
    } else {
        *found = std::move(text);
    }
}

void warnOfLength(const TranslationUnit& unit, const LeafPair& pair, std::vector<Remark>& remarks)
{
    const int longest = pair.source.mark.longest;
    if (const int length = charactersOf(*unit.target); longest > 0 && length > longest) {
        remarks.push_back(remark(
            unit,
            fmt::format(
                "\"{}\" has {} characters, {} more than the {} allowed; ask for a shorter one",
                unit.id,
                length,
                length - longest,
                longest)));
    }
}

} // namespace

std::vector<ProtectedSpan> protectedSpans(std::string_view text)
{
    std::vector<ProtectedSpan> spans;
    std::size_t at = 0;
    while (at < text.size()) {
        if (const auto tag = endOfTag(text, at); tag != std::string_view::npos) {
            spans.push_back({ProtectedSpan::Kind::kMarkup, at, tag});
            at = tag;
            continue;
        }
        if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
            ++at;
            continue;
        }
        const auto end = std::min(text.find_first_of(" \t\n<", at + 1), text.size());
        const auto token = trimmed(text.substr(at, end - at));
        const auto begin = static_cast<std::size_t>(token.data() - text.data());
        if (isAddress(token)) {
            spans.push_back({ProtectedSpan::Kind::kAddress, begin, begin + token.size()});
        } else if (isNumber(token)) {
            spans.push_back({ProtectedSpan::Kind::kNumber, begin, begin + token.size()});
        }
        at = end;
    }
    return spans;
}

Translation exportTranslation(const Slide& slide, std::string_view language)
{
    Translation translation;
    translation.original = slide.id;
    translation.sourceLanguage = slide.sourceLanguage;
    translation.targetLanguage = language;
    const auto* const stored = storedText(slide, language);
    const bool reviewed = stored != nullptr && stored->reviewed;
    for (auto& pair : pairsOf(slide, language)) {
        if (!isForTranslator(pair.source)) {
            continue;
        }
        TranslationUnit unit;
        unit.id = pair.source.id;
        unit.source = pair.source.text;
        unit.note = pair.source.mark.note;
        unit.longest = pair.source.mark.longest;
        if (pair.translation) {
            unit.target = pair.translation->text;
        }
        if (pair.state == TextState::kReady) {
            unit.state = reviewed ? UnitState::kReviewed : UnitState::kTranslated;
        }
        translation.units.push_back(std::move(unit));
    }
    return translation;
}

std::vector<LeafState> leafStates(const Slide& slide, std::string_view language)
{
    std::vector<LeafState> states;
    for (const auto& pair : pairsOf(slide, language)) {
        if (isForTranslator(pair.source)) {
            states.push_back({pair.source.id, pair.state});
        }
    }
    return states;
}

Result<Imported> importTranslation(Slide slide, const Translation& translation)
{
    if (auto fits = checkFits(slide, translation); !fits) {
        return std::move(fits).error();
    }
    auto pairs = pairsOf(slide, translation.targetLanguage);
    Imported imported;
    UnitState least = UnitState::kFinal;
    for (const auto& unit : translation.units) {
        auto* const pair = pairFor(pairs, unit);
        if (pair == nullptr || !isForTranslator(pair->source)) {
            imported.remarks.push_back(remark(
                unit, fmt::format("the slide no longer has \"{}\"; it was left out", unit.id)));
            continue;
        }
        if (!unit.target || unit.target->empty()) {
            continue;
        }
        if (auto taken = take(unit, *pair); !taken) {
            return std::move(taken).error();
        }
        warnOfLength(unit, *pair, imported.remarks);
        least = std::min(least, unit.state);
    }
    auto text = rebuilt(slide, translation.targetLanguage, std::move(pairs));
    text.reviewed = text.state == TextState::kReady && least >= UnitState::kReviewed;
    put(slide, std::move(text));
    imported.slide = std::move(slide);
    return imported;
}

} // namespace jtv::model
