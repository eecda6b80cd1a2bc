// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoder that has gone silent is emptied, then rebuilt, then left; each once.
#include "player/media/stages.h"
#include "player/media/stall_ladder.h"

#include <boost/test/unit_test.hpp>

namespace jtv::media {
namespace {

BOOST_AUTO_TEST_SUITE(stall_ladder)

BOOST_AUTO_TEST_CASE(steps_come_in_order_and_the_last_one_stays)
{
    StallLadder ladder;
    BOOST_TEST((ladder.next(true) == Remedy::kFlush));
    BOOST_TEST((ladder.next(true) == Remedy::kRebuild));
    BOOST_TEST((ladder.next(true) == Remedy::kNextWay));
    BOOST_TEST((ladder.next(true) == Remedy::kNextWay));
}

BOOST_AUTO_TEST_CASE(stream_that_cannot_be_sought_in_is_rebuilt_at_once)
{
    StallLadder ladder;
    BOOST_TEST((ladder.next(false) == Remedy::kRebuild));
    BOOST_TEST((ladder.next(true) == Remedy::kNextWay));
}

BOOST_AUTO_TEST_CASE(another_way_begins_at_the_first_step)
{
    StallLadder ladder;
    ladder.next(true);
    ladder.next(true);
    ladder.begin();
    BOOST_TEST((ladder.next(true) == Remedy::kFlush));
}

BOOST_AUTO_TEST_CASE(nothing_happens_after_the_end)
{
    for (const auto what :
         {Happening::kFrame, Happening::kEndOfStream, Happening::kError, Happening::kSilence}) {
        BOOST_TEST(transitionAt(Stage::kEnded, what) == nullptr);
        BOOST_TEST(transitionAt(Stage::kRunning, what) != nullptr);
        BOOST_TEST(transitionAt(Stage::kPrerolling, what) != nullptr);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
