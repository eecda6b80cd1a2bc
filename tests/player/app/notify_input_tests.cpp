// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Events from the network: who may send them, and what is understood.
#include "player/app/notify_input.h"
#include "provisioning/connection/client.h"

#include <boost/test/unit_test.hpp>

namespace jtv::app {
namespace {

struct NotifyInput {
    Mailbox<std::string> events;
    std::unique_ptr<status::StatusListener> listener;

    void listen(const std::string& token)
    {
        auto started = listenForEvents({"127.0.0.1", 0}, token, events);
        BOOST_REQUIRE(started);
        listener = *std::move(started);
    }
    int post(
        const std::string& body,
        const std::string& query = "",
        const std::string& type = "application/json") const
    {
        connection::Options options;
        options.server = {false, "127.0.0.1", listener->port(), ""};
        const auto client = connection::Client::make(options);
        connection::Request request;
        request.method = "POST";
        request.path = "/v2/task/notify" + query;
        request.body = body;
        request.contentType = type;
        const auto answer = client->exchange(request, {});
        BOOST_REQUIRE(answer);
        return answer->status;
    }
};

BOOST_FIXTURE_TEST_SUITE(notify_input, NotifyInput)

BOOST_AUTO_TEST_CASE(posted_event_arrives_on_this_machine_without_a_token)
{
    listen("");
    BOOST_TEST(post(R"({"smilEvent": "red"})") == 202);
    const auto arrived = events.take();
    BOOST_REQUIRE(arrived.size() == 1U);
    BOOST_TEST(arrived[0] == "red");
    // What a page in a browser could send without asking.
    BOOST_TEST(post(R"({"smilEvent": "red"})", "", "text/plain") == 415);
    BOOST_TEST(events.take().empty());
}

BOOST_AUTO_TEST_CASE(token_is_asked_for_where_there_is_one)
{
    listen("0123456789abcdef");
    BOOST_TEST(post(R"({"smilEvent": "red"})") == 401);
    BOOST_TEST(post(R"({"smilEvent": "red"})", "?access_token=wrong") == 401);
    BOOST_TEST(events.take().empty());
    BOOST_TEST(post(R"({"smilEvent": "red"})", "?access_token=0123456789abcdef") == 202);
    BOOST_TEST(events.take().size() == 1U);
}

BOOST_AUTO_TEST_CASE(everywhere_needs_a_token)
{
    BOOST_TEST(!listenForEvents({"0.0.0.0", 0}, "", events));
    BOOST_TEST(!!listenForEvents({"0.0.0.0", 0}, "0123456789abcdef", events));
}

BOOST_AUTO_TEST_CASE(what_is_no_event_is_refused_with_the_fix)
{
    for (const auto* text :
         {"",
          "{}",
          "[]",
          "red",
          R"({"smilEvent": 1})",
          R"({"smilEvent": ""})",
          R"({"event": "red"})"}) {
        const auto parsed = parseNotify(text);
        BOOST_REQUIRE(!parsed);
        BOOST_TEST(parsed.error().message.find("smilEvent") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
