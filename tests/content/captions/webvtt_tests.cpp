// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebVTT as the standard reads it: what is wrong is passed over and told, never the whole file.
#include "content/captions/captions.h"
#include "tests/content/captions/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

Read read(const std::string& text)
{
    auto result = parseWebVtt(text, "a.vtt");
    BOOST_REQUIRE(result);
    return *std::move(result);
}

model::CaptionPlace placeWith(const std::string& settings)
{
    const auto result = read("WEBVTT\n\n00:01.000 --> 00:02.000 " + settings + "\nx\n");
    BOOST_REQUIRE(result.track.captions.size() == 1U);
    return result.track.captions.front().place;
}

BOOST_AUTO_TEST_SUITE(webvtt)

BOOST_AUTO_TEST_CASE(cue_has_its_id_times_and_lines)
{
    const auto track = read("WEBVTT - a title\n\nNOTE for\nnobody\n\nfirst\n"
                            "00:01.500 --> 01:00:02.000\nGuten Tag\nHerr M&uuml;ller\n")
                           .track;
    BOOST_REQUIRE(track.captions.size() == 1U);
    const auto& cue = track.captions.front();
    BOOST_TEST(cue.id == "first");
    BOOST_TEST(cue.begin.count() == 1500);
    BOOST_TEST(cue.end.count() == 3'602'000);
    BOOST_TEST(plain(cue.lines) == "Guten Tag|Herr Müller");
}

BOOST_AUTO_TEST_CASE(line_ends_byte_order_mark_and_missing_end_of_line_do_not_matter)
{
    for (const std::string text :
         {"WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\na\r\nb",
          "\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\na\nb\n",
          "WEBVTT\r\r00:01.000 --> 00:02.000\ra\rb\r"}) {
        const auto track = read(text).track;
        BOOST_REQUIRE(track.captions.size() == 1U);
        BOOST_TEST(plain(track.captions.front().lines) == "a|b");
    }
}

BOOST_AUTO_TEST_CASE(file_without_the_first_line_is_refused)
{
    for (const std::string text : {"", "WEBVT\n", "WEBVTTX\n", "\nWEBVTT\n", "webvtt\n"}) {
        const auto result = parseWebVtt(text, "a.vtt");
        BOOST_REQUIRE(!result);
        BOOST_TEST(result.error().message.starts_with("a.vtt:1: "));
    }
}

BOOST_AUTO_TEST_CASE(wrong_times_cost_one_cue_and_are_told_with_their_line)
{
    const auto result = read("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nlost\n\n"
                             "00:03.000 --> 00:04.000\nkept\n");
    BOOST_REQUIRE(result.track.captions.size() == 1U);
    BOOST_TEST(plain(result.track.captions.front().lines) == "kept");
    BOOST_REQUIRE(result.remarks.size() == 1U);
    BOOST_TEST(result.remarks.front().place.line == 3);
    BOOST_TEST((result.remarks.front().severity == model::Remark::Severity::kError));
}

BOOST_AUTO_TEST_CASE(settings_are_read_and_wrong_ones_left_out)
{
    using Align = model::CaptionAlign;
    const auto place = placeWith("line:-2,end position:30%,line-left size:40% align:right");
    BOOST_TEST(place.line.value() == -2.0);
    BOOST_TEST(place.snapToLines);
    BOOST_TEST((place.lineAlign == model::CaptionLineAlign::kEnd));
    BOOST_TEST(place.position.value() == 30.0);
    BOOST_TEST((place.positionAlign == model::CaptionPositionAlign::kLineLeft));
    BOOST_TEST(place.size == 40.0);
    BOOST_TEST((place.align == Align::kRight));
    BOOST_TEST(!placeWith("line:12.5%").snapToLines);
    BOOST_TEST((placeWith("vertical:rl").writing == model::CaptionWriting::kGrowingLeft));
    BOOST_TEST((placeWith("vertical:lr").writing == model::CaptionWriting::kGrowingRight));
    for (const std::string wrong :
         {"line:x",
          "line:1.",
          "line:--1",
          "line:101%",
          "position:10",
          "position:10%,start",
          "size:-1%",
          "align:middle",
          "vertical:up",
          "colour:red",
          "nothing"}) {
        BOOST_TEST_CONTEXT(wrong)
        {
            BOOST_TEST((placeWith(wrong) == model::CaptionPlace{}));
        }
    }
}

BOOST_AUTO_TEST_CASE(region_counts_only_where_the_cue_has_no_place_of_its_own)
{
    const std::string header = "WEBVTT\n\nREGION\nid:low width:40% lines:2\n"
                               "regionanchor:0%,100% viewportanchor:10%,90% scroll:up\n\n";
    const auto track = read(
                           header + "00:01.000 --> 00:02.000 region:low\na\n\n"
                                    "00:03.000 --> 00:04.000 region:low line:1\nb\n\n"
                                    "00:05.000 --> 00:06.000 region:high\nc\n")
                           .track;
    BOOST_REQUIRE(track.regions.size() == 1U);
    BOOST_TEST(track.regions.front().width == 40.0);
    BOOST_TEST(track.regions.front().viewportY == 90.0);
    BOOST_TEST(track.regions.front().scrolls);
    BOOST_TEST(track.captions[0].place.region == "low");
    BOOST_TEST(track.captions[1].place.region.empty());
    BOOST_TEST(track.captions[2].place.region.empty());
}

BOOST_AUTO_TEST_CASE(style_sheet_is_told_and_not_shown)
{
    const auto result =
        read("WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\na\n");
    BOOST_TEST(result.track.captions.size() == 1U);
    BOOST_REQUIRE(result.remarks.size() == 1U);
    BOOST_TEST(result.remarks.front().place.line == 3);
}

BOOST_AUTO_TEST_CASE(cues_come_in_the_order_of_their_begin)
{
    const auto result =
        read("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n");
    BOOST_TEST(plain(result.track.captions[0].lines) == "a");
    BOOST_REQUIRE(result.remarks.size() == 1U);
    BOOST_TEST(result.remarks.front().place.line == 6);
}

BOOST_AUTO_TEST_CASE(windows_text_is_read_and_told)
{
    const auto result = read("WEBVTT\n\n00:01.000 --> 00:02.000\nGr\xFC\xDF\x65 \x84\x80\x93\n");
    BOOST_TEST(plain(result.track.captions.front().lines) == "Grüße „€“");
    BOOST_REQUIRE(result.remarks.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions
