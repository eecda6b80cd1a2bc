// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The metrics page is what Prometheus reads, and only on this machine.
#include "player/status/status.h"
#include "provisioning/connection/client.h"

#include <boost/test/unit_test.hpp>

namespace jtv::status {
namespace {

BOOST_AUTO_TEST_SUITE(status)

BOOST_AUTO_TEST_CASE(figures_are_served_as_text)
{
    const auto listener = StatusListener::start({.host = "127.0.0.1"});
    BOOST_REQUIRE(listener);
    (*listener)->update({{"items_played_total", "Items shown.", Metric::Kind::kCounter, 7}});
    connection::Options options;
    options.server = {false, "127.0.0.1", (*listener)->port(), ""};
    const auto client = connection::Client::make(options);
    connection::Request request;
    request.path = "/metrics";
    const auto answer = client->exchange(request, {});
    BOOST_REQUIRE(answer);
    BOOST_TEST(
        answer->body == "# HELP jtv_player_items_played_total Items shown.\n"
                        "# TYPE jtv_player_items_played_total counter\n"
                        "jtv_player_items_played_total 7\n");
    BOOST_TEST(answer->header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
    request.path = "/other";
    BOOST_TEST(client->exchange(request, {})->status == 404);
    request.method = "POST";
    BOOST_TEST(client->exchange(request, {})->status == 404);
    request.method = "DELETE";
    BOOST_TEST(client->exchange(request, {})->status == 405);
}

BOOST_AUTO_TEST_CASE(port_in_use_and_foreign_address_are_explained)
{
    const auto first = StatusListener::start({.host = "127.0.0.1"});
    BOOST_REQUIRE(first);
    const auto second = StatusListener::start({.host = "127.0.0.1", .port = (*first)->port()});
    BOOST_REQUIRE(!second);
    BOOST_TEST(second.error().message.find("choose another port") != std::string::npos);
    BOOST_TEST(!StatusListener::start({.host = "0.0.0.0"}));
    const auto take = [](std::string_view /*body*/) -> Status { return Done{}; };
    Listening everywhere{"0.0.0.0", 0, "notify_listen", false, {{"/x", "", "taken", take}}};
    const auto open = StatusListener::start(everywhere);
    BOOST_REQUIRE(!open);
    BOOST_TEST(open.error().message.find("notify_listen") != std::string::npos);
    everywhere.inputs[0].token = "0123456789abcdef";
    BOOST_TEST(!!StatusListener::start(everywhere));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::status
