// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What keys and messages complete, and what that starts and ends.
#include "content/xml/smil.h"
#include "player/timeline/timeline.h"
#include "player/timeline/triggers.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timeline {
namespace {

using Names = std::vector<std::string>;

Names completed(Triggers& triggers, const Names& events)
{
    Names all;
    for (const auto& event : events) {
        const auto some = triggers.completedBy(event);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::shared_ptr<const model::Playlist> read(const std::string& body)
{
    return std::make_shared<const model::Playlist>(
        xml::parseSmil("<smil><body>" + body + "</body></smil>", "t.smil").value());
}

BOOST_AUTO_TEST_SUITE(triggers)

BOOST_AUTO_TEST_CASE(keys_in_order_complete_a_trigger_once)
{
    Triggers triggers({{"t", false, {{"keyboard", "aab", "keyUp"}}}});
    const Names keys{"key:a", "key:a", "key:a", "key:b", "key:b", "key:a", "key:a", "key:enter"};
    BOOST_TEST(completed(triggers, keys) == Names{"trigger:t"}, boost::test_tools::per_element());
    BOOST_TEST(completed(triggers, {"key:b"}).size() == 1U); // a key with a name is no character
}

BOOST_AUTO_TEST_CASE(one_condition_or_all_of_them)
{
    const std::vector<model::TriggerCondition> both{
        {"keyboard", "Enter", ""}, {"notify", "door", ""}};
    Triggers any({{"t", false, both}});
    BOOST_TEST(completed(any, {"key:enter", "trigger:door", "trigger:Door"}).size() == 2U);
    Triggers all({{"t", true, both}});
    BOOST_TEST(completed(all, {"trigger:door", "trigger:door", "key:x"}).empty());
    BOOST_TEST(completed(all, {"key:enter", "key:enter"}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_else_completes_a_trigger)
{
    Triggers triggers({{"none", true, {}}, {"other", false, {{"sensor", "x", "in"}}}});
    BOOST_TEST(completed(triggers, {"key:x", "trigger:x", "x.click", "key:"}).empty());
}

BOOST_AUTO_TEST_CASE(typed_keys_start_what_waits_for_the_trigger)
{
    auto read = xml::parseSmil(
        "<smil><head><triggers><trigger id='t1' condition='or'>"
        "<condition origin='keyboard' data='abc' action='keyUp'/></trigger></triggers></head><body>"
        "<par><img src='usual' dur='1h'/><seq begin='t1' end=\"accesskey('q')\"><img src='more' "
        "dur='20s'/></seq></par></body></smil>",
        "t.smil");
    BOOST_REQUIRE(read);
    auto made =
        Timeline::make(std::make_shared<const model::Playlist>(*std::move(read)), Options{});
    BOOST_REQUIRE(made);
    BOOST_TEST(made->advance(Milliseconds(0)).begins.size() == 1U);
    BOOST_TEST(made->happened(keyEvent("A"), Milliseconds(1000)).begins.empty());
    BOOST_TEST(made->happened(keyEvent("b"), Milliseconds(2000)).begins.empty());
    const auto started = made->happened(keyEvent("c"), Milliseconds(3000));
    BOOST_REQUIRE(started.begins.size() == 1U);
    BOOST_TEST(started.begins[0].media->source == "more");
    BOOST_TEST(started.begins[0].begin.count() == 3000);
    BOOST_TEST(made->happened(keyEvent("Q"), Milliseconds(5000)).ends.size() == 1U);
}

BOOST_AUTO_TEST_CASE(event_in_the_millisecond_of_a_begin_is_heard_when_it_comes_after_it)
{
    Player ended;
    ended.happenings = {{ms(5000), "key:x"}};
    BOOST_TEST(
        ended.run(
            read("<par><img src='a' dur='9s'/><img src='n' begin='5s' end='accessKey(x)'/></par>"),
            ms(30'000)) == "0-9000 a, 5000-5000 n");
    // What begins it does not end it, and what came before it neither.
    Player toggled;
    toggled.happenings = {{ms(1000), "key:x"}, {ms(1000), "key:t"}, {ms(3000), "key:t"}};
    BOOST_TEST(
        toggled.run(
            read("<par><img src='a' dur='9s'/><img src='t' begin='accessKey(t)' "
                 "end='accessKey(t);accessKey(x)' restart='never'/></par>"),
            ms(30'000)) == "0-9000 a, 1000-3000 t");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline
