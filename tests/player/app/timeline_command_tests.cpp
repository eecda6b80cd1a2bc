// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real jtv-player timeline, run on real files.
#include "tests/doubles/program.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

namespace jtv::app {
namespace {

using doubles::runProgram;

std::string playerProgram()
{
    return std::string(JTV_BINARY_DIR) + "/jtv-player";
}

struct Folder {
    doubles::TemporaryDirectory directory;

    std::string file(const std::string& name, const std::string& text) const
    {
        const auto path = directory.path() / name;
        std::ofstream(path) << text;
        return path.string();
    }
};

constexpr const char* kSmil =
    "<smil><head><layout><region xml:id='l' z-index='2'/><region xml:id='r' "
    "z-index='1'/></layout></head>"
    "<body repeatCount='indefinite'><par><video src='a.mp4' region='l'/>"
    "<img src='b.png' dur='2s' region='r'/></par><video src='open.mp4'/></body></smil>";

BOOST_FIXTURE_TEST_SUITE(timeline_command, Folder)

BOOST_AUTO_TEST_CASE(cues_are_lines_of_five_fields_in_order)
{
    const auto smil = file("a.smil", kSmil);
    const auto durations = file("d.json", R"({"a.mp4": 3000, "open.mp4": 1000.4})");
    const auto result = runProgram(
        {playerProgram(),
         "timeline",
         smil,
         "--for",
         "5s",
         "--durations",
         durations,
         "--at",
         "2026-03-29T01:00:00+01:00"});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.err.empty());
    BOOST_TEST(
        result.out == "0\t2000\tr\timage\tb.png\n"
                      "0\t3000\tl\tvideo\ta.mp4\n"
                      "3000\t4000\t\tvideo\topen.mp4\n"
                      "4000\t6000\tr\timage\tb.png\n"
                      "4000\t7000\tl\tvideo\ta.mp4\n");
}

BOOST_AUTO_TEST_CASE(cue_without_known_end_is_indefinite)
{
    const auto smil = file("a.smil", kSmil);
    const auto durations = file("d.json", R"({"a.mp4": 3000})");
    const auto result = runProgram({playerProgram(), "timeline", smil, "--durations", durations});
    BOOST_TEST(result.out.find("3000\tindefinite\t\tvideo\topen.mp4\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(slide_takes_its_turns_in_the_languages_asked_for)
{
    const std::string slide = JTV_TEST_SOURCE_DIR "/../content/demo/slides/willkommen.xml";
    const auto smil = file(
        "a.smil",
        "<smil><body><ref src='" + slide +
            "' type='application/x-jtv-slide+xml' dur='8s'/></body></smil>");
    const auto lines = [&](const std::vector<std::string>& languages) {
        std::vector<std::string> words{playerProgram(), "timeline", smil};
        for (const auto& language : languages) {
            words.insert(words.end(), {"--language", language});
        }
        const auto out = runProgram(words).out;
        return std::count(out.begin(), out.end(), '\n');
    };
    BOOST_TEST(lines({"de"}) == 1);
    BOOST_TEST(lines({"de", "ar"}) == 2);
    const auto listed = file("d.json", "{\"" + slide + "\": 1}");
    const auto result = runProgram({playerProgram(), "timeline", smil, "--durations", listed});
    BOOST_TEST(result.out == "0\t8000\t\tslide\t" + slide + "\n");
}

BOOST_AUTO_TEST_CASE(unreadable_media_are_left_out_with_a_sentence)
{
    const auto smil = file(
        "a.smil", "<smil><body><video src='no.mp4'/><img src='b.png' dur='1s'/></body></smil>");
    const auto result = runProgram({playerProgram(), "timeline", smil});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(result.out == "0\t1000\t\timage\tb.png\n");
    BOOST_TEST(result.err.find("no.mp4 is left out: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(playlist_that_shows_nothing_says_why)
{
    const auto smil = file(
        "a.smil",
        "<smil><body>\n<seq begin='wallclock(2020-01-01T09:00Z)' "
        "end='wallclock(2020-12-01T10:00Z)'>"
        "<img src='a.png'/></seq>\n<img src='b.png' begin='accessKey(x)'/></body></smil>");
    const auto result =
        runProgram({playerProgram(), "timeline", smil, "--at", "2026-03-29T01:00:00Z"});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.out.empty());
    BOOST_TEST(
        result.err == "jtv-player: " + smil + ": nothing is shown in this time\n" + smil +
                          ":2: it has not begun: its window from 2020-01-01 09:00 to 2020-12-01 "
                          "10:00 is over\n" +
                          smil + ":3: it has not begun: it waits for the key x\n");
}

BOOST_AUTO_TEST_CASE(wrong_words_exit_2_with_the_fix)
{
    const auto smil = file("a.smil", kSmil);
    for (const auto& [option, value] :
         {std::pair{"--at", "2026-02-30T01:00:00Z"},
          std::pair{"--at", "yesterday"},
          std::pair{"--for", "soon"},
          std::pair{"--durations", "/nowhere.json"}}) {
        const auto result = runProgram({playerProgram(), "timeline", smil, option, value});
        BOOST_TEST(result.exitCode == 2, option);
        BOOST_TEST(result.err.find("jtv-player: ") == 0U);
    }
    BOOST_TEST(runProgram({playerProgram(), "timeline", "/nowhere.smil"}).exitCode == 2);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
