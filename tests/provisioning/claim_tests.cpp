// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The claim's table, row by row.
#include "provisioning/enrolment/claim.h"

#include <boost/test/unit_test.hpp>

namespace jtv::enrolment {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const SteadyTime kStart{seconds(1000)};

Code someCode()
{
    return {
        "secret",
        "BCDF-GHJK",
        "https://a/enrol",
        "https://a/enrol?c=BCDF-GHJK",
        minutes(15),
        seconds(5)};
}

Claim waiting()
{
    return after(Claim{}, Event::kCodeGiven, kStart, someCode());
}

BOOST_AUTO_TEST_SUITE(claim)

BOOST_AUTO_TEST_CASE(given_code_is_shown_and_polled_at_its_interval)
{
    const auto now = waiting();
    BOOST_TEST((now.phase == Phase::kWaiting));
    BOOST_TEST(now.code.userCode == "BCDF-GHJK");
    BOOST_TEST((now.next == kStart + seconds(5)));
    const auto pending = after(now, Event::kPending, now.next);
    BOOST_TEST((pending.next == kStart + seconds(10)));
    BOOST_TEST((pending.phase == Phase::kWaiting));
}

BOOST_AUTO_TEST_CASE(slow_down_lengthens_the_interval_for_good)
{
    auto now = after(waiting(), Event::kSlowDown, kStart);
    BOOST_TEST((now.next == kStart + seconds(10)));
    now = after(now, Event::kPending, kStart + seconds(10));
    BOOST_TEST((now.next == kStart + seconds(20)));
}

BOOST_AUTO_TEST_CASE(expired_code_is_replaced_at_once)
{
    const auto told = after(waiting(), Event::kExpired, kStart + seconds(9));
    BOOST_TEST((told.phase == Phase::kNoCode));
    BOOST_TEST((told.next == kStart + seconds(9)));
    BOOST_TEST((at(waiting(), kStart + minutes(14)).phase == Phase::kWaiting));
    BOOST_TEST((at(waiting(), kStart + minutes(15)).phase == Phase::kNoCode));
}

BOOST_AUTO_TEST_CASE(refused_screen_asks_again_after_five_minutes)
{
    const auto now = after(waiting(), Event::kRefused, kStart);
    BOOST_TEST((now.phase == Phase::kNoCode));
    BOOST_TEST(now.code.userCode.empty());
    BOOST_TEST((now.next == kStart + minutes(5)));
}

BOOST_AUTO_TEST_CASE(approval_ends_the_claim)
{
    const auto now = after(waiting(), Event::kApproved, kStart);
    BOOST_TEST((now.phase == Phase::kClaimed));
    BOOST_TEST((after(now, Event::kRefused, kStart).phase == Phase::kClaimed));
}

BOOST_AUTO_TEST_CASE(unreachable_server_is_asked_at_growing_pauses)
{
    auto now = after(Claim{}, Event::kUnreachable, kStart);
    BOOST_TEST((now.phase == Phase::kNoCode));
    BOOST_TEST((pauseAfter(1) == seconds(1)));
    BOOST_TEST((pauseAfter(4) == seconds(8)));
    BOOST_TEST((pauseAfter(100) == minutes(5)));
    auto shown = waiting();
    for (int turn = 0; turn < 4; ++turn) {
        shown = after(shown, Event::kUnreachable, kStart);
    }
    BOOST_TEST((shown.phase == Phase::kWaiting));
    BOOST_TEST((shown.next == kStart + seconds(8)));
    BOOST_TEST((after(shown, Event::kPending, kStart).failures == 0));
}

BOOST_AUTO_TEST_CASE(event_without_a_row_changes_nothing)
{
    const auto now = after(Claim{}, Event::kApproved, kStart);
    BOOST_TEST((now.phase == Phase::kNoCode));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::enrolment
