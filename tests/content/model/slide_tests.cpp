// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which languages a slide is shown in, and for how long.
#include "content/model/slide.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

SlideText textOf(const std::string& language, const std::string& words)
{
    SlideText text;
    text.language = language;
    text.title = "Titel";
    text.blocks.emplace_back(Paragraph{words});
    return text;
}

Slide slideOf(std::vector<SlideText> texts)
{
    Slide slide;
    slide.sourceLanguage = "de";
    slide.texts = std::move(texts);
    return slide;
}

using Languages = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(slide)

BOOST_AUTO_TEST_CASE(short_texts_stay_eight_seconds_and_long_ones_thirty)
{
    const auto slide = slideOf({textOf("de", "kurz"), textOf("en", std::string(5000, 'x'))});
    BOOST_TEST(readingTime(slide, "de").count() == 8000);
    BOOST_TEST(readingTime(slide, "en").count() == 30000);
    BOOST_TEST(readingTime(slide, "fr").count() == 0);
}

BOOST_AUTO_TEST_CASE(reading_time_grows_with_the_text_and_differs_by_language)
{
    const std::string words(150, 'x');
    const auto slide = slideOf({textOf("de", words), textOf("ar", words)});
    const auto longer = slideOf({textOf("de", words + words.substr(0, 20))});
    BOOST_TEST((readingTime(slide, "ar") > readingTime(slide, "de")));
    BOOST_TEST((readingTime(longer, "de") > readingTime(slide, "de")));
}

BOOST_AUTO_TEST_CASE(characters_count_and_not_bytes)
{
    std::string umlauts;
    for (int i = 0; i < 150; ++i) {
        umlauts += "ä";
    }
    BOOST_TEST(
        (readingTime(slideOf({textOf("de", umlauts)}), "de") ==
         readingTime(slideOf({textOf("de", std::string(150, 'a'))}), "de")));
}

BOOST_AUTO_TEST_CASE(a_code_stays_long_enough_to_take_the_phone_out)
{
    auto text = textOf("de", "kurz");
    text.qr = QrCode{"https://example.org", "example.org", "", ""};
    BOOST_TEST(readingTime(slideOf({text}), "de").count() == 25000);
}

BOOST_AUTO_TEST_CASE(languages_follow_the_wanted_order_and_skip_what_is_missing)
{
    auto missing = textOf("fr", "");
    missing.state = TextState::kMissing;
    const auto slide = slideOf({textOf("de", "a"), textOf("ar", "b"), missing, textOf("uk", "c")});
    BOOST_TEST(
        languagesShown(slide, {"uk", "fr", "tr", "ar", "uk"}) == (Languages{"uk", "ar"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_outdated_text_is_shown_skipped_or_replaced_as_the_slide_says)
{
    auto slide = slideOf({textOf("de", "a"), textOf("en", "b"), textOf("ar", "c")});
    slide.texts[2].state = TextState::kOutdated;
    const Languages wanted{"en", "ar"};
    BOOST_TEST((languagesShown(slide, wanted) == Languages{"en", "ar"}));
    slide.whenOutdated = WhenOutdated::kSkip;
    BOOST_TEST((languagesShown(slide, wanted) == Languages{"en"}));
    slide.whenOutdated = WhenOutdated::kMain;
    BOOST_TEST((languagesShown(slide, wanted) == Languages{"en", "de"}));
}

BOOST_AUTO_TEST_CASE(a_binding_slide_never_shows_an_outdated_text)
{
    auto slide = slideOf({textOf("de", "a"), textOf("ar", "c")});
    slide.texts[1].state = TextState::kOutdated;
    slide.binding = true;
    for (const auto policy : {WhenOutdated::kShow, WhenOutdated::kSkip, WhenOutdated::kMain}) {
        slide.whenOutdated = policy;
        BOOST_TEST((languagesShown(slide, {"ar"}) == Languages{"de"}));
    }
}

BOOST_AUTO_TEST_CASE(simple_german_is_a_version_of_its_own)
{
    const auto slide = slideOf({textOf("de-simple", "b"), textOf("de", "a")});
    BOOST_TEST(textIn(slide, "de")->language == "de");
    BOOST_TEST(textIn(slide, "de-AT")->language == "de");
    BOOST_TEST(textIn(slide, "de-simple-x-leicht")->language == "de-simple");
    BOOST_TEST(
        (languagesShown(slide, {"de", "de-simple-x-leicht", "de-simple"}) ==
         Languages{"de", "de-simple"}));
    const std::string words(150, 'x');
    const auto longer = slideOf({textOf("de", words), textOf("de-simple", words)});
    BOOST_TEST((readingTime(longer, "de-simple") > readingTime(longer, "de")));
}

BOOST_AUTO_TEST_CASE(languages_side_by_side_stay_as_long_as_the_slowest_needs)
{
    const std::string words(150, 'x');
    const auto slide = slideOf({textOf("de", words), textOf("ar", words)});
    BOOST_TEST((readingTime(slide, "de+ar") == readingTime(slide, "ar")));
}

BOOST_AUTO_TEST_CASE(every_file_a_slide_needs_is_named_once)
{
    auto text = textOf("ar", "c");
    text.picture = OwnPicture{"ar.png"};
    auto slide = slideOf({textOf("de", "a"), text});
    slide.picture = "de.png";
    slide.signs = {{"gsg", "sign.mp4"}, {"ase", "sign.mp4"}};
    BOOST_TEST((filesOf(slide) == Languages{"de.png", "ar.png", "sign.mp4"}));
    slide.theme = "themes/city.xml";
    BOOST_TEST(filesOf(slide).size() == 4U);
    BOOST_TEST(pictureOf(slide, slide.texts[0]) == "de.png");
    BOOST_TEST(pictureOf(slide, slide.texts[1]) == "ar.png");
    slide.texts[1].picture->state = TextState::kOutdated;
    BOOST_TEST(pictureOf(slide, slide.texts[1]) == "de.png");
}

BOOST_AUTO_TEST_CASE(without_any_wanted_language_the_source_is_shown)
{
    const auto slide = slideOf({textOf("de", "a"), textOf("en", "b")});
    BOOST_TEST(languagesShown(slide, {"tr"}) == Languages{"de"}, boost::test_tools::per_element());
    BOOST_TEST(languagesShown(slide, {}) == Languages{"de"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(regional_tags_find_their_language_and_none_twice)
{
    const auto slide = slideOf({textOf("de", "a"), textOf("pt-BR", "b")});
    BOOST_REQUIRE(textIn(slide, "de-AT") != nullptr);
    BOOST_REQUIRE(textIn(slide, "PT") != nullptr);
    BOOST_TEST(textIn(slide, "PT")->language == "pt-BR");
    BOOST_TEST(languagesShown(slide, {"de-AT", "de"}).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
