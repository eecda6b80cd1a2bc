// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real program, killed without warning: what it acknowledged is there when it starts again.
#include "base/c_handle.h"
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/json/json.h"
#include "content/xml/plan.h"
#include "tests/doubles/temporary_directory.h"
#include "tests/scheduler/raw_http.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace jtv {
namespace {

// The program with what it prints on stdout.
class Program {
public:
    explicit Program(const std::vector<std::string>& arguments)
    {
        std::array<int, 2> ends{};
        BOOST_REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        out_.reset(ends[0]);
        const UniqueFd write(ends[1]);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, write.get(), STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, write.get(), STDERR_FILENO);
        auto words = arguments;
        words.insert(words.begin(), std::string(JTV_BINARY_DIR) + "/jtv-scheduler");
        std::vector<char*> argv;
        for (auto& word : words) {
            argv.push_back(word.data());
        }
        argv.push_back(nullptr);
        BOOST_REQUIRE(::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ) == 0);
        ::posix_spawn_file_actions_destroy(&actions);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() { end(SIGKILL); }

    std::string line()
    {
        std::string text;
        char c = 0;
        while (::read(out_.get(), &c, 1) == 1 && c != '\n') {
            text += c;
        }
        return text;
    }

    int end(int signal)
    {
        if (pid_ == 0) {
            return status_;
        }
        if (signal != 0) {
            ::kill(pid_, signal);
        }
        ::waitpid(pid_, &status_, 0);
        pid_ = 0;
        return status_;
    }

private:
    pid_t pid_ = 0;
    int status_ = 0;
    UniqueFd out_;
};

struct Fixture : doubles::TemporaryDirectory {
    Fixture()
    {
        std::signal(SIGPIPE, SIG_IGN);
        std::ofstream(path() / "password") << "correct horse battery\n";
    }

    void start()
    {
        program = std::make_unique<Program>(arguments("127.0.0.1:0"));
        const auto line = program->line();
        BOOST_REQUIRE(line.starts_with("listening on http://127.0.0.1:"));
        port = static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
        if (cookie.empty()) {
            const auto set = ask("POST",
                                 "/api/v1/session",
                                 R"({"name": "admin", "password": "correct horse battery"})")
                                 .header("Set-Cookie");
            cookie = "Cookie: " + set.substr(0, set.find(';')) + "\r\nX-Jtv-Request: 1\r\n";
        }
    }

    std::vector<std::string> arguments(const std::string& listen) const
    {
        return {
            "--log-level",
            "error",
            "serve",
            "--data",
            path() / "data",
            "--listen",
            listen,
            "--admin-password-file",
            path() / "password"};
    }

    doubles::Answer
    ask(const std::string& method,
        const std::string& target,
        const std::string& body = {},
        const std::string& headers = {}) const
    {
        doubles::RawHttp client(port);
        client.send(
            method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + cookie +
            headers +
            (method == "GET" || method == "HEAD"
                 ? ""
                 : "Content-Length: " + std::to_string(body.size()) + "\r\n") +
            "\r\n" + body);
        return client.read(method == "HEAD");
    }
    // Status 0 as well where nobody listens any more: it was killed between two questions.
    doubles::Answer askUnlessKilled(
        const std::string& method, const std::string& target, const std::string& body) const
    {
        try {
            return ask(method, target, body);
        } catch (const std::runtime_error&) {
            return {};
        }
    }
    json::Value askJson(
        const std::string& method, const std::string& target, const json::Value& body = {}) const
    {
        return json::parse(ask(method, target, body.is_null() ? "" : json::write(body)).body)
            .value();
    }

    std::string enrol() const
    {
        const auto codes = askJson(
            "POST",
            "/api/v1/enrolment",
            {{"public_key", crypto::toBase64(crypto::makeKeyPair().publicKey)}});
        return json::text(
                   askJson(
                       "POST", "/api/v1/enrolment/approve", {{"user_code", codes.at("user_code")}}),
                   "screen")
            .value();
    }
    void fill() const
    {
        const auto document =
            readFile(
                std::string(JTV_TEST_SOURCE_DIR) + "/../content/demo/slides/termin.xml", 1U << 20U)
                .value();
        const auto slide =
            json::parse(
                ask("POST", "/api/v1/slides", document, "Content-Type: application/xml\r\n").body)
                .value();
        const auto playlist = askJson(
            "POST",
            "/api/v1/playlists",
            {{"name", "Day"}, {"items", {{{"kind", "slide"}, {"id", slide.at("id")}}}}});
        ask("PUT", "/api/v1/default-playlist", json::write(playlist));
    }

