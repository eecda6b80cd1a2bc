// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SubStation Alpha: its text and places, none of its styling.
#include "content/captions/ass.h"
#include "content/captions/captions.h"
#include "tests/content/captions/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

const std::string kHeader =
    "[Script Info]\nPlayResX: 400\nPlayResY: 200\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Bold, Italic, Alignment\nStyle: Default,Arial,0,0,2\n"
    "Style: Top,Arial,-1,0,8\n\n";
const std::string kEvents =
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

model::Caption captionWith(const std::string& text, const std::string& style = "Default")
{
    const auto read = parseAss(
        kHeader + kEvents + "Dialogue: 0,0:00:01.50,0:00:02.00," + style + ",,0,0,0,," + text +
            "\n",
        "a.ass");
    BOOST_REQUIRE(read);
    BOOST_REQUIRE(read->track.captions.size() == 1U);
    return read->track.captions.front();
}

BOOST_AUTO_TEST_SUITE(ass)

BOOST_AUTO_TEST_CASE(dialogue_has_its_times_and_text)
{
    const auto caption = captionWith("Hello, {\\i1}you{\\i0}\\Nthere{a comment}");
    BOOST_TEST(caption.begin.count() == 1500);
    BOOST_TEST(caption.end.count() == 2000);
    BOOST_TEST(plain(caption.lines) == "Hello, you|there");
    BOOST_TEST(caption.lines[0][1].italic);
    BOOST_TEST((caption.place == model::CaptionPlace{}));
}

BOOST_AUTO_TEST_CASE(style_and_override_say_where_it_stands)
{
    const auto above = captionWith("x", "Top");
    BOOST_TEST(above.place.line.value() == 0.0);
    BOOST_TEST(above.lines[0][0].bold);
    const auto placed = captionWith("{\\an5\\pos(100,50)}x");
    BOOST_TEST(placed.place.position.value() == 25.0);
    BOOST_TEST(placed.place.line.value() == 25.0);
    BOOST_TEST((placed.place.lineAlign == model::CaptionLineAlign::kCentre));
    BOOST_TEST(captionWith("{\\a6}x").place.line.value() == 0.0);
}

BOOST_AUTO_TEST_CASE(drawings_are_not_text)
{
    BOOST_TEST(captionWith("{\\p1}m 0 0 l 100 0{\\p0}").lines.empty());
    BOOST_TEST(plain(captionWith("a{\\p1}m 0 0{\\p0}b{never closed").lines) == "ab{never closed");
}

BOOST_AUTO_TEST_CASE(stream_event_is_read_with_its_header)
{
    const auto script = AssScript::fromHeader(kHeader + kEvents);
    const auto caption = script.matroskaEvent("12,0,Top,,0,0,0,,one, two");
    BOOST_REQUIRE(caption);
    BOOST_TEST(plain(caption->lines) == "one, two");
    BOOST_TEST(caption->place.line.value() == 0.0);
    BOOST_TEST(!script.matroskaEvent("12,0,Top"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions
