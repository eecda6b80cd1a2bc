// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Polls are spread, failures wait longer and longer, news is never kept waiting.
#include "player/sync/agenda.h"

#include <boost/test/unit_test.hpp>

namespace jtv::sync {
namespace {

using std::chrono::seconds;

const SteadyTime kStart{seconds(1000)};

BOOST_AUTO_TEST_SUITE(agenda)

BOOST_AUTO_TEST_CASE(done_task_comes_again_after_its_interval_give_or_take_a_tenth)
{
    Agenda early({}, [](std::uint32_t) { return 0U; });
    early.done(Task::kPlan, kStart);
    BOOST_TEST(!early.due(Task::kPlan, kStart + seconds(53)));
    BOOST_TEST(early.due(Task::kPlan, kStart + seconds(54)));
    Agenda late({}, [](std::uint32_t bound) { return bound - 1; });
    late.done(Task::kPlan, kStart);
    BOOST_TEST(!late.due(Task::kPlan, kStart + seconds(65)));
    BOOST_TEST(late.due(Task::kPlan, kStart + seconds(66)));
}

BOOST_AUTO_TEST_CASE(pauses_after_failures_double_up_to_a_minute)
{
    Agenda agenda({}, [](std::uint32_t) { return 0U; });
    for (const int pause : {1, 2, 4, 8, 16, 32, 60, 60}) {
        agenda.failed(Task::kPlan, kStart);
        BOOST_TEST(!agenda.due(Task::kPlan, kStart + seconds(pause) - seconds(1)));
        BOOST_TEST(agenda.due(Task::kPlan, kStart + seconds(pause)));
    }
    agenda.done(Task::kPlan, kStart);
    BOOST_TEST(agenda.failures(Task::kPlan) == 0);
}

BOOST_AUTO_TEST_CASE(hurry_keeps_the_pause_after_a_failure_but_news_does_not)
{
    Agenda agenda({}, [](std::uint32_t) { return 0U; });
    agenda.failed(Task::kPlan, kStart);
    agenda.failed(Task::kPlan, kStart);
    agenda.hurry(Task::kPlan, kStart);
    BOOST_TEST(!agenda.due(Task::kPlan, kStart));
    agenda.now(Task::kPlan, kStart);
    BOOST_TEST(agenda.due(Task::kPlan, kStart));
    agenda.done(Task::kPlan, kStart);
    agenda.hurry(Task::kPlan, kStart + seconds(1));
    BOOST_TEST(agenda.due(Task::kPlan, kStart + seconds(1)));
}

BOOST_AUTO_TEST_CASE(suspended_task_never_comes_by_itself)
{
    Agenda agenda({}, [](std::uint32_t) { return 0U; });
    agenda.done(Task::kPlan, kStart);
    agenda.done(Task::kStatus, kStart);
    agenda.suspend(Task::kListen);
    BOOST_TEST((agenda.next() == kStart + seconds(27)));
    BOOST_TEST(!agenda.due(Task::kListen, kStart + std::chrono::hours(9000)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::sync
