// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Events reach whom they are meant for; whoever does not read, speaks or leaves is dropped.
#include "scheduler/push/push_hub.h"
#include "tests/scheduler/raw_http.h"

#include <Poco/Net/ServerSocket.h>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace jtv::push {
namespace {

struct Fixture {
    HubOptions options{std::chrono::seconds(25), std::chrono::seconds(2), 32'768, 100};
    std::unique_ptr<PushHub> hub = std::make_unique<PushHub>(options);
    Poco::Net::ServerSocket listener{Poco::Net::SocketAddress("127.0.0.1", 0)};

    std::unique_ptr<doubles::RawHttp> join(const Listener& who)
    {
        auto client = std::make_unique<doubles::RawHttp>(listener.address().port());
        hub->add(listener.acceptConnection(), who, {"revision", R"({"revision": 7})"});
        return client;
    }
    // The hub works on its own thread: turns until it is so, or until the limit.
    static bool becomes(const std::function<bool()>& so)
    {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!so() && std::chrono::steady_clock::now() < limit) {
            std::this_thread::yield();
        }
        return so();
    }
};

BOOST_FIXTURE_TEST_SUITE(push_hub, Fixture)

BOOST_AUTO_TEST_CASE(newcomer_gets_the_head_and_the_first_event)
{
    auto client = join({"s1", ""});
    const auto head = client->readUntil("\r\n\r\n");
    BOOST_TEST(head.starts_with("HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(head.find("text/event-stream") != std::string::npos);
    BOOST_TEST(client->readUntil("\n\n") == "retry: 2000\n\n");
    BOOST_TEST(client->readUntil("\n\n") == "event: revision\ndata: {\"revision\": 7}\n\n");
    BOOST_TEST(hub->isOnline("s1"));
    BOOST_TEST(!hub->isOnline("s2"));
}

BOOST_AUTO_TEST_CASE(each_audience_gets_its_own)
{
    auto screen = join({"s1", ""});
    auto other = join({"s2", ""});
    auto page = join({"", "session"});
    hub->send(ToScreen{"s1"}, {"screenshot", "{}"});
    hub->send(ToPages{}, {"screens", "{}"});
    hub->send(ToAll{}, {"revision", "last"});
    const auto heard = [](doubles::RawHttp& client) { return client.readUntil("data: last\n\n"); };
    const auto first = heard(*screen);
    BOOST_TEST(first.find("event: screenshot") != std::string::npos);
    BOOST_TEST(first.find("event: screens\n") == std::string::npos);
    BOOST_TEST(heard(*other).find("screen") == std::string::npos);
    BOOST_TEST(heard(*page).find("event: screens\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(listener_that_leaves_is_noticed_without_a_write)
{
    auto client = join({"s1", ""});
    BOOST_REQUIRE(becomes([&] { return hub->listeners() == 1; }));
    client.reset();
    BOOST_TEST(becomes([&] { return hub->listeners() == 0 && !hub->isOnline("s1"); }));
}

BOOST_AUTO_TEST_CASE(listener_that_speaks_is_dropped)
{
    auto client = join({"s1", ""});
    client->readUntil("revision\": 7}\n\n");
    client->send("GET / HTTP/1.1\r\n\r\n");
    BOOST_TEST(client->isClosed());
}

BOOST_AUTO_TEST_CASE(listener_that_does_not_read_is_dropped_and_holds_nobody_up)
{
    auto deaf = join({"deaf", ""});
    auto keen = join({"keen", ""});
    std::string heard;
    std::jthread reader([&] { heard = keen->readUntil("data: end\n\n"); });
    const std::string big(4'000, 'x');
    for (int count = 0; count < 4'000 && hub->isOnline("deaf"); ++count) {
        hub->send(ToScreen{"deaf"}, {"big", big});
        becomes([&] { return count % 50 != 0 || hub->listeners() > 0; });
    }
    BOOST_TEST(becomes([&] { return !hub->isOnline("deaf"); }));
    hub->send(ToAll{}, {"last", "end"});
    reader.join();
    BOOST_TEST(heard.ends_with("data: end\n\n"));
}

BOOST_AUTO_TEST_CASE(revoked_screen_and_ended_session_are_cut_off)
{
    auto screen = join({"s1", ""});
    auto page = join({"", "session"});
    auto other = join({"", "other"});
    hub->dropScreen("s1");
    hub->dropSession("session");
    screen->readUntil("revision\": 7}\n\n");
    page->readUntil("revision\": 7}\n\n");
    BOOST_TEST(screen->isClosed());
    BOOST_TEST(page->isClosed());
    BOOST_TEST(hub->listeners() == 1U);
}

BOOST_AUTO_TEST_CASE(more_listeners_than_allowed_are_turned_away)
{
    std::vector<std::unique_ptr<doubles::RawHttp>> clients;
    for (int count = 0; count < 101; ++count) {
        clients.push_back(join({"", "session"}));
    }
    BOOST_TEST(clients.back()->isClosed());
    BOOST_TEST(hub->listeners() == 100U);
}

BOOST_AUTO_TEST_CASE(silence_is_filled_with_pings)
{
    options.ping = std::chrono::milliseconds(20);
    hub = std::make_unique<PushHub>(options);
    auto client = join({"s1", ""});
    BOOST_TEST(client->readUntil(": ping\n\n").ends_with(": ping\n\n"));
}

BOOST_AUTO_TEST_CASE(end_of_the_hub_closes_all_connections)
{
    auto client = join({"s1", ""});
    client->readUntil("revision\": 7}\n\n");
    hub.reset();
    client->readUntil("never");
    BOOST_TEST(client->isClosed());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::push
