// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions are cut into units, and units are found again by their source text, then by their place.
#include "content/captions/translation.h"

#include "content/captions/captions.h"
#include "content/captions/webvtt_writer.h"
#include "content/model/language_tag.h"
#include "content/model/reading_speed.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::captions {
namespace {

using model::TranslationUnit;
using model::UnitState;

// A unit and where it is shown.
struct Piece {
    std::string id;
    std::string text;
    std::size_t caption = 0; // its place in the track
    const TranslationUnit* translation = nullptr;
};

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

// References become letters, but for "<", which begins a code.
std::string toUnit(std::string text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kReferences{
        {{"&gt;", ">"},
         {"&lrm;", "\xe2\x80\x8e"},
         {"&rlm;", "\xe2\x80\x8f"},
         {"&nbsp;", "\xc2\xa0"},
         {"&amp;", "&"}}};
    for (const auto& [reference, letter] : kReferences) {
        replaceAll(text, reference, letter);
    }
    return text;
}

std::string toCueText(std::string text)
{
    replaceAll(text, "&", "&amp;");
    replaceAll(text, "&amp;lt;", "&lt;");
    return text;
}

// "- Guten Tag!" begins what somebody else says.
bool beginsSpeech(const model::CaptionLine& line)
{
    const auto& text = line.front().text;
    return text.starts_with("-") || text.starts_with("\xe2\x80\x93") ||
           text.starts_with("\xe2\x80\x94");
}

std::vector<std::string> textsOf(const model::Caption& caption)
{
    std::vector<std::vector<model::CaptionLine>> speeches;
    for (const auto& line : caption.lines) {
        if (speeches.empty() || beginsSpeech(line)) {
            speeches.emplace_back();
        }
        speeches.back().push_back(line);
    }
    std::vector<std::string> texts;
    for (const auto& speech : speeches) {
        auto text = cueText(speech);
        text.pop_back(); // the last line's end
        std::replace(text.begin(), text.end(), '\n', ' ');
        texts.push_back(toUnit(std::move(text)));
    }
    return texts;
}

std::vector<Piece> piecesOf(const model::CaptionTrack& track)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < track.captions.size(); ++i) {
        int speech = 0;
        for (auto& text : textsOf(track.captions[i])) {
            ++speech;
            auto id =
                speech == 1 ? fmt::format("c{}", i + 1) : fmt::format("c{}-{}", i + 1, speech);
            pieces.push_back({std::move(id), std::move(text), i, nullptr});
        }
    }
    return pieces;
}

// Gives each piece the unit with its source, best the one of its place too; then, of those left,
// the one of its place. Returns the units nobody wants.
std::vector<const TranslationUnit*>
pair(std::vector<Piece>& pieces, const std::vector<TranslationUnit>& units)
{
    std::vector<const TranslationUnit*> left(units.size());
    std::transform(
        units.begin(), units.end(), left.begin(), [](const auto& unit) { return &unit; });
    const auto match = [&](const auto& fits) {
        for (auto& piece : pieces) {
            const auto found = std::find_if(left.begin(), left.end(), [&](const auto* unit) {
                return piece.translation == nullptr && fits(piece, *unit);
            });
            if (found != left.end()) {
                piece.translation = *found;
                left.erase(found);
            }
        }
    };
    match([](const Piece& piece, const TranslationUnit& unit) {
        return unit.id == piece.id && unit.source == piece.text;
    });
    match(
        [](const Piece& piece, const TranslationUnit& unit) { return unit.source == piece.text; });
    match([](const Piece& piece, const TranslationUnit& unit) { return unit.id == piece.id; });
    return left;
}

