// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Jobs as the scheduler gives them away: to a process of its own, and to a service that systemd
// starts by its socket.
#include "base/file.h"
#include "base/json/json.h"
#include "content/ingest/child.h"
#include "content/ingest/ingest_command.h"
#include "content/ingest/lines.h"
#include "content/picture/picture.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;

const std::string kIngest = std::string(JTV_BINARY_DIR) + "/jtv-ingest";
constexpr auto kActivate = "/usr/bin/systemd-socket-activate";

// systemd's own program that listens and starts a process a connection, as jtv-ingest.socket does.
class Service {
public:
    explicit Service(const fs::path& socket)
        : child_(startChild({kActivate,
                             "--accept",
                             "--inetd",
                             "-E",
                             "ASAN_OPTIONS",
                             "-l",
                             socket.string(),
                             kIngest,
                             "--handed"})
                     .value())
    {
        Lines lines(child_.out.get());
        const std::atomic<bool> never{false};
        while (const auto line = lines.next(never)) {
            if (line->find("Listening on") != std::string::npos) {
                return;
            }
        }
        BOOST_FAIL("systemd-socket-activate does not listen");
    }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;
    ~Service()
    {
        killChild(child_);
        waitFor(child_);
    }

private:
    Child child_;
};

struct JobFixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";
    fs::path socket = path() / "ingest.sock";
    std::vector<std::string> lines;
    std::atomic<bool> cancelled{false};

    JobFixture() { fs::create_directory(output); }

    // False, and told, where systemd is not installed.
    static bool haveActivation()
    {
        if (fs::exists(kActivate)) {
            return true;
        }
        std::cout << "SKIPPED: no systemd-socket-activate\n";
        return false;
    }

    fs::path photograph()
    {
        Pixels pixels(64, 48);
        std::fill(pixels.bgra.begin(), pixels.bgra.end(), std::uint8_t{0xff});
        BOOST_REQUIRE(
            replaceFile(path() / "photo.jpg", picture::encodeJpeg(pixels, 90).value(), 0600));
        return path() / "photo.jpg";
    }

    Job jobFor(const fs::path& file, std::vector<std::string> options = {})
    {
        options.insert(options.end(), {"--work", (path() / "work").string()});
        return {kIngest, file, output, std::move(options)};
    }

    Result<std::string> run(const Job& job, const Sandbox& sandbox)
    {
        return runJob(
            job, sandbox, [this](const std::string& line) { lines.push_back(line); }, cancelled);
    }

    // What the service says to these bytes.
    std::string answerTo(const std::string& bytes)
    {
        const UniqueFd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
        BOOST_REQUIRE(
            ::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
            0);
        BOOST_REQUIRE(
            ::send(client.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
        ::shutdown(client.get(), SHUT_WR);
        return Lines(client.get()).next(cancelled).value_or("");
    }
};

BOOST_FIXTURE_TEST_SUITE(ingest_job, JobFixture)

BOOST_AUTO_TEST_CASE(service_gives_the_same_answer_as_a_process_of_ours)
{
    if (!haveActivation()) {
        return;
    }
    const auto job = jobFor(photograph());
    const auto here = run(job, {});
    BOOST_REQUIRE(here);
    const fs::path file = json::text(json::parse(*here).value(), "file").value();
    BOOST_REQUIRE(fs::remove(file));
    const Service service(socket);
    BOOST_REQUIRE(findSandbox(socket).service == socket);
    lines.clear();
    const auto there = run(job, findSandbox(socket));
    BOOST_REQUIRE(there);
    BOOST_TEST(*there == *here);
    BOOST_TEST(fs::exists(file));
    BOOST_REQUIRE(!lines.empty());
    BOOST_TEST(lines.front().find("begin") != std::string::npos);
    BOOST_TEST(!fs::exists(path() / "work"));
}

BOOST_AUTO_TEST_CASE(refusal_comes_over_the_socket_as_one_sentence)
{
    if (!haveActivation()) {
        return;
    }
    const Service service(socket);
    BOOST_REQUIRE(replaceFile(path() / "page.html", "<html>"));
    const auto refused = run(jobFor(path() / "page.html"), {socket, {}});
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(refused.error().message.find("HTML") != std::string::npos);
    const auto unknown = run(jobFor(photograph(), {"--frobnicate"}), {socket, {}});
    BOOST_REQUIRE(!unknown);
    BOOST_TEST(unknown.error().message.find("version") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_job_is_refused)
{
    if (!haveActivation()) {
        return;
    }
    const Service service(socket);
    for (const std::string& bytes :
         {std::string("\n"),
          std::string("{\"options\": []}\n"),
          std::string("{\"options\": 7}\n"),
          std::string("[\n"),
          std::string(100'000, 'x')}) {
        const auto answer = json::parse(answerTo(bytes));
        BOOST_REQUIRE(answer);
        BOOST_TEST(json::text(*answer, "error").value().find("no job") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(job_ends_when_its_client_goes_away)
{
    const auto videos = doubles::corpus("video");
    if (!videos || !haveActivation()) {
        return;
    }
    const Service service(socket);
    BOOST_REQUIRE(fs::copy_file(*videos / "landscape1.mp4", path() / "film.mp4"));
    const auto job = jobFor(path() / "film.mp4", {"--board", "pi3", "--always"});
    const auto stopped = runJob(
        job,
        {socket, {}},
        [this](const std::string& line) {
            cancelled = cancelled || line.find("encode") != std::string::npos;
        },
        cancelled);
    BOOST_REQUIRE(!stopped);
    BOOST_TEST((stopped.error().kind == ErrorKind::kUnavailable));
    // Its folder is locked as long as it lives, and left for the job that goes on.
    const UniqueFd work(::open((path() / "work").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    BOOST_REQUIRE(work);
    BOOST_TEST(::flock(work.get(), LOCK_EX) == 0);
    BOOST_TEST(fs::is_empty(output));
}

BOOST_AUTO_TEST_CASE(missing_service_and_missing_program_are_no_fault_of_the_file)
{
    const auto job = jobFor(photograph());
    const auto none = run(job, {path() / "none.sock", {}});
    BOOST_REQUIRE(!none);
    BOOST_TEST((none.error().kind == ErrorKind::kNotFound));
    auto other = job;
    other.program = path() / "no-such-program";
    const auto missing = run(other, {});
    BOOST_REQUIRE(!missing);
    BOOST_TEST((missing.error().kind == ErrorKind::kNotFound));
}

BOOST_AUTO_TEST_CASE(job_that_takes_too_long_is_ended)
{
    BOOST_REQUIRE(replaceFile(path() / "slow", "#!/bin/sh\nsleep 1000\n", 0755));
    auto job = jobFor(photograph());
    job.program = path() / "slow";
    job.limit = Milliseconds(50);
    const auto late = run(job, {});
    BOOST_REQUIRE(!late);
    BOOST_TEST((late.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(late.error().message.find("too long") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
