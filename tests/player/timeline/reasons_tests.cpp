// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is said of a playlist that shows nothing.
#include "content/xml/smil.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timeline {
namespace {

std::string reasonFor(const std::string& body, const std::string& head = "")
{
    Player player;
    auto timeline = player.make(std::make_shared<const model::Playlist>(
        xml::parseSmil("<smil><head>" + head + "</head><body>" + body + "</body></smil>", "t.smil")
            .value()));
    timeline.advance(ms(0));
    return timeline.whyNothing().front().text;
}

BOOST_AUTO_TEST_SUITE(reasons)

BOOST_AUTO_TEST_CASE(test_that_the_screen_fails_is_named)
{
    BOOST_TEST(
        reasonFor("<img src='a' dur='1s' systemCaptions='off'/>") ==
        "this screen does not meet systemCaptions=\"off\"");
}

BOOST_AUTO_TEST_CASE(condition_on_a_value_of_the_head_is_named)
{
    BOOST_TEST(
        reasonFor(
            "<img src='z' dur='1s' expr=\"where = 'stairs'\"/>",
            "<state><data><where>hall</where></data></state>") ==
        "its expr does not hold: where = 'stairs'");
}

BOOST_AUTO_TEST_CASE(what_is_waited_for_is_named)
{
    BOOST_TEST(
        reasonFor("<par><img src='a' dur='1s' begin='accesskey(b)'/></par>") ==
        "it has not begun: it waits for the key b");
    BOOST_TEST(
        reasonFor("<par><img src='a' dur='1s' begin='notify(call)'/></par>") ==
        "it has not begun: it waits for notify(call) or a trigger of that name");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline
