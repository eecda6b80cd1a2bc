// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The text of a WebVTT cue: tags, references, and what is neither.
#include "content/captions/captions.h"
#include "tests/content/captions/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

BOOST_AUTO_TEST_SUITE(cue_text)

BOOST_AUTO_TEST_CASE(tags_change_the_look_of_what_they_enclose)
{
    const auto lines = parseCueText("<b>a<i>b</i></b>c<u.loud>d</u>");
    BOOST_REQUIRE(lines.size() == 1U);
    BOOST_REQUIRE(lines[0].size() == 4U);
    BOOST_TEST((lines[0][0].bold && !lines[0][0].italic));
    BOOST_TEST((lines[0][1].bold && lines[0][1].italic));
    BOOST_TEST((!lines[0][2].bold && !lines[0][2].underline));
    BOOST_TEST(lines[0][3].underline);
}

BOOST_AUTO_TEST_CASE(end_tag_closes_only_the_tag_that_is_open)
{
    const auto lines = parseCueText("<b><i>x</b>y</i>z");
    BOOST_REQUIRE(lines[0].size() == 2U);
    BOOST_TEST(lines[0][0].text == "xy"); // </b> closes nothing while <i> is open
    BOOST_TEST(lines[0][1].text == "z");
    BOOST_TEST(lines[0][1].bold);
}

BOOST_AUTO_TEST_CASE(voice_language_colour_and_reading_belong_to_their_span)
{
    const auto lines = parseCueText("<v Frau  &quot;K&quot;.><c.yellow>Ja</c></v> <lang "
                                    "en>yes</lang> <ruby>漢<rt>kan</ruby>字");
    BOOST_REQUIRE(lines.size() == 1U);
    const auto& spans = lines[0];
    BOOST_REQUIRE(spans.size() == 6U);
    BOOST_TEST(spans[0].voice == "Frau \"K\".");
    BOOST_TEST((spans[0].colour == model::CaptionColour::kYellow));
    BOOST_TEST(spans[2].language == "en");
    BOOST_TEST(spans[4].ruby == "kan");
    BOOST_TEST(spans[5].text == "字");
    BOOST_TEST(spans[5].ruby.empty());
}

BOOST_AUTO_TEST_CASE(time_inside_marks_what_follows)
{
    const auto lines = parseCueText("a <00:00:02.000>b <not a time>c");
    BOOST_REQUIRE(lines[0].size() == 2U);
    BOOST_TEST(lines[0][1].from.value().count() == 2000);
    BOOST_TEST(lines[0][1].text == "b c");
}

BOOST_AUTO_TEST_CASE(references_become_letters)
{
    struct Case {
        std::string written;
        std::string read;
    };
    for (const auto& [written, text] : std::vector<Case>{
             {"&amp;&lt;&gt;", "&<>"},
             {"&#228;&#xE4;&auml;&auml", "ääää"},
             {"AT&T &unknown; & &", "AT&T &unknown; & &"},
             {"&ampx", "&x"},
             {"a&rlm;b", "a\u200Fb"},
             {"&#0;&#x110000;&#xD800;", "\uFFFD\uFFFD\uFFFD"},
             {"&#128;", "€"}}) {
        BOOST_TEST(plain(parseCueText(written)) == text);
    }
}

BOOST_AUTO_TEST_CASE(unclosed_and_unknown_tags_cost_only_themselves)
{
    BOOST_TEST(plain(parseCueText("a<x>b</x>c<")) == "abc");
    BOOST_TEST(plain(parseCueText("a<b")) == "a");
    BOOST_TEST(plain(parseCueText("<>a</>b<.c>d")) == "abd");
}

BOOST_AUTO_TEST_CASE(blanks_are_one_and_empty_lines_none)
{
    BOOST_TEST(plain(parseCueText("  a \t b  \n\n <i> </i>\nc")) == "a b|c");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions
