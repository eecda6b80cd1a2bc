// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Event streams as the standard's examples and real servers write them, cut anywhere.
#include "provisioning/connection/event_stream.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace jtv::connection {
namespace {

std::vector<ServerEvent> read(std::string_view text, std::size_t piece)
{
    EventStream stream;
    std::vector<ServerEvent> all;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        for (auto& event : stream.feed(text.substr(at, piece))) {
            all.push_back(std::move(event));
        }
    }
    return all;
}

BOOST_AUTO_TEST_SUITE(event_stream)

BOOST_AUTO_TEST_CASE(events_are_the_same_however_the_stream_is_cut)
{
    const std::string text =
        "\xef\xbb\xbf: hello\n\nretry: 2500\nevent: revision\nid: 7\ndata: {\"revision\": 7}\n\n"
        ": ping\r\n\r\ndata:first\r\ndata: second\r\n\r\nevent: empty\n\ndata\n\n";
    const auto whole = read(text, text.size());
    BOOST_REQUIRE_EQUAL(whole.size(), 3U);
    BOOST_TEST((whole[0] == ServerEvent{"revision", "{\"revision\": 7}", "7"}));
    BOOST_TEST((whole[1] == ServerEvent{"message", "first\nsecond", "7"}));
    BOOST_TEST((whole[2] == ServerEvent{"message", "", "7"}));
    for (std::size_t piece = 1; piece < 9; ++piece) {
        BOOST_TEST((read(text, piece) == whole));
    }
}

BOOST_AUTO_TEST_CASE(event_without_its_empty_line_is_not_told)
{
    BOOST_TEST(read("event: revision\ndata: 1\n", 99).empty());
}

BOOST_AUTO_TEST_CASE(retry_is_taken_and_bounded)
{
    EventStream stream;
    BOOST_TEST(!stream.retry().has_value());
    BOOST_TEST(stream.feed("retry: 3000\n").empty());
    BOOST_TEST(stream.retry()->count() == 3000);
    BOOST_TEST(stream.feed("retry: soon\nretry: -5\n").empty());
    BOOST_TEST(stream.retry()->count() == 3000);
    BOOST_TEST(stream.feed("retry: 99999999999\n").empty());
    BOOST_TEST(stream.retry()->count() == 3'600'000);
}

BOOST_AUTO_TEST_CASE(overlong_line_and_event_are_left_out_and_the_next_is_read)
{
    const std::string longLine = "data: " + std::string(70'000, 'x') + "\n\ndata: ok\n\n";
    auto events = read(longLine, 1000);
    BOOST_REQUIRE_EQUAL(events.size(), 1U);
    BOOST_TEST(events[0].data == "ok");
    std::string longEvent;
    for (int line = 0; line < 2000; ++line) {
        longEvent += "data: " + std::string(60, 'y') + "\n";
    }
    events = read(longEvent + "\ndata: ok\n\n", 777);
    BOOST_REQUIRE_EQUAL(events.size(), 1U);
    BOOST_TEST(events[0].data == "ok");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::connection
