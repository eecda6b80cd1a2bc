// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which videos wait for each other, and which do not.
#include "player/show/companions.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

namespace jtv::show {
namespace {

using timeline::container;
using timeline::img;
using timeline::Node;
using timeline::par;
using timeline::seq;
using timeline::video;

const model::TimeNode& childOf(const model::TimeNode& node, std::size_t index)
{
    return std::get<model::Container>(node.body).children[index];
}

const model::Media& mediaOf(const model::TimeNode& node)
{
    return std::get<model::Media>(node.body);
}

BOOST_AUTO_TEST_SUITE(companions)

BOOST_AUTO_TEST_CASE(videos_side_by_side_in_a_par_belong_together)
{
    const Node body = seq({par({video("main"), img("logo"), video("inset")}), video("later")});
    const Companions companions(body.value);
    const auto& together = childOf(body.value, 0);
    const auto* group = companions.groupOf(mediaOf(childOf(together, 0)));
    BOOST_TEST(group != nullptr);
    BOOST_TEST(companions.groupOf(mediaOf(childOf(together, 2))) == group);
    BOOST_TEST(companions.groupOf(mediaOf(childOf(together, 1))) == nullptr);
    BOOST_TEST(companions.groupOf(mediaOf(childOf(body.value, 1))) == nullptr);
}

BOOST_AUTO_TEST_CASE(inset_may_be_chosen_by_a_switch)
{
    const Node body = par(
        {video("main"),
         container(model::Container::Kind::kSwitch, {video("signs-a"), video("signs-b")})});
    const Companions companions(body.value);
    const auto* group = companions.groupOf(mediaOf(childOf(body.value, 0)));
    BOOST_TEST(group != nullptr);
    BOOST_TEST(companions.groupOf(mediaOf(childOf(childOf(body.value, 1), 1))) == group);
}

BOOST_AUTO_TEST_CASE(zones_with_playlists_of_their_own_go_on_by_themselves)
{
    const Node body = par({seq({video("a")}), seq({video("b")}), video("c")});
    const Companions companions(body.value);
    for (const std::size_t zone : {0U, 1U}) {
        const auto& first = childOf(childOf(body.value, zone), 0);
        BOOST_TEST(companions.groupOf(mediaOf(first)) == nullptr);
    }
    BOOST_TEST(companions.groupOf(mediaOf(childOf(body.value, 2))) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
