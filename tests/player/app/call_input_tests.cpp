// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a calling system sends: understood, or refused with a sentence.
#include "player/app/call_input.h"
#include "provisioning/connection/client.h"

#include <boost/test/unit_test.hpp>

namespace jtv::app {
namespace {

const std::string kToken = "0123456789abcdef";

// A listener as the player starts it.
struct Input {
    Mailbox<model::Call> calls;
    std::unique_ptr<status::StatusListener> listener;

    explicit Input(const std::string& token)
    {
        status::Listening listening{.host = "127.0.0.1"};
        if (!token.empty()) {
            listening.inputs.push_back(takeCallsInto(calls, token));
        }
        auto started = status::StatusListener::start(std::move(listening));
        BOOST_REQUIRE(started);
        listener = *std::move(started);
    }
    connection::Response post(const std::string& body, const std::string& token) const
    {
        connection::Options options;
        options.server = {false, "127.0.0.1", listener->port(), ""};
        const auto client = connection::Client::make(options);
        connection::Request request;
        request.method = "POST";
        request.path = "/call";
        request.body = body;
        request.contentType = "application/json";
        request.headers = {{"Authorization", "Bearer " + token}};
        auto answer = client->exchange(request, {});
        BOOST_REQUIRE(answer);
        return *std::move(answer);
    }
};

BOOST_AUTO_TEST_SUITE(call_input)

BOOST_AUTO_TEST_CASE(posted_call_arrives)
{
    Input input(kToken);
    BOOST_TEST(input.post(R"({"number": "A 123", "counter": 5})", kToken).status == 202);
    const auto calls = input.calls.take();
    BOOST_REQUIRE(calls.size() == 1U);
    BOOST_TEST(calls[0].number == "A 123");
    BOOST_TEST(calls[0].counter == "5");
}

BOOST_AUTO_TEST_CASE(bad_input_is_refused_with_a_sentence)
{
    Input input(kToken);
    for (const std::string body :
         {"",
          "x",
          "[]",
          "{}",
          R"({"number": ""})",
          R"({"number": "1", "more": 2})",
          R"({"number": {}})",
          R"({"number": "1234567890123"})"}) {
        const auto answer = input.post(body, kToken);
        BOOST_TEST(answer.status == 400, body);
        BOOST_TEST(answer.body.size() > 20U);
    }
    BOOST_TEST(input.post(std::string(5000, 'x'), kToken).status == 413);
    BOOST_TEST(input.calls.take().empty());
}

BOOST_AUTO_TEST_CASE(only_the_token_of_the_settings_opens_it)
{
    Input input(kToken);
    BOOST_TEST(input.post(R"({"number": "1"})", "").status == 401);
    BOOST_TEST(input.post(R"({"number": "1"})", kToken + "0").status == 401);
    Input off("");
    BOOST_TEST(off.post(R"({"number": "1"})", "").status == 404);
    BOOST_TEST(input.calls.take().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
