// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SubRip as people really write it.
#include "content/captions/captions.h"
#include "tests/content/captions/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

Read read(const std::string& text)
{
    auto result = parseSubRip(text, "a.srt");
    BOOST_REQUIRE(result);
    return *std::move(result);
}

std::string all(const std::string& text)
{
    std::string out;
    const auto result = read(text);
    for (const auto& caption : result.track.captions) {
        out += (out.empty() ? "" : " / ") + plain(caption.lines);
    }
    return out;
}

BOOST_AUTO_TEST_SUITE(subrip)

BOOST_AUTO_TEST_CASE(times_are_read_in_every_spelling)
{
    for (const std::string times :
         {"00:00:01,500 --> 00:00:02,000",
          "00:00:01.500 --> 00:00:02.000",
          "0:0:1,5 --> 0:0:2",
          " 00:01,500-->00:02 ",
          "00:00:01,500 -> 00:00:02,000",
          "00:00:01,500 --> 00:00:02,000  X1:100 X2:200 Y1:300 Y2:400"}) {
        BOOST_TEST_CONTEXT(times)
        {
            const auto track = read("1\n" + times + "\ntext\n").track;
            BOOST_REQUIRE(track.captions.size() == 1U);
            BOOST_TEST(track.captions[0].begin.count() == 1500);
            BOOST_TEST(track.captions[0].end.count() == 2000);
        }
    }
}

BOOST_AUTO_TEST_CASE(numbers_may_be_wrong_or_missing)
{
    BOOST_TEST(
        all("00:01,0 --> 00:02,0\na\n\n00:03,0 --> 00:04,0\nb\n\n7\n00:05,0 --> 00:06,0\nc\n") ==
        "a / b / c");
    // A number that is text stays: no empty line above, and not the next in the row.
    BOOST_TEST(
        all("1\n00:01,0 --> 00:02,0\nPin:\n4711\n00:03,0 --> 00:04,0\nb\n") == "Pin:|4711 / b");
    BOOST_TEST(all("1\n00:01,0 --> 00:02,0\na\n2\n00:03,0 --> 00:04,0\nb\n") == "a / b");
    BOOST_TEST(
        all("1\n00:01,0 --> 00:02,0\nWir schreiben das Jahr\n\n2031\n") ==
        "Wir schreiben das Jahr|2031");
}

BOOST_AUTO_TEST_CASE(empty_line_inside_is_joined_and_told)
{
    const auto result = read("1\n00:01,0 --> 00:02,0\na\n\nb\n\n2\n00:03,0 --> 00:04,0\nc\n");
    BOOST_TEST(plain(result.track.captions[0].lines) == "a|b");
    BOOST_REQUIRE(result.remarks.size() == 1U);
    BOOST_TEST(result.remarks[0].place.line == 5);
}

BOOST_AUTO_TEST_CASE(tags_are_read_and_what_is_no_tag_is_text)
{
    const auto lines =
        read("1\n00:01,0 --> 00:02,0\n<b>a</b> <FONT color=\"#ffff10\">b</FONT> 3 < 5 & <3 {c} \n")
            .track.captions[0]
            .lines;
    BOOST_TEST(plain(lines) == "a b 3 < 5 & <3 {c}");
    BOOST_TEST(lines[0][0].bold);
    BOOST_TEST((lines[0][2].colour == model::CaptionColour::kYellow));
}

BOOST_AUTO_TEST_CASE(corner_of_the_picture_is_a_place)
{
    const auto place = read("1\n00:01,0 --> 00:02,0\n{\\an7}a\n").track.captions[0].place;
    BOOST_TEST(place.line.value() == 0.0);
    BOOST_TEST((place.align == model::CaptionAlign::kLeft));
    BOOST_TEST(
        (read("1\n00:01,0 --> 00:02,0\n{\\an2}a\n").track.captions[0].place ==
         model::CaptionPlace{}));
}

BOOST_AUTO_TEST_CASE(captions_may_overlap_and_stand_in_any_order)
{
    const auto result = read("1\n00:05,0 --> 00:09,0\nb\n\n2\n00:01,0 --> 00:06,0\na\n");
    BOOST_TEST(plain(result.track.captions[0].lines) == "a");
    BOOST_TEST(result.track.captions[0].end > result.track.captions[1].begin);
    BOOST_TEST(result.remarks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(encodings_are_told_apart)
{
    const std::string caption = "1\n00:01,0 --> 00:02,0\n";
    BOOST_TEST(all("\xEF\xBB\xBF" + caption + "Gr\xC3\xBC\xC3\x9F\x65") == "Grüße");
    BOOST_TEST(all(caption + "Gr\xFC\xDF\x65") == "Grüße");
    std::string wide = "\xFF\xFE";
    for (const char c : caption + "Hi") {
        wide += c;
        wide += '\0';
    }
    wide += "\x44\x06"; // U+0644
    BOOST_TEST(all(wide) == "Hi\u0644");
    // Mostly UTF-8 with one byte broken is not Windows-1252.
    BOOST_TEST(all(caption + "Gr\xC3\xBC\xC3\x9F\x65 \xC3") == "Grüße \uFFFD");
}

BOOST_AUTO_TEST_CASE(wrong_times_are_told_and_no_caption_at_all_is_refused)
{
    const auto result = read("1\n00:01,0 --> 00:02,0\na\n\n2\n00:x --> 00:04,0\nlost\n");
    BOOST_TEST(result.track.captions.size() == 1U);
    BOOST_TEST(plain(result.track.captions[0].lines) == "a");
    BOOST_REQUIRE(result.remarks.size() == 1U);
    BOOST_TEST(result.remarks[0].place.line == 6);
    BOOST_TEST(!parseSubRip("just text\n", "a.srt"));
    BOOST_TEST(!parseSubRip("", "a.srt"));
}

BOOST_AUTO_TEST_CASE(language_stands_in_the_name)
{
    BOOST_TEST(languageOfName("/a/video.de.vtt") == "de");
    BOOST_TEST(languageOfName("video.pt-BR.srt") == "pt-BR");
    BOOST_TEST(languageOfName("video.srt").empty());
    BOOST_TEST(languageOfName("v1.2.srt").empty());
    BOOST_TEST(languageOfName("video.captions.srt").empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions
