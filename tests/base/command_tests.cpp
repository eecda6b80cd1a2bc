// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Command lines as the programs have them.
#include "base/command/command.h"
#include "base/log.h"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace jtv {
namespace {

struct Given {
    std::string language = "de";
    std::vector<std::string> files;
    std::int64_t minutes = 0;
    bool window = false;
    bool kiosk = false;
};

// A program with two words; gives its exit code and what was read.
struct Fixture {
    Given given;
    int acted = 0;

    int run(std::vector<std::string> words)
    {
        const command::Program program("jtv-sample", "For the tests.");
        const auto draw = program.add("draw", "Draws.");
        draw.option("FILE", given.files, "what to draw").required();
        draw.option("--language", given.language, "as a tag").showDefault();
        draw.option("--minutes", given.minutes, "how long").within(0, 60);
        const auto window = draw.flag("--window", given.window, "in a window");
        window.excludes(draw.flag("--kiosk", given.kiosk, "on the whole screen"));
        draw.action([this] {
            ++acted;
            return given.language == "tlh" ? 3 : 0;
        });
        program.add("fail", "Fails.").action([]() -> int { throw std::runtime_error("broken"); });
        words.insert(words.begin(), "jtv-sample");
        std::vector<char*> pointers;
        for (auto& word : words) {
            pointers.push_back(word.data());
        }
        return program.run(static_cast<int>(pointers.size()), pointers.data());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(command_line, Fixture)

BOOST_AUTO_TEST_CASE(options_reach_their_variables_and_the_action_gives_the_exit_code)
{
    BOOST_TEST(run({"draw", "a.xml", "b.xml", "--language", "tlh", "--minutes=7", "--kiosk"}) == 3);
    BOOST_TEST(acted == 1);
    BOOST_TEST(
        given.files == (std::vector<std::string>{"a.xml", "b.xml"}),
        boost::test_tools::per_element());
    BOOST_TEST(given.minutes == 7);
    BOOST_TEST(given.kiosk);
    BOOST_TEST(!given.window);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_understood_is_wrong_usage_and_nothing_is_done)
{
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"dance"},
        {"draw"},
        {"draw", "a.xml", "--langauge", "de"},
        {"draw", "a.xml", "--minutes", "61"},
        {"draw", "a.xml", "--minutes", "long"},
        {"draw", "a.xml", "--window", "--kiosk"},
        {"draw", "a.xml", "--log-level", "loud"}};
    for (const auto& words : wrong) {
        BOOST_TEST(run(words) == command::kWrongUsage);
    }
    BOOST_TEST(acted == 0);
}

BOOST_AUTO_TEST_CASE(help_and_version_are_no_faults)
{
    BOOST_TEST(run({"--help"}) == 0);
    BOOST_TEST(run({"--version"}) == 0);
    BOOST_TEST(run({"draw", "--help"}) == 0);
    BOOST_TEST(acted == 0);
}

BOOST_AUTO_TEST_CASE(an_exception_of_an_action_ends_in_a_sentence_and_1)
{
    BOOST_TEST(run({"fail"}) == 1);
}

BOOST_AUTO_TEST_CASE(the_log_level_may_stand_behind_the_word_too)
{
    BOOST_TEST(run({"draw", "a.xml", "--log-level", "error"}) == 0);
    BOOST_TEST(!logEnabled(LogLevel::kWarning));
    setLogLevel(LogLevel::kInfo);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace jtv
