// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content rrule and inspect as a caller sees them: lines, JSON, exit codes, one sentence.
#include "base/file.h"
#include "base/json/json.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::app {
namespace {

const std::string kProgram = std::string(JTV_BINARY_DIR) + "/jtv-content";

doubles::ProgramRun rrule(std::vector<std::string> more)
{
    std::vector<std::string> command{
        kProgram, "rrule", "--dtstart", "20260329T023000", "--timezone", "Europe/Berlin"};
    command.insert(command.end(), more.begin(), more.end());
    return doubles::runProgram(command);
}

BOOST_FIXTURE_TEST_SUITE(content_commands, doubles::TemporaryDirectory)

BOOST_AUTO_TEST_CASE(rrule_prints_a_line_an_occurrence)
{
    const auto run = rrule({"--rule", "FREQ=DAILY;COUNT=3"});
    BOOST_TEST(run.exitCode == 0);
    BOOST_TEST(
        run.out ==
        "2026-03-29T03:30:00+02:00\n2026-03-30T02:30:00+02:00\n2026-03-31T02:30:00+02:00\n");
    BOOST_TEST(run.err.empty());
    const auto dates = rrule(
        {"--rule",
         "FREQ=DAILY",
         "--exdate",
         "20260330",
         "--exdate",
         "20260331T023000",
         "--rdate",
         "20260328T120000",
         "--limit",
         "3"});
    BOOST_TEST(
        dates.out ==
        "2026-03-28T12:00:00+01:00\n2026-03-29T03:30:00+02:00\n2026-04-01T02:30:00+02:00\n");
}

BOOST_AUTO_TEST_CASE(rrule_refuses_with_the_reason)
{
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"--rule", "FREQ=SECONDLY"},
          {"--rule", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"},
          {"--rule", "FREQ=DAILY;COUNT=10001"},
          {"--exdate", "yesterday"}}) {
        const auto run = rrule(wrong);
        BOOST_TEST(run.exitCode == 1);
        BOOST_TEST(run.out.empty());
        BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1);
    }
    BOOST_TEST(doubles::runProgram({kProgram, "rrule"}).exitCode == 2);
    BOOST_TEST(rrule({"--limit", "none"}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(inspect_answers_for_every_file)
{
    const auto page = path() / "page.html";
    BOOST_REQUIRE(replaceFile(page, "<html></html>"));
    const auto run = doubles::runProgram({kProgram, "inspect", page, path() / "none.mp4"});
    BOOST_TEST(run.exitCode == 1);
    BOOST_TEST(run.err.empty());
    const auto answer = json::parse(run.out).value();
    BOOST_REQUIRE(answer.size() == 2U);
    BOOST_TEST(json::text(answer[0], "file").value() == page.string());
    BOOST_TEST(json::text(answer[0], "error").value().find("PNG") != std::string::npos);
    BOOST_TEST(json::text(answer[1], "error").value().find("check the path") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