std::string clockText(Milliseconds time)
{
    const auto tenths = time.count() / 100;
    return fmt::format("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

double secondsOf(const model::Caption& caption)
{
    return std::max(0.001, std::chrono::duration<double>(caption.end - caption.begin).count());
}

// Letters that are read while the caption stands; what is written has blanks, too.
int longestIn(const model::Caption& caption, std::string_view language)
{
    constexpr double kWithBlanks = 7.0 / 6;
    const double letters = secondsOf(caption) * model::fastestCaption(language);
    return std::max(1, static_cast<int>(letters * kWithBlanks));
}

TranslationUnit
unitFrom(const Piece& piece, const model::Caption& caption, std::string_view language)
{
    TranslationUnit unit;
    unit.id = piece.id;
    unit.source = piece.text;
    unit.longest = longestIn(caption, language);
    unit.note = fmt::format(
        "Caption shown from {} for {:.1f} s{}{}.",
        clockText(caption.begin),
        secondsOf(caption),
        caption.id.empty() ? "" : ", named ",
        caption.id);
    if (piece.translation != nullptr && piece.translation->target) {
        unit.target = piece.translation->target;
        const bool same = piece.translation->source == piece.text;
        unit.state = same ? piece.translation->state : UnitState::kInitial;
    }
    return unit;
}

Error refusal(const model::SourcePlace& place, std::string_view text)
{
    return {ErrorKind::kInvalid, fmt::format("{}:{}: {}", place.file, place.line, text)};
}

Status checkLanguages(const model::CaptionTrack& source, const model::Translation& translation)
{
    const auto place = translation.units.empty() ? model::SourcePlace{"translation", 1}
                                                 : translation.units.front().place;
    if (!source.language.empty() && !model::sameTag(translation.sourceLanguage, source.language)) {
        return refusal(
            place,
            fmt::format(
                "this is a translation from {}, but the captions are in {}; export them again",
                translation.sourceLanguage,
                source.language));
    }
    if (translation.targetLanguage.empty()) {
        return refusal(place, "the file names no language it was translated to; add trgLang");
    }
    return Done{};
}

int lettersIn(const std::vector<model::CaptionLine>& lines)
{
    int count = 0;
    for (const auto& line : lines) {
        for (const auto& span : line) {
            count += model::charactersToRead(span.text);
        }
    }
    return count;
}

class Import {
public:
    Import(const model::CaptionTrack& source, const model::Translation& translation)
        : source_(source)
    {
        imported_.track.language = translation.targetLanguage;
        imported_.track.regions = source.regions;
    }

    // Pieces come in the order of their captions.
    Status take(const Piece& piece)
    {
        const auto& caption = source_.captions[piece.caption];
        const auto* unit = piece.translation;
        if (unit == nullptr || !unit->target || unit->target->empty()) {
            warn(
                unit,
                fmt::format("the caption at {} has no translation", clockText(caption.begin)));
            return Done{};
        }
        if (!unit->lost.empty()) {
            return refusal(
                unit->place,
                fmt::format(
                    "the translation lacks \"{}\", which must stay as it is; put it back",
                    unit->lost.front()));
        }
        if (unit->source != piece.text || unit->state == UnitState::kInitial) {
            warn(
                unit,
                fmt::format(
                    "the caption at {} was translated from another text; have it looked at",
                    clockText(caption.begin)));
        }
        auto& captions = imported_.track.captions;
        if (captions.empty() || last_ != piece.caption) {
            captions.push_back(caption);
            captions.back().lines.clear();
            last_ = piece.caption;
        }
        for (auto& line : parseCueText(toCueText(*unit->target))) {
            captions.back().lines.push_back(std::move(line));
        }
        warnOfLength(captions.back(), *unit);
        return Done{};
    }

    void leaveOut(const TranslationUnit& unit)
    {
        warn(&unit, fmt::format("there is no caption \"{}\" any more; it was left out", unit.id));
    }

    ImportedCaptions finish() { return std::move(imported_); }

private:
    void warn(const TranslationUnit* unit, std::string text)
    {
        imported_.remarks.push_back(
            {model::Remark::Severity::kWarning,
             unit == nullptr ? model::SourcePlace{"translation", 1} : unit->place,
             std::move(text)});
    }

    void warnOfLength(const model::Caption& caption, const TranslationUnit& unit)
    {
        const int letters = lettersIn(caption.lines);
        const auto most =
            static_cast<int>(secondsOf(caption) * model::fastestCaption(imported_.track.language));
        if (letters > most) {
            warn(
                &unit,
                fmt::format(
                    "the caption at {} has {} letters, {} more than are read in {:.1f} s; ask for "
                    "a shorter one",
                    clockText(caption.begin),
                    letters,
                    letters - most,
                    secondsOf(caption)));
        }
    }

    const model::CaptionTrack& source_;
    ImportedCaptions imported_;
    std::size_t last_ = 0; // caption of the source that the last one is of
};

} // namespace

model::Translation exportCaptions(
    const model::CaptionTrack& source,
    std::string_view original,
    std::string_view language,
    const model::Translation* before)
{
    model::Translation translation;
    translation.original = original;
    translation.sourceLanguage = source.language;
    translation.targetLanguage = language;
    auto pieces = piecesOf(source);
    if (before != nullptr) {
        pair(pieces, before->units);
    }
    for (const auto& piece : pieces) {
        translation.units.push_back(unitFrom(piece, source.captions[piece.caption], language));
    }
    return translation;
}

Result<ImportedCaptions>
importCaptions(const model::CaptionTrack& source, const model::Translation& translation)
{
    if (auto fits = checkLanguages(source, translation); !fits) {
        return std::move(fits).error();
    }
    auto pieces = piecesOf(source);
    const auto left = pair(pieces, translation.units);
    Import import(source, translation);
    for (const auto& piece : pieces) {
        if (auto taken = import.take(piece); !taken) {
            return std::move(taken).error();
        }
    }
    for (const auto* unit : left) {
        import.leaveOut(*unit);
    }
    return import.finish();
}

std::filesystem::path translatedName(const std::filesystem::path& source, std::string_view language)
{
    auto stem = source.stem();
    if (!languageOfName(source).empty()) {
        stem = stem.stem();
    }
    return source.parent_path() / fmt::format("{}.{}.vtt", stem.string(), language);
}

} // namespace jtv::captions
