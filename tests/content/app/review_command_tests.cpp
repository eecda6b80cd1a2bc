// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real jtv-content review, run on real files.
#include "tests/doubles/program.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace jtv::app {
namespace {

struct ReviewRun {
    doubles::TemporaryDirectory directory;

    std::string file(const std::string& name, const std::string& text) const
    {
        const auto path = directory.path() / name;
        std::ofstream(path) << text;
        return path.string();
    }

    static doubles::ProgramResult review(std::vector<std::string> arguments)
    {
        std::vector<std::string> command{
            std::string(JTV_BINARY_DIR) + "/jtv-content", "review", "--today", "2026-11-22"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        return doubles::runProgram(command);
    }
};

std::string slide(const std::string& paragraph)
{
    return "<slide xmlns='urn:jobcenter-tv:slide:1' xml:lang='de' template='notice'>\n"
           "<text xml:lang='de' reviewed='yes'><title>Hallo</title><paragraph>" +
           paragraph + "</paragraph></text></slide>";
}

BOOST_FIXTURE_TEST_SUITE(review_command, ReviewRun)

BOOST_AUTO_TEST_CASE(a_good_slide_is_silent_and_exits_0)
{
    const auto result = review({file("a.xml", slide("Bitte warten Sie hier."))});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.out == "");
}

BOOST_AUTO_TEST_CASE(a_finding_has_file_line_severity_and_text_in_the_language_asked_for)
{
    const auto bad = file("a.xml", slide("Melden Sie Ihre Ortsabwesenheit."));
    const auto english = review({bad});
    BOOST_TEST(english.exitCode == 1);
    BOOST_TEST(english.out.rfind(bad + ":2: warning: \"Ortsabwesenheit\"", 0) == 0U, english.out);
    const auto german = review({bad, "--language", "de"});
    BOOST_TEST(german.out.find("einfacher: „Urlaub“") != std::string::npos, german.out);
    BOOST_TEST(review({bad}).out == english.out);
}

BOOST_AUTO_TEST_CASE(captions_and_plain_text_are_reviewed_as_what_they_are)
{
    const auto captions = file(
        "a.de.vtt",
        "WEBVTT\n\n00:00.000 --> 00:00.500\nGuten Tag und herzlich willkommen bei uns\n");
    BOOST_TEST(review({captions}).out.find("characters a second") != std::string::npos);
    const auto text = file("a.txt", "Alles gut.\nBitte z.B. anrufen.\n");
    const auto result = review({text, "--scores"});
    BOOST_TEST(result.out.find(text + ":2: warning: ") != std::string::npos, result.out);
    BOOST_TEST(result.out.find("note: reading ease") != std::string::npos, result.out);
}

BOOST_AUTO_TEST_CASE(wrong_usage_and_unreadable_files_exit_2)
{
    BOOST_TEST(review({"/nowhere/a.xml"}).exitCode == 2);
    BOOST_TEST(review({"/nowhere/a.mp4"}).exitCode == 2);
    BOOST_TEST(review({file("a.xml", slide("x")), "--language", "fr"}).exitCode == 2);
    const auto broken = review({file("b.xml", "<slide/>")});
    BOOST_TEST(broken.exitCode == 1);
    BOOST_TEST(broken.out.find("b.xml:1: ") != std::string::npos, broken.out);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
