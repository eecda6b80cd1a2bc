// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What languages bring: direction, script, digits, days and times, places to break lines.
#include "content/typeset/language.h"
#include "content/typeset/locale.h"
#include "content/typeset/text.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::typeset {
namespace {

constexpr const char* kRequired[] = {"de", "en", "ar", "fa", "ckb", "ps", "prs", "tr", "uk",
                                     "ru", "vi", "ti", "am", "fr",  "es", "pl",  "ro", "bg",
                                     "sr", "sq", "hi", "ur", "zh",  "ja", "ko",  "th", "km"};

std::size_t breaksIn(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("\u200B", at)) != std::string::npos; at += 3) {
        ++count;
    }
    return count;
}

BOOST_AUTO_TEST_SUITE(locale)

BOOST_AUTO_TEST_CASE(every_required_language_has_a_name_words_and_fonts_that_are_installed)
{
    for (const std::string tag : kRequired) {
        const auto known = knownLanguages();
        BOOST_TEST((std::find(known.begin(), known.end(), tag) != known.end()), tag);
        BOOST_TEST(nativeName(tag) != tag);
        BOOST_TEST(closedWord(tag) != "–", tag);
        BOOST_TEST(pageLanguageNote(tag, "de").front() != '(', tag);
        const TextSetter setter(languageOf(tag));
        const auto lines =
            setter.set(nativeName(tag) + closedWord(tag) + pageLanguageNote(tag, "de"), {}, 0);
        BOOST_TEST(unknownCharacters(lines).empty(), tag);
    }
}

BOOST_AUTO_TEST_CASE(direction_and_script_follow_the_whole_tag)
{
    for (const auto* const tag : {"ar", "fa", "ckb", "ps", "prs", "ur", "he", "ku-Arab", "dv"}) {
        BOOST_TEST(languageOf(tag).rightToLeft, tag);
    }
    for (const auto* const tag : {"de", "ckb-Latn", "ti", "zh", "km", "de-simple-x-leicht", "xx"}) {
        BOOST_TEST(!languageOf(tag).rightToLeft, tag);
    }
    BOOST_TEST(scriptNameOf("zh") == "Hans");
    BOOST_TEST(scriptNameOf("zh-TW") == "Hant");
    BOOST_TEST(languageOf("zh-TW").families.rfind("Noto Sans CJK TC", 0) == 0U);
    BOOST_TEST(languageOf("ckb-Latn").families == "Noto Sans");
    BOOST_TEST(languageOf("de", "Lato").families == "Lato,Noto Sans");
}

BOOST_AUTO_TEST_CASE(names_are_those_of_the_language_itself)
{
    BOOST_TEST(nativeName("de-simple") == "Einfache Sprache");
    BOOST_TEST(nativeName("de-simple-x-leicht") == "Leichte Sprache");
    BOOST_TEST(nativeName("uk") == "Українська");
    BOOST_TEST(nativeName("fi") == "suomi"); // known to CLDR only
}

BOOST_AUTO_TEST_CASE(days_and_times_are_worded_by_the_language)
{
    const model::OpeningHours hours{{{1, 5, {{480, 720}, {840, 1080}}}, {6, 6, {}}}};
    const auto german = wordedHours("de", hours);
    BOOST_REQUIRE(german.size() == 2U);
    BOOST_TEST(german[0].days.find("Montag") == 0U, german[0].days);
    BOOST_TEST(german[0].days.find("Freitag") != std::string::npos);
    BOOST_REQUIRE(german[0].spans.size() == 2U);
    BOOST_TEST(german[0].spans[0].find("08:00") == 0U, german[0].spans[0]);
    BOOST_TEST(german[0].spans[1].find("18:00") != std::string::npos);
    BOOST_TEST(german[1].days == "Samstag");
    BOOST_TEST(german[1].spans.empty());
    // 24 hours also where clocks have twelve, and no spaces at which a line could end.
    const auto english = wordedHours("en", hours);
    BOOST_TEST(english[0].spans[1].find("14:00") == 0U, english[0].spans[1]);
    BOOST_TEST(english[0].spans[1].find(' ') == std::string::npos);
    BOOST_TEST(wordedHours("ar", hours)[0].spans[0].find("٨") != std::string::npos);
    BOOST_TEST(wordedHours("prs", hours)[0].spans[0].find("۸") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_are_written_in_the_languages_digits)
{
    BOOST_TEST(localNumber("ar", 1250) == "١٢٥٠");
    BOOST_TEST(localNumber("fa", 12) == "۱۲");
    BOOST_TEST(localNumber("de", 1250) == "1250");
    BOOST_TEST(localNumber("hi", 3) == "3");
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces_get_places_to_break_a_line)
{
    const std::string khmer = "សូមទៅកន្លែងទទួលភ្ញៀវជាមុន។";
    const auto broken = withBreaks("km", khmer);
    BOOST_TEST(breaksIn(broken) >= 3U);
    auto back = broken;
    for (std::size_t at = 0; (at = back.find("\u200B")) != std::string::npos;) {
        back.erase(at, 3);
    }
    BOOST_TEST(back == khmer);
    for (const auto* const other : {"Bitte warten", "请先到接待处。", "กรุณาติดต่อแผนกต้อนรับก่อน", ""}) {
        BOOST_TEST(withBreaks("km", other) == other);
    }
}

BOOST_AUTO_TEST_CASE(lines_of_scripts_without_spaces_end_inside_a_narrow_column)
{
    const std::pair<const char*, const char*> samples[]{
        {"km", "អ្នកនិយាយភាសាអាល្លឺម៉ង់បានតិចប្រាប់យើងថាអ្នកនិយាយភាសាអ្វី"},
        {"th", "ไม่มีอินเทอร์เน็ตใช่ไหมแผนกต้อนรับยินดีช่วย"},
        {"zh", "请告诉我们您说什么语言我们会安排翻译"},
        {"ja", "お話しになる言語を教えてください通訳を手配します"},
    };
    for (const auto& [tag, text] : samples) {
        const TextSetter setter(languageOf(tag));
        const auto lines = setter.set(withBreaks(tag, text), {.size = 40}, 400);
        BOOST_TEST(lineCount(lines) >= 2, tag);
        BOOST_TEST(logicalBox(lines).width <= 400.0, tag);
    }
}

BOOST_AUTO_TEST_CASE(korean_words_are_kept_whole)
{
    BOOST_TEST(withBreaks("ko", "다른 분을") == "다\u2060른 분\u2060을");
    BOOST_TEST(
        withBreaks("ko", "www.jobcenter.digital 열기") == "www.jobcenter.digital 열\u2060기");
    BOOST_TEST(withBreaks("ja", "ようこそ") == "ようこそ");
}

BOOST_AUTO_TEST_CASE(simple_language_is_set_a_sentence_a_line)
{
    BOOST_TEST(
        sentenceALine("de", "Sie haben einen Termin. Kommen Sie um 8.30 Uhr. Danke!") ==
        "Sie haben einen Termin.\nKommen Sie um 8.30 Uhr.\nDanke!");
    BOOST_TEST(sentenceALine("de", "") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