    std::unique_ptr<Program> program;
    std::uint16_t port = 0;
    std::string cookie;
};

BOOST_FIXTURE_TEST_SUITE(kill, Fixture)

BOOST_AUTO_TEST_CASE(nothing_that_was_acknowledged_is_lost)
{
    start();
    const auto screen = enrol();
    fill();
    std::int64_t acknowledged = 0;
    for (int round = 0; round < 4; ++round) {
        std::atomic<int> published{0};
        std::jthread editor([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                const auto answer = askUnlessKilled("POST", "/api/v1/publish", "{}");
                if (answer.status != 200) {
                    return;
                }
                acknowledged = json::integer(*json::parse(answer.body), "revision").value();
                published = published + 1;
                published.notify_one();
            }
        });
        for (int seen = 0; seen < 5 + round; seen = published) {
            published.wait(seen);
        }
        program->end(SIGKILL);
        editor.request_stop();
        editor.join();
        start();
        const auto plan = ask("GET", "/api/v1/plans/" + screen);
        BOOST_REQUIRE(plan.status == 200);
        const auto revisions = askJson("GET", "/api/v1/revisions");
        const auto newest = json::integer(revisions.at("revisions").at(0), "revision").value();
        BOOST_TEST(newest >= acknowledged);
        BOOST_TEST(plan.header("ETag") == "\"" + std::to_string(newest) + "\"");
        BOOST_TEST(xml::readPlan(plan.body).has_value());
    }
}

BOOST_AUTO_TEST_CASE(upload_goes_on_after_a_kill)
{
    start();
    const std::string tus = "Tus-Resumable: 1.0.0\r\n";
    const auto target =
        ask("POST", "/api/v1/assets", "", tus + "Upload-Length: 1000000\r\n").header("Location");
    std::size_t acknowledged = 0;
    const std::string piece(100'000, 'v');
    for (int count = 0; count < 3; ++count) {
        const auto answer =
            ask("PATCH",
                target,
                piece,
                tus + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                    std::to_string(acknowledged) + "\r\n");
        BOOST_REQUIRE(answer.status == 204);
        acknowledged += piece.size();
        program->end(SIGKILL);
        start();
        BOOST_TEST(ask("HEAD", target).header("Upload-Offset") == std::to_string(acknowledged));
    }
}

BOOST_AUTO_TEST_CASE(port_in_use_is_one_sentence_with_the_fix)
{
    start();
    Program second(
        {"serve", "--data", path() / "other", "--listen", "127.0.0.1:" + std::to_string(port)});
    auto line = second.line();
    if (line.find("bubblewrap") != std::string::npos) { // told first where no sandbox can be made
        line = second.line();
    }
    BOOST_TEST(line.find("another program listens") != std::string::npos, line);
    BOOST_TEST(line.find("--listen") != std::string::npos);
    BOOST_TEST(WEXITSTATUS(second.end(0)) == 1);
}

BOOST_AUTO_TEST_CASE(data_folder_that_is_a_file_is_one_sentence)
{
    std::ofstream(path() / "file") << "x";
    Program wrong({"serve", "--data", path() / "file", "--listen", "127.0.0.1:0"});
    BOOST_TEST(wrong.line().find("file") != std::string::npos);
    BOOST_TEST(WEXITSTATUS(wrong.end(0)) == 1);
}

BOOST_AUTO_TEST_CASE(sigterm_ends_it_cleanly_also_with_listeners)
{
    start();
    doubles::RawHttp events(port);
    events.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n" + cookie + "\r\n");
    events.readUntil("\"revision\": 0}\n\n");
    doubles::RawHttp idle(port);
    idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(idle.read().status == 200);
    BOOST_TEST(program->end(SIGTERM) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv
