// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Words of zones and tickers stay inside their picture and lead from the side where they are read.
#include "content/typeset/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::typeset {
namespace {

// The columns with letters.
struct Ink {
    int left = -1;
    int right = -1;
};
Ink inkOf(const Pixels& pixels)
{
    Ink ink;
    for (int x = 0; x < pixels.width; ++x) {
        for (int y = 0; y < pixels.height; ++y) {
            if (pixels.row(y)[std::ptrdiff_t{4} * x + 3] > 0) {
                ink.left = ink.left < 0 ? x : ink.left;
                ink.right = x;
                break;
            }
        }
    }
    return ink;
}

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(text_stands_in_the_middle_and_is_clear_around)
{
    const auto text = renderText({"Zimmer 12", "de", 0xffcc00}, 400, 100);
    BOOST_REQUIRE(text);
    BOOST_TEST(text->width == 400);
    BOOST_TEST(text->height == 100);
    const Ink ink = inkOf(*text);
    BOOST_TEST(ink.left > 5);
    BOOST_TEST(std::abs(ink.left - (399 - ink.right)) < 10);
}

BOOST_AUTO_TEST_CASE(longer_text_is_set_smaller_until_it_cannot_be_read)
{
    std::string words;
    for (int i = 0; i < 20; ++i) {
        words += "Bitte warten Sie hier. ";
    }
    BOOST_TEST(bool(renderText({words, "de", 0xffffff}, 600, 300)));
    const auto refused = renderText({words, "de", 0xffffff}, 60, 30);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("shorten") != std::string::npos);
    BOOST_TEST(!renderText({" \n", "de", 0xffffff}, 600, 300));
}

BOOST_AUTO_TEST_CASE(long_text_keeps_its_readable_size_and_grows_downwards)
{
    Target target;
    target.width = 640;
    target.height = 360;
    target.distanceMetres = 6;
    const auto little = renderLongText({"Zimmer 12", "de", 0xffffff}, target);
    BOOST_REQUIRE(little);
    BOOST_TEST(little->height == 360);
    std::string words;
    for (int i = 0; i < 60; ++i) {
        words += "Bitte warten Sie hier. ";
    }
    const auto once = renderLongText({words, "de", 0xffffff}, target);
    const auto twice = renderLongText({words + words, "de", 0xffffff}, target);
    BOOST_REQUIRE((once && twice));
    BOOST_TEST(once->width == 640);
    BOOST_TEST(once->height > 720);
    BOOST_TEST(std::abs(twice->height - 2 * once->height) < once->height / 10);
    BOOST_TEST(inkOf(*once).left > 10);
    BOOST_TEST(inkOf(*once).right < 630);
    // From twice as far it has to be twice as large: four times the room.
    target.distanceMetres = 12;
    BOOST_TEST(renderLongText({words, "de", 0xffffff}, target)->height > 3 * once->height);
    for (int i = 0; i < 8; ++i) {
        words += words;
    }
    const auto refused = renderLongText({words + words, "de", 0xffffff}, target);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("several") != std::string::npos);
    BOOST_TEST(!renderLongText({" ", "de", 0xffffff}, target));
}

BOOST_AUTO_TEST_CASE(ticker_is_as_long_as_its_words_and_a_gap)
{
    const auto ticker = renderTicker({"Heute bis 18 Uhr\nMorgen zu\n", "de", 0xffffff}, 60, 100);
    BOOST_REQUIRE(ticker);
    BOOST_TEST(!ticker->rightToLeft);
    BOOST_TEST(ticker->strip.height == 60);
    BOOST_TEST(ticker->strip.width > 300);
    const Ink ink = inkOf(ticker->strip);
    BOOST_TEST(ink.left < 10);
    BOOST_TEST(ticker->strip.width - ink.right > 100); // the gap
    BOOST_TEST(renderTicker({"kurz", "de", 0xffffff}, 60, 900)->strip.width == 900);
    BOOST_TEST(!renderTicker({std::string(20'000, 'm'), "de", 0xffffff}, 60, 900));
}

BOOST_AUTO_TEST_CASE(no_stroke_of_a_ticker_touches_its_edges)
{
    for (const auto* words :
         {"Größe ÄÖÜ jgpq", "أهلاً وسهلاً بكم يرجى", "Ласкаво просимо Ї щ", "ยินดีต้อนรับ"}) {
        const auto ticker = renderTicker({words, "de", 0xffffff}, 60, 100);
        BOOST_REQUIRE(ticker);
        int touched = 0;
        for (const int y : {0, 1, 2, 57, 58, 59}) {
            for (int x = 0; x < ticker->strip.width; ++x) {
                touched += ticker->strip.row(y)[std::ptrdiff_t{4} * x + 3] > 0 ? 1 : 0;
            }
        }
        BOOST_TEST(touched == 0, words);
    }
}

BOOST_AUTO_TEST_CASE(letters_say_which_way_a_ticker_wanders)
{
    const auto arabic = renderTicker({"أهلاً وسهلاً بكم", "de", 0xffffff}, 60, 900);
    BOOST_REQUIRE(arabic);
    BOOST_TEST(arabic->rightToLeft);
    BOOST_TEST(inkOf(arabic->strip).right > 880);
    BOOST_TEST(!renderTicker({"Welcome", "ar", 0xffffff}, 60, 900)->rightToLeft);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
