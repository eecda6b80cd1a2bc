// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real jtv-content, run on real files.
#include "tests/doubles/program.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace jtv::app {
namespace {

using doubles::runProgram;

std::string contentProgram()
{
    return std::string(JTV_BINARY_DIR) + "/jtv-content";
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

BOOST_FIXTURE_TEST_SUITE(check_command, Folder)

BOOST_AUTO_TEST_CASE(good_playlist_is_silent_and_exits_0)
{
    const auto good = file("a.smil", "<smil><body><video src='a.mp4'/></body></smil>");
    const auto result = runProgram({contentProgram(), "check", good});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.out.empty());
    BOOST_TEST(result.err.empty());
}

BOOST_AUTO_TEST_CASE(findings_have_file_line_severity_and_text)
{
    const auto bad = file("a.smil", "<smil>\n<head><foo/></head><body>\n<hologram/></body></smil>");
    const auto broken = file("b.smil", "<smil>\n<body>");
    const auto result = runProgram({contentProgram(), "check", bad, broken});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(result.out.find(bad + ":2: warning: <foo>") == 0U);
    BOOST_TEST(result.out.find("\n" + bad + ":3: error: <hologram>") != std::string::npos);
    BOOST_TEST(result.out.find("\n" + broken + ":2: error: ") != std::string::npos);
    BOOST_TEST(result.err.empty());
}

BOOST_AUTO_TEST_CASE(warnings_alone_exit_0)
{
    const auto odd =
        file("a.smil", "<smil><head><foo/></head><body><video src='a.mp4'/></body></smil>");
    BOOST_TEST(runProgram({contentProgram(), "check", odd}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(slides_and_plans_are_known_by_their_root_and_others_are_refused)
{
    const auto slide = file("s.xml", "<slide xmlns='urn:jobcenter-tv:slide:1'/>");
    const auto plan = file("p.xml", "<plan/>");
    const auto other = file("o.xml", "<html/>");
    for (const auto& name : {slide, plan, other}) {
        const auto result = runProgram({contentProgram(), "check", name});
        BOOST_TEST(result.exitCode == 1, name);
        BOOST_TEST(result.out.find(name + ":1: error: ") == 0U, result.out);
    }
    BOOST_TEST(
        runProgram({contentProgram(), "check", other}).out.find("<html> is not known") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrong_usage_and_missing_files_exit_2_with_one_sentence)
{
    BOOST_TEST(runProgram({contentProgram(), "check"}).exitCode == 2);
    BOOST_TEST(runProgram({contentProgram(), "chek"}).exitCode == 2);
    const auto missing = runProgram({contentProgram(), "check", "/nowhere/a.smil"});
    BOOST_TEST(missing.exitCode == 2);
    BOOST_TEST(
        missing.err ==
        "jtv-content: reading /nowhere/a.smil: there is no such file; check the path\n");
}

BOOST_AUTO_TEST_CASE(captions_are_checked_with_their_lines)
{
    const auto good = file("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nGuten Tag\n");
    const auto bad = file("b.vtt", "WEBVTT\n\n00:01,000 --> 00:02,000 line:x\nGuten Tag\n");
    const auto none = file("c.srt", "nur Text\n");
    BOOST_TEST(runProgram({contentProgram(), "check", good}).exitCode == 0);
    const auto run = runProgram({contentProgram(), "check", bad, none});
    BOOST_TEST(run.exitCode == 1);
    BOOST_TEST(run.out.find(bad + ":3: error: ") != std::string::npos);
    BOOST_TEST(run.out.find(none + ":1: error: ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
