// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A job that is killed in the middle, started again, and one that is told to stop.
#include "base/json/json.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <filesystem>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::runProgram;

struct Fixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";
    fs::path film = path() / "film.avi";

    Fixture()
    {
        fs::create_directory(output);
        const auto made = runProgram(
            {"/bin/sh",
             "-c",
             "ffmpeg -v error -f lavfi -i testsrc2=s=320x240:r=25:d=20 -c:v mpeg4 -q:v 3 '" +
                 film.string() + "'"});
        BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err);
    }

    std::vector<std::string> command() const
    {
        return {
            std::string(JTV_BINARY_DIR) + "/jtv-ingest",
            film.string(),
            "-o",
            output.string(),
            "--board",
            "pi3",
            "--preset",
            "superfast"};
    }

    // Sends the signal as soon as half of the pictures are encoded; the exit code of the shell.
    int interrupted(const std::string& signal) const
    {
        std::string words;
        for (const auto& word : command()) {
            words += "'" + word + "' ";
        }
        const auto fifo = path() / ("fifo" + signal);
        return runProgram({"/bin/sh",
                           "-c",
                           "mkfifo '" + fifo.string() + "'; " + words + "> '" + fifo.string() +
                               "' & job=$!; sent=; while read -r line; do case \"$sent$line\" in "
                               "*encode*0.5*) kill -" +
                               signal + " $job; sent=yes;; esac; done < '" + fifo.string() +
                               "'; wait $job"})
            .exitCode;
    }
};

BOOST_FIXTURE_TEST_SUITE(resume, Fixture)

BOOST_AUTO_TEST_CASE(killed_job_goes_on_where_it_was)
{
    BOOST_TEST(interrupted("KILL") == 128 + SIGKILL);
    BOOST_TEST(fs::exists(output / ".preparing"));
    const auto again = runProgram(command());
    BOOST_REQUIRE_MESSAGE(again.exitCode == 0, again.err);
    // What was encoded before is not encoded again.
    BOOST_TEST(again.out.find("\"progress\":0.2,\"step\":\"encode\"") == std::string::npos);
    const auto text = again.out.substr(0, again.out.size() - 1);
    const auto answer = json::parse(text.substr(text.rfind('\n') + 1)).value();
    const auto counted = runProgram(
        {"/usr/bin/ffprobe",
         "-v",
         "error",
         "-count_frames",
         "-select_streams",
         "v",
         "-show_entries",
         "stream=nb_read_frames",
         "-of",
         "csv=p=0",
         json::text(answer, "file").value()});
    BOOST_TEST(counted.out.substr(0, 3) == "500");
    BOOST_TEST(!fs::exists(output / ".preparing"));
}

BOOST_AUTO_TEST_CASE(stopped_job_leaves_nothing)
{
    BOOST_TEST(interrupted("TERM") == 1);
    BOOST_TEST(fs::is_empty(output));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
