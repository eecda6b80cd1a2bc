// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Enrolment and session against a server that answers a script.
#include "base/file.h"
#include "base/json/json.h"
#include "provisioning/enrolment/enrolment.h"
#include "provisioning/enrolment/session.h"
#include "tests/doubles/scripted_server.h"
#include "tests/doubles/set_clock.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <sstream>

namespace jtv::enrolment {
namespace {

using doubles::Answer;
using doubles::Call;
using doubles::ScriptedServer;

const std::string kCode =
    R"({"device_code":"d1","user_code":"BCDF-GHJK","verification_uri":"http://s/e",)"
    R"("verification_uri_complete":"http://s/e?c=BCDF-GHJK","expires_in":900,"interval":5})";

connection::Client clientFor(const ScriptedServer& server)
{
    connection::Options options;
    options.server = settings::parseServerAddress(server.address()).value();
    return connection::Client::make(options).value();
}

// Answers the enrolment's requests one by one.
struct Fixture : doubles::TemporaryDirectory {
    std::vector<Answer> answers;
    std::size_t turn = 0;
    doubles::SetClock clock;
    std::ostringstream told;
    Wanted wanted{crypto::makeKeyPair(), "Halle 2", "", path() / "state"};

    ScriptedServer::Script script()
    {
        return [this](const Call&) {
            return turn < answers.size() ? answers[turn++] : Answer{500, "{}"};
        };
    }
    Enrolment::Hooks hooks()
    {
        return {
            [this](const std::optional<Code>& code) {
                told << (code ? code->userCode : "none") << ";";
            },
            [this](const std::string& text) { told << text << ";"; },
            [this](Milliseconds span) {
                clock.advance(span);
                return turn < answers.size();
            }};
    }
};

const std::string& keyText()
{
    static const std::string kText = crypto::toBase64(std::string(32, 'k'));
    return kText;
}

Answer approved()
{
    return {200, R"({"screen":"s1","plan_key":")" + keyText() + "\"}"};
}

BOOST_FIXTURE_TEST_SUITE(enrolment, Fixture)

BOOST_AUTO_TEST_CASE(approved_screen_is_kept_with_the_servers_key)
{
    answers = {{201, kCode}, {400, R"({"error":"authorization_pending"})"}, approved()};
    const ScriptedServer server(script());
    const auto client = clientFor(server);
    const auto enrolled = Enrolment(client, wanted, clock, hooks()).run({});
    BOOST_REQUIRE(enrolled);
    BOOST_TEST(enrolled->screen == "s1");
    BOOST_TEST(told.str() == "BCDF-GHJK;none;");
    BOOST_TEST((loadEnrolled(path() / "state").value() == std::optional(*enrolled)));
    const auto asked = json::parse(server.calls()[0].body);
    BOOST_TEST(json::text(*asked, "public_key").value() == crypto::toBase64(wanted.key.publicKey));
    BOOST_TEST(json::text(*asked, "name").value() == "Halle 2");
    BOOST_TEST(json::text((*asked)["hardware"], "model").has_value());
}

BOOST_AUTO_TEST_CASE(faults_on_the_way_are_survived)
{
    Answer cut{201, kCode};
    cut.cutAfter = 20;
    answers = {
        {500, "oops"},
        cut,
        {201, "[]"},
        {201, kCode},
        {400, R"({"error":"expired_token"})"},
        {201, kCode},
        {503, "<html>"},
        {400, R"({"error":"slow_down"})"},
        approved()};
    const ScriptedServer server(script());
    const auto client = clientFor(server);
    BOOST_REQUIRE(Enrolment(client, wanted, clock, hooks()).run({}));
    BOOST_TEST(turn == answers.size());
}

BOOST_AUTO_TEST_CASE(another_signing_key_than_the_pinned_one_is_refused)
{
    answers = {{201, kCode}, approved()};
    wanted.planKey = std::string(32, 'p');
    const ScriptedServer server(script());
    const auto client = clientFor(server);
    const auto refused = Enrolment(client, wanted, clock, hooks()).run({});
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kDenied));
    BOOST_TEST(!loadEnrolled(path() / "state").value().has_value());
    turn = 0;
    wanted.planKey.clear();
    BOOST_REQUIRE(saveEnrolled(wanted.state, {"s0", crypto::toBase64(std::string(32, 'e'))}));
    BOOST_TEST(!Enrolment(client, wanted, clock, hooks()).run({}));
}

BOOST_AUTO_TEST_CASE(broken_record_is_named)
{
    BOOST_REQUIRE(makeDirectory(wanted.state));
    BOOST_REQUIRE(replaceFile(wanted.state / "enrolment.json", "{\"screen\": 5}"));
    const auto broken = loadEnrolled(wanted.state);
    BOOST_REQUIRE(!broken);
    BOOST_TEST(broken.error().message.find("enrolment.json") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(challenge_is_signed_and_the_token_kept_until_shortly_before_its_end)
{
    answers = {
        {200, R"({"challenge":"c1"})"},
        {200, R"({"access_token":"t1","expires_in":100})"},
        {200, R"({"challenge":"c2"})"},
        {200, R"({"access_token":"t2","expires_in":100})"}};
    const ScriptedServer server(script());
    const auto client = clientFor(server);
    Session session(client, wanted.key, clock, "s1");
    BOOST_TEST(session.token({}).value() == "t1");
    const auto body = json::parse(server.calls()[1].body).value();
    const auto signature = crypto::fromBase64(json::text(body, "signature").value()).value();
    BOOST_TEST(crypto::verify("jtv-session:c1", signature, wanted.key.publicKey));
    clock.advance(std::chrono::seconds(79));
    BOOST_TEST(session.token({}).value() == "t1");
    clock.advance(std::chrono::seconds(2));
    BOOST_TEST(session.token({}).value() == "t2");
}

BOOST_AUTO_TEST_CASE(unknown_screen_and_busy_server_are_told_apart)
{
    answers = {{404, "{}"}, {403, "{}"}, {503, "{}"}, {429, "{}"}};
    const ScriptedServer server(script());
    const auto client = clientFor(server);
    Session session(client, wanted.key, clock, "s1");
    for (const auto kind :
         {ErrorKind::kNotFound,
          ErrorKind::kDenied,
          ErrorKind::kUnavailable,
          ErrorKind::kUnavailable}) {
        BOOST_TEST((session.token({}).error().kind == kind));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::enrolment
