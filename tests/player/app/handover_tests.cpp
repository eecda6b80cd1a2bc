// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// An ordinary plan waits for the end of an item; an emergency and a withdrawal do not.
#include "player/app/handover.h"

#include <boost/test/unit_test.hpp>

namespace jtv::app {
namespace {

using show::When;

const std::string kFilm(64, 'a');
const std::string kSlide(64, 'b');

struct Fixture {
    model::Plan plan;
    OnScreen shown{{{1, "/blobs/" + kFilm}, {2, "/blobs/" + kSlide}}, 0};

    Fixture() { plan.assets = {{kFilm, 1, "video/mp4", "film"}, {kSlide, 1, "", "slide"}}; }

    When when(int priority) const
    {
        Choice choice;
        choice.priority = priority;
        return handover(plan, choice, shown);
    }
};

BOOST_FIXTURE_TEST_SUITE(handover, Fixture)

BOOST_AUTO_TEST_CASE(plan_that_keeps_what_is_shown_waits_for_its_end)
{
    BOOST_TEST((when(0) == When::kAtBoundary));
    plan.assets.push_back({std::string(64, 'c'), 1, "video/mp4", "another"});
    BOOST_TEST((when(0) == When::kAtBoundary));
}

BOOST_AUTO_TEST_CASE(withdrawn_item_goes_at_once)
{
    plan.assets.pop_back();
    BOOST_TEST((when(0) == When::kAtOnce));
    shown.sources.erase(2);
    BOOST_TEST((when(0) == When::kAtBoundary));
    plan.assets.clear();
    BOOST_TEST((when(0) == When::kAtOnce));
}

BOOST_AUTO_TEST_CASE(of_all_rules_only_an_emergency_cuts_in)
{
    for (const int ordinary : {-1000, 0, 10, 999}) {
        BOOST_TEST((when(ordinary) == When::kAtBoundary));
    }
    BOOST_TEST((when(1000) == When::kAtOnce));
    shown.priority = 1000;
    BOOST_TEST((when(1000) == When::kAtBoundary));
    BOOST_TEST((when(0) == When::kAtBoundary)); // it is over
}

BOOST_AUTO_TEST_CASE(screen_without_a_plan_has_nothing_to_withdraw)
{
    shown = {};
    plan.assets.clear();
    BOOST_TEST((when(0) == When::kAtBoundary)); // of nothing: the show begins at once
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
