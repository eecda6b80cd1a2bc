// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Requests that two programs may read differently are refused, on the wire of the real server.
#include "tests/scheduler/running_server.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace jtv::http {
namespace {

struct Fixture : doubles::RunningServer {
    int statusOf(const std::string& request)
    {
        doubles::RawHttp client(server->port());
        client.send(request);
        client.endSending();
        return client.read().status;
    }
    static std::string post(const std::string& headers, const std::string& body = {})
    {
        return "POST /api/v1/session HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    }
};

BOOST_FIXTURE_TEST_SUITE(gate, Fixture)

BOOST_AUTO_TEST_CASE(length_given_in_two_ways_is_refused)
{
    BOOST_TEST(statusOf(post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}")) == 400);
    BOOST_TEST(
        statusOf(post(
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")) == 400);
}

BOOST_AUTO_TEST_CASE(length_that_is_no_number_is_refused)
{
    for (const auto* length : {"-1", "+2", "0x10", "2, 2", "99999999999999999999", "2 2", ""}) {
        BOOST_TEST_CONTEXT(length)
        {
            // Poco itself ends the connection for what it cannot read as a number.
            const int status =
                statusOf(post("Content-Length: " + std::string(length) + "\r\n", "{}"));
            BOOST_TEST((status == 400 || status == 0));
        }
    }
}

BOOST_AUTO_TEST_CASE(body_without_a_length_is_refused_and_does_not_hold_a_worker)
{
    BOOST_TEST(statusOf(post("")) == 411);
    BOOST_TEST(statusOf(post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")) == 411);
    BOOST_TEST(statusOf(post("Transfer-Encoding: gzip, chunked\r\n")) == 411);
}

BOOST_AUTO_TEST_CASE(control_characters_in_a_header_are_refused_also_when_encoded)
{
    BOOST_TEST(statusOf("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: a\001b\r\n\r\n") == 400);
    // "=?utf-8?B?…?=" of "a\r\nSet-Cookie: x": Poco decodes it on the way in.
    BOOST_TEST(
        statusOf("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: "
                 "=?utf-8?B?YQ0KU2V0LUNvb2tpZTogeA==?=\r\n\r\n") == 400);
}

BOOST_AUTO_TEST_CASE(header_name_with_a_space_is_refused)
{
    BOOST_TEST(statusOf(post("Transfer-Encoding : chunked\r\nContent-Length: 2\r\n", "{}")) == 400);
}

BOOST_AUTO_TEST_CASE(host_must_be_there_once)
{
    BOOST_TEST(statusOf("GET /healthz HTTP/1.1\r\n\r\n") == 400);
    BOOST_TEST(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
    BOOST_TEST(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") == 200);
}

BOOST_AUTO_TEST_CASE(unknown_methods_and_versions_are_told_so)
{
    BOOST_TEST(statusOf("BREW /healthz HTTP/1.1\r\nHost: x\r\n\r\n") == 501);
    BOOST_TEST(statusOf("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n") == 501);
    BOOST_TEST(statusOf("GET /healthz HTTP/3.7\r\nHost: x\r\n\r\n") == 505);
    BOOST_TEST(statusOf("DELETE /healthz HTTP/1.1\r\nHost: x\r\n\r\n") == 405);
}

BOOST_AUTO_TEST_CASE(absolute_and_broken_targets_are_refused)
{
    BOOST_TEST(statusOf("GET http://other/healthz HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
    BOOST_TEST(statusOf("GET * HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
}

BOOST_AUTO_TEST_CASE(body_of_a_get_is_refused)
{
    BOOST_TEST(statusOf("GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc") == 400);
}

BOOST_AUTO_TEST_CASE(body_longer_than_its_route_allows_is_refused_before_it_is_sent)
{
    doubles::RawHttp client(server->port());
    client.send(post("Content-Length: 70000\r\nExpect: 100-continue\r\n"));
    BOOST_TEST(client.read().status == 413);
}

BOOST_AUTO_TEST_CASE(body_cut_short_is_no_request)
{
    BOOST_TEST(statusOf(post("Content-Length: 100\r\n", "{\"name\": \"admin\"")) == 400);
}

BOOST_AUTO_TEST_CASE(refused_body_is_not_taken_for_the_next_request)
{
    doubles::RawHttp client(server->port());
    const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(
        "POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: " +
        std::to_string(hidden.size()) + "\r\n\r\n" + hidden);
    BOOST_TEST(client.read().status == 404);
    client.send("GET /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(client.read().status == 401);
}

BOOST_AUTO_TEST_SUITE_END()

struct Strict : doubles::RunningServer {
    Strict()
    {
        logIn(); // before the limits are tight: hashing a password takes its time
        const auto kept = cookie;
        WatchLimits limits;
        limits.request = Milliseconds(1'000);
        limits.idle = Milliseconds(1'000);
        limits.perAddress = 3;
        limits.loopbackToo = true;
        start(limits);
        cookie = kept;
    }
};

BOOST_FIXTURE_TEST_SUITE(connection_watch, Strict)

BOOST_AUTO_TEST_CASE(client_that_dawdles_with_its_head_loses_the_connection)
{
    doubles::RawHttp slow(server->port());
    slow.send("GET /healthz HTTP/1.1\r\nHost: x\r\n");
    BOOST_TEST(slow.isClosed());
}

BOOST_AUTO_TEST_CASE(stranger_who_dawdles_with_his_body_loses_the_connection)
{
    doubles::RawHttp slow(server->port());
    slow.send("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{");
    slow.read();
    BOOST_TEST(slow.isClosed());
}

BOOST_AUTO_TEST_CASE(one_address_gets_its_share_of_workers_and_no_more)
{
    std::vector<std::unique_ptr<doubles::RawHttp>> held;
    for (int count = 0; count < 3; ++count) {
        held.push_back(std::make_unique<doubles::RawHttp>(server->port()));
        held.back()->send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        BOOST_TEST(held.back()->read().status == 200);
    }
    doubles::RawHttp further(server->port());
    further.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(further.read().status == 0);
}

BOOST_AUTO_TEST_CASE(connection_that_sent_nonsense_or_was_handed_over_gives_its_place_back)
{
    // The client sees the end a moment before the server has tidied up: it comes until it is let
    // in.
    const auto comes = [this](const std::string& request, const std::string& until) {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        auto client = std::make_unique<doubles::RawHttp>(server->port());
        client->send(request);
        while (!client->readUntil(until).ends_with(until) &&
               std::chrono::steady_clock::now() < limit) {
            client = std::make_unique<doubles::RawHttp>(server->port());
            client->send(request);
        }
        return client;
    };
    for (int count = 0; count < 5; ++count) {
        doubles::RawHttp nonsense(server->port());
        nonsense.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10\r\n\r\n");
        BOOST_TEST(nonsense.isClosed());
    }
    const auto events = "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n\r\n";
    std::vector<std::unique_ptr<doubles::RawHttp>> streams;
    for (int count = 0; count < 5; ++count) {
        streams.push_back(comes(events, "revision\": 0}\n\n"));
    }
    comes("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", "{\"status\":\"ok\"}");
    station->parts().hub.send(push::ToAll{}, {"revision", "last"});
    for (const auto& stream : streams) {
        BOOST_TEST(stream->readUntil("last\n\n").ends_with("last\n\n"));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::http
