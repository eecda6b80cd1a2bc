// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content rrule, inspect and render as a caller sees them: lines, JSON, exit codes, one
// sentence.
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

BOOST_AUTO_TEST_CASE(rendered_slide_names_what_follows_by_the_policy_of_the_screen)
{
    const auto slide = path() / "slide.xml";
    std::string xml = "<slide xmlns='urn:jobcenter-tv:slide:1' xml:lang='de' id='a' "
                      "template='notice' theme='calm'>";
    for (const std::string language : {"de", "en", "fr", "tr", "pl"}) {
        xml += "<text xml:lang='" + language + "' reviewed='yes'><title>Info</title></text>";
    }
    BOOST_REQUIRE(replaceFile(slide, xml + "</slide>"));
    const auto picture = [&](std::vector<std::string> more) {
        const auto out = path() / "out.png";
        std::vector<std::string> command{
            kProgram, "render", slide.string(), "--size", "640x360", "-o", out.string()};
        command.insert(command.end(), more.begin(), more.end());
        const auto run = doubles::runProgram(command);
        BOOST_TEST(run.exitCode == 0, run.err);
        return readFile(out, 10'000'000).value();
    };
    // Of five languages the first comes with two others, then with the next two.
    const auto usual = picture({"--language", "tr"});
    BOOST_TEST((usual == picture({"--language", "tr", "--language-policy", "main-and-two"})));
    BOOST_TEST((usual != picture({"--language", "tr", "--language-policy", "in-turn"})));
    const std::vector<std::string> beside{"--language", "de+en", "--screen-languages", "de,en,fr"};
    auto together = beside;
    together.insert(together.end(), {"--language-policy", "side-by-side"});
    BOOST_TEST((picture(beside) != picture(together)));
    const auto wrong = doubles::runProgram(
        {kProgram, "render", slide.string(), "-o", "x.png", "--language-policy", "sometimes"});
    BOOST_TEST(wrong.exitCode == 2);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
