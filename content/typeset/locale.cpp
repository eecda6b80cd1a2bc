// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// ICU.
#include "content/typeset/locale.h"

#include "content/model/language_tag.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/dtitvfmt.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/uloc.h>

namespace jtv::typeset {
namespace {

using icu::UnicodeString;

icu::Locale localeOf(std::string_view tag)
{
    // CLDR files Dari under Persian.
    const bool dari = model::primaryLanguage(tag) == "prs";
    UErrorCode error = U_ZERO_ERROR;
    auto locale = icu::Locale::forLanguageTag(dari ? "fa-AF" : std::string(tag), error);
    if (U_SUCCESS(error) && model::primaryLanguage(tag) == "ar" && *locale.getCountry() == '\0') {
        // Newer CLDR gives Arabic of no country Latin digits; the slides are written with its own.
        locale.setUnicodeKeywordValue("nu", "arab", error);
    }
    return U_SUCCESS(error) ? locale : icu::Locale::getRoot();
}

std::string utf8(const UnicodeString& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

// A week that begins on a Monday: 5 January 1970, in UTC.
constexpr UDate kMonday = 4 * 86'400'000.0;

UDate onDay(int day)
{
    return kMonday + (day - 1) * 86'400'000.0;
}

UDate atMinute(int minutes)
{
    // ICU's day ends a minute earlier: an interval to midnight would name two dates.
    return kMonday + std::min(minutes, 24 * 60 - 1) * 60'000.0;
}

// Ranges of days ("EEEE") or of times ("Hm") in one language.
class Ranges {
public:
    Ranges(const icu::Locale& locale, const char* skeleton)
    {
        UErrorCode error = U_ZERO_ERROR;
        format_.reset(icu::DateIntervalFormat::createInstance(skeleton, locale, error));
        if (U_SUCCESS(error)) {
            format_->setTimeZone(*icu::TimeZone::getGMT());
            format_->setContext(UDISPCTX_CAPITALIZATION_FOR_STANDALONE, error);
        }
    }

    std::string between(UDate from, UDate to) const
    {
        UErrorCode error = U_ZERO_ERROR;
        UnicodeString text;
        icu::FieldPosition position;
        const icu::DateInterval interval(from, to);
        if (format_) {
            format_->format(&interval, text, position, error);
        }
        return utf8(text);
    }

private:
    std::unique_ptr<icu::DateIntervalFormat> format_;
};

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
    return text;
}

// No line ends at its spaces and dashes.
std::string unbroken(std::string text)
{
    for (const std::string_view space : {" ", "\u2009"}) {
        text = replaced(std::move(text), space, "\u00A0");
    }
    return replaced(std::move(text), "–", "–\u2060");
}

bool needsDictionary(std::string_view text)
{
    // The first two bytes of Khmer (U+1780 …), Lao (U+0E80 …) and Myanmar (U+1000 …) in UTF-8.
    constexpr std::array<std::string_view, 5> kStarts{
        "\xE1\x9E", "\xE1\x9F", "\xE0\xBA", "\xE1\x80", "\xE1\x81"};
    return std::any_of(kStarts.begin(), kStarts.end(), [&](const auto& start) {
        return text.find(start) != std::string_view::npos;
    });
}

// A Hangul syllable (U+AC00 … U+D7A3) begins here.
bool isHangul(std::string_view text, std::size_t at)
{
    if (at + 3 > text.size()) {
        return false;
    }
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return (first == 0xEAU && second >= 0xB0U) || first == 0xEBU || first == 0xECU ||
           (first == 0xEDU && second <= 0x9EU);
}

std::string wordsKeptWhole(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = isHangul(text, at) ? 3 : 1;
        result += text.substr(at, length);
        at += length;
        if (length == 3 && isHangul(text, at)) {
            result += "\u2060";
        }
    }
    return result;
}

using MakeBreaks = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

// The pieces between two boundaries, joined by what `join` says of the piece before.
template <typename Join>
std::string rejoined(std::string_view tag, const std::string& text, MakeBreaks make, Join join)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(make(localeOf(tag), error));
    if (U_FAILURE(error)) {
        return text;
    }
    const auto whole = UnicodeString::fromUTF8(text);
    breaks->setText(whole);
    std::string result;
    for (auto from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
         from = to, to = breaks->next()) {
        result += join(utf8(whole.tempSubStringBetween(from, to)), to == whole.length());
    }
    return result;
}

} // namespace

bool isRightToLeft(std::string_view tag)
{
    return localeOf(tag).isRightToLeft() != 0;
}

std::string scriptNameOf(std::string_view tag)
{
    auto locale = localeOf(tag);
    UErrorCode error = U_ZERO_ERROR;
    locale.addLikelySubtags(error);
    return locale.getScript();
}

std::string displayName(std::string_view tag)
{
    const auto locale = localeOf(tag);
    UnicodeString name;
    locale.getDisplayLanguage(locale, name);
    auto text = utf8(name);
    return text.empty() ? std::string(tag) : text;
}

std::string localNumber(std::string_view tag, int number)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(
        icu::NumberFormat::createInstance(localeOf(tag), error));
    if (U_FAILURE(error)) {
        return std::to_string(number);
    }
    format->setGroupingUsed(0);
    UnicodeString text;
    format->format(static_cast<int32_t>(number), text);
    return utf8(text);
}

std::vector<WordedHours> wordedHours(std::string_view tag, const model::OpeningHours& hours)
{
    const auto locale = localeOf(tag);
    const Ranges days(locale, "EEEE");
    const Ranges times(locale, "Hm");
    std::vector<WordedHours> rows;
    for (const auto& row : hours.rows) {
        auto& worded = rows.emplace_back();
        worded.days = days.between(onDay(row.first), onDay(row.last));
        for (const auto& span : row.spans) {
            worded.spans.push_back(unbroken(times.between(atMinute(span.from), atMinute(span.to))));
        }
    }
    return rows;
}

std::string withBreaks(std::string_view tag, std::string text)
{
    if (model::primaryLanguage(tag) == "ko") {
        return wordsKeptWhole(text);
    }
    if (!needsDictionary(text)) {
        return text;
    }
    return rejoined(
        tag, text, icu::BreakIterator::createLineInstance, [](std::string piece, bool last) {
            const bool inWord = !last && piece.back() != ' ';
            return inWord ? std::move(piece) + "\u200B" : std::move(piece);
        });
}

std::string sentenceALine(std::string_view tag, const std::string& text)
{
    return rejoined(
        tag, text, icu::BreakIterator::createSentenceInstance, [](std::string piece, bool last) {
            piece.erase(piece.find_last_not_of(" \n") + 1);
            return last || piece.empty() ? std::move(piece) : std::move(piece) + "\n";
        });
}

} // namespace jtv::typeset
