// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real jtv-player play: what it refuses, it refuses before anything is shown.
#include "tests/doubles/program.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::app {
namespace {

doubles::ProgramResult play(const std::string& order)
{
    return doubles::runProgram(
        {std::string(JTV_BINARY_DIR) + "/jtv-player",
         "play",
         "--offscreen",
         "--language-order",
         order,
         "missing.png"});
}

BOOST_AUTO_TEST_SUITE(play_command)

BOOST_AUTO_TEST_CASE(parts_of_the_day_are_refused_with_the_way_out)
{
    const auto ended = play("in-turn; 08:00-12:00 ar");
    BOOST_TEST(ended.exitCode == 2);
    BOOST_TEST(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    BOOST_TEST(ended.err.find("write --language-order in-turn and") != std::string::npos);
    BOOST_TEST(ended.err.find("set them for the screen") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(unknown_order_names_those_there_are)
{
    BOOST_TEST(play("backwards").err.find("main-and-two") != std::string::npos);
    BOOST_TEST(play("in-turn").err.find("missing.png") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
