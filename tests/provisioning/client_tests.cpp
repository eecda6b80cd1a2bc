// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The HTTP client against a real server that behaves badly.
#include "base/file.h"
#include "base/mailbox.h"
#include "provisioning/connection/client.h"
#include "tests/doubles/scripted_server.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <iostream>
#include <thread>

namespace jtv::connection {
namespace {

using doubles::Answer;
using doubles::Call;
using doubles::ScriptedServer;

Client clientFor(
    const ScriptedServer& server, std::chrono::milliseconds readLimit = std::chrono::seconds(15))
{
    Options options;
    options.server = settings::parseServerAddress(server.address()).value();
    options.readLimit = readLimit;
    return Client::make(options).value();
}

Request get(std::string path)
{
    Request request;
    request.path = std::move(path);
    return request;
}

BOOST_FIXTURE_TEST_SUITE(client, doubles::TemporaryDirectory)

BOOST_AUTO_TEST_CASE(request_and_answer_travel_whole)
{
    const ScriptedServer server([](const Call& call) {
        return Answer{201, call.method + " " + call.body, {{"ETag", "\"7\""}}};
    });
    Request request{"PUT", "/api/v1/x", {{"Authorization", "Bearer t"}}, "application/json", "{}"};
    const auto answer = clientFor(server).exchange(request, {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->status == 201);
    BOOST_TEST(answer->body == "PUT {}");
    BOOST_TEST(answer->header("etag") == "\"7\"");
    const auto calls = server.calls();
    BOOST_REQUIRE_EQUAL(calls.size(), 1U);
    BOOST_TEST(calls[0].target == "/api/v1/x");
    BOOST_TEST(calls[0].headers.at("Authorization") == "Bearer t");
    BOOST_TEST(calls[0].headers.at("Content-Type") == "application/json");
}

BOOST_AUTO_TEST_CASE(failure_statuses_are_answers)
{
    const ScriptedServer server([](const Call&) { return Answer{500, "{\"error\":\"x\"}"}; });
    const auto answer = clientFor(server).exchange(get("/"), {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->status == 500);
}

BOOST_AUTO_TEST_CASE(cut_off_answer_is_an_error)
{
    const ScriptedServer server([](const Call&) {
        Answer answer{200, std::string(1000, 'x')};
        answer.cutAfter = 10;
        return answer;
    });
    const auto answer = clientFor(server).exchange(get("/"), {});
    BOOST_REQUIRE(!answer);
    BOOST_TEST((answer.error().kind == ErrorKind::kUnavailable));
}

BOOST_AUTO_TEST_CASE(too_large_answer_is_refused)
{
    const ScriptedServer server([](const Call&) {
        return Answer{200, std::string(2000, 'x'), {}, {}, true};
    });
    auto request = get("/");
    request.limit = 1999;
    BOOST_TEST(!clientFor(server).exchange(request, {}));
    request.limit = 2000;
    BOOST_TEST(clientFor(server).exchange(request, {}).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_there_is_said_in_a_sentence_with_the_fix)
{
    std::string address;
    {
        const ScriptedServer gone([](const Call&) { return Answer{}; });
        address = gone.address();
    }
    Options options;
    options.server = settings::parseServerAddress(address).value();
    const auto answer = Client::make(options)->exchange(get("/"), {});
    BOOST_REQUIRE(!answer);
    BOOST_TEST((answer.error().kind == ErrorKind::kUnavailable));
    BOOST_TEST(
        answer.error().message.find("check the address and that the server runs") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(silent_server_is_given_up)
{
    const ScriptedServer server([](const Call&) {
        Answer answer{200, std::string(100, 'x')};
        answer.cutAfter = 5;
        answer.stalls = true;
        return answer;
    });
    const auto answer = clientFor(server, std::chrono::milliseconds(50)).exchange(get("/"), {});
    BOOST_REQUIRE(!answer);
    BOOST_TEST(answer.error().message.find("too long") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(stop_cuts_a_waiting_request)
{
    const ScriptedServer server([](const Call&) {
        Answer answer{200, "x"};
        answer.cutAfter = 0;
        answer.stalls = true;
        return answer;
    });
    const auto client = clientFor(server, std::chrono::hours(1));
    Mailbox<bool> ended;
    std::jthread asking([&](const std::stop_token& stop) {
        ended.post(client.exchange(get("/"), stop).has_value());
    });
    BOOST_REQUIRE(server.waitForCalls("/", 1));
    asking.request_stop();
    const auto results = ended.wait(std::chrono::seconds(10));
    BOOST_REQUIRE_EQUAL(results.size(), 1U);
    BOOST_TEST(!results.front());
}

// A download into memory.
Download downloadInto(std::string& bytes, std::uint64_t size, std::string etag)
{
    Download download;
    download.path = "/blobs/x";
    download.size = size;
    download.offset = bytes.size();
    download.etag = std::move(etag);
    download.append = [&bytes](std::string_view more) -> Status {
        bytes += more;
        return Done{};
    };
    download.restart = [&bytes]() -> Status {
        bytes.clear();
        return Done{};
    };
    return download;
}

BOOST_AUTO_TEST_CASE(download_goes_on_where_it_broke_off)
{
    std::string content(300'000, '\0');
    for (std::size_t at = 0; at < content.size(); ++at) {
        content[at] = static_cast<char>(at * 31 % 251);
    }
    int turn = 0;
    const ScriptedServer server([&](const Call&) {
        Answer answer{200, content, {{"ETag", "\"abc\""}}};
        answer.ranges = true;
        if (turn++ == 0) {
            answer.cutAfter = 100'000;
        }
        return answer;
    });
    const auto client = clientFor(server);
    std::string bytes;
    BOOST_TEST(!client.download(downloadInto(bytes, content.size(), "\"abc\""), {}));
    BOOST_TEST(bytes.size() == 100'000U);
    const auto answer = client.download(downloadInto(bytes, content.size(), "\"abc\""), {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->status == 206);
    BOOST_TEST((bytes == content));
    BOOST_TEST(server.calls()[1].headers.at("Range") == "bytes=100000-");
}

BOOST_AUTO_TEST_CASE(download_of_a_changed_file_starts_anew)
{
    const std::string content(5000, 'n');
    const ScriptedServer server([&](const Call&) {
        Answer answer{200, content, {{"ETag", "\"new\""}}};
        answer.ranges = true;
        return answer;
    });
    std::string bytes(4000, 'o');
    const auto answer = clientFor(server).download(downloadInto(bytes, 5000, "\"old\""), {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->status == 200);
    BOOST_TEST((bytes == content));
}

BOOST_AUTO_TEST_CASE(download_never_grows_over_the_announced_size)
{
    const ScriptedServer server([](const Call&) { return Answer{200, std::string(5000, 'x')}; });
    std::string bytes;
    const auto answer = clientFor(server).download(downloadInto(bytes, 4999, ""), {});
    BOOST_REQUIRE(!answer);
    BOOST_TEST((answer.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(bytes.size() < 5000U);
}

BOOST_AUTO_TEST_CASE(download_ends_with_the_error_of_the_disk)
{
    const ScriptedServer server([](const Call&) { return Answer{200, std::string(5000, 'x')}; });
    std::string bytes;
    auto download = downloadInto(bytes, 5000, "");
    download.append = [](std::string_view) -> Status {
        return Error{ErrorKind::kFull, "the disk is full"};
    };
    const auto answer = clientFor(server).download(download, {});
    BOOST_REQUIRE(!answer);
    BOOST_TEST((answer.error().kind == ErrorKind::kFull));
}

BOOST_AUTO_TEST_CASE(refused_download_leaves_what_is_there)
{
    const ScriptedServer server([](const Call&) { return Answer{404, "{}"}; });
    std::string bytes = "some";
    const auto answer = clientFor(server).download(downloadInto(bytes, 10, "\"e\""), {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->status == 404);
    BOOST_TEST(bytes == "some");
}

BOOST_AUTO_TEST_CASE(events_arrive_as_they_are_sent_and_stop_ends_them)
{
    ScriptedServer server([](const Call&) {
        Answer answer{200, "retry: 1234\nevent: revision\ndata: 1\n\n"};
        answer.events = true;
        return answer;
    });
    const auto client = clientFor(server);
    Mailbox<std::string> heard;
    std::chrono::milliseconds retry{0};
    std::jthread listening([&](const std::stop_token& stop) {
        const auto end = client.listen(
            get("/api/v1/events"),
            [&](const ServerEvent& event) { heard.post(event.data); },
            retry,
            stop);
        heard.post(end ? "ended" : "broken");
    });
    BOOST_TEST(heard.wait(std::chrono::seconds(10)).at(0) == "1");
    server.push("data: 2\n\n");
    BOOST_TEST(heard.wait(std::chrono::seconds(10)).at(0) == "2");
    listening.request_stop();
    BOOST_TEST(heard.wait(std::chrono::seconds(10)).size() == 1U);
    listening.join();
    BOOST_TEST(retry.count() == 1234);
}

BOOST_AUTO_TEST_CASE(certificate_must_be_trusted)
{
    const auto certificate = (path() / "cert.pem").string();
    const auto key = (path() / "key.pem").string();
    const auto command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
                         "-addext subjectAltName=DNS:localhost -keyout '" +
                         key + "' -out '" + certificate + "' 2>/dev/null";
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before any thread
    if (std::system(command.c_str()) != 0) {
        std::cout << "SKIPPED: the openssl command is missing\n";
        return;
    }
    const ScriptedServer server([](const Call&) { return Answer{200, "hello"}; }, certificate, key);
    Options options;
    options.server = settings::parseServerAddress(server.address()).value();
    const auto refused = Client::make(options)->exchange(get("/"), {});
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kDenied));
    BOOST_TEST(refused.error().message.find("ca_file") != std::string::npos);
    options.caFile = certificate;
    const auto trusted = Client::make(options)->exchange(get("/"), {});
    BOOST_REQUIRE_MESSAGE(trusted, (trusted ? "" : trusted.error().message));
    BOOST_TEST(trusted->body == "hello");
    options.caFile = path() / "none.pem";
    BOOST_TEST(!Client::make(options));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::connection
