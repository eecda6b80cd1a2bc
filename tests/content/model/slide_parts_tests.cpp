// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Provenance, opening hours and floor plans: what is whole, and until when it may be shown.
#include "content/model/floor_plan.h"
#include "content/model/opening_hours.h"
#include "content/model/provenance.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

using namespace std::chrono_literals;

Day day(int year, unsigned month, unsigned day)
{
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

BOOST_AUTO_TEST_SUITE(slide_parts)

BOOST_AUTO_TEST_CASE(days_are_read_and_written_and_impossible_ones_refused)
{
    BOOST_TEST(dayText(*parseDay("2028-02-29")) == "2028-02-29");
    for (const auto* const bad :
         {"2026-02-29", "2026-13-01", "22.11.2026", "2026-1-1", "", "2026-0a-01", "-026-01-01"}) {
        const auto refused = parseDay(bad);
        BOOST_REQUIRE(!refused);
        BOOST_TEST(refused.error().message.find("2026-11-22") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(what_ended_yesterday_is_not_shown_and_what_ends_today_is)
{
    Provenance provenance;
    provenance.consents = {
        {"Frau Yilmaz", "waiting rooms", day(2026, 11, 22)}, {"Herr Ax", "all", {}}};
    provenance.licenceUntil = day(2027, 1, 1);
    BOOST_TEST(mayBeShown(provenance, day(2026, 11, 22)).has_value());
    const auto refused = mayBeShown(provenance, day(2026, 11, 23));
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kDenied));
    BOOST_TEST(refused.error().message.find("Frau Yilmaz") != std::string::npos);
    BOOST_TEST((lastDay(provenance) == day(2026, 11, 22)));
    provenance.consents.clear();
    BOOST_TEST(!mayBeShown(provenance, day(2027, 1, 2)));
    BOOST_TEST(!lastDay(Provenance{}));
    BOOST_TEST(mayBeShown(Provenance{}, day(2099, 1, 1)).has_value());
}

BOOST_AUTO_TEST_CASE(a_review_is_due_the_day_after_its_date)
{
    Provenance provenance;
    BOOST_TEST(!reviewIsDue(provenance, day(2026, 1, 1)));
    provenance.reviewBy = day(2026, 5, 1);
    BOOST_TEST(!reviewIsDue(provenance, day(2026, 5, 1)));
    BOOST_TEST(reviewIsDue(provenance, day(2026, 5, 2)));
}

BOOST_AUTO_TEST_CASE(hours_that_overlap_or_run_backwards_are_refused)
{
    BOOST_TEST(checkHours({{{1, 5, {{480, 720}, {840, 1080}}}, {6, 7, {}}}}).has_value());
    BOOST_TEST(!checkHours({{{1, 5, {{480, 720}, {700, 800}}}}}));
    BOOST_TEST(!checkHours({{{1, 5, {{720, 480}}}}}));
    BOOST_TEST(!checkHours({{{1, 3, {}}, {3, 4, {}}}}));
    BOOST_TEST(!checkHours({{{5, 1, {}}}}));
    BOOST_TEST(!checkHours({{{7, 8, {}}}}));
    BOOST_TEST(*parseTimeOfDay("08:30") == 510);
    BOOST_TEST(timeOfDayText(510) == "08:30");
    BOOST_TEST(*parseTimeOfDay("24:00") == 1440);
    for (const auto* const bad : {"8:30", "24:01", "08:60", "-8:30", "08-30", ""}) {
        BOOST_TEST(!parseTimeOfDay(bad), bad);
    }
}

BOOST_AUTO_TEST_CASE(a_floor_plan_has_one_goal_and_everything_on_its_grid)
{
    FloorPlan plan;
    BOOST_TEST(!checkFloorPlan(plan));
    plan.places.push_back({FloorPlan::Kind::kGoal, "3", 11, 7, 1, 1});
    BOOST_TEST(checkFloorPlan(plan).has_value());
    plan.way = {{0, 0}};
    BOOST_TEST(!checkFloorPlan(plan));
    plan.way.push_back({11, 0});
    BOOST_TEST(checkFloorPlan(plan).has_value());
    plan.way.push_back({12, 0});
    BOOST_TEST(!checkFloorPlan(plan));
    plan.way.pop_back();
    plan.places.push_back({FloorPlan::Kind::kRoom, "B 102", 10, 0, 3, 1});
    const auto refused = checkFloorPlan(plan);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("B 102") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
