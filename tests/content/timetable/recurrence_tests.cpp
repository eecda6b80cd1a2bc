// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Windows recur by the wall clock, also across summer time, leap days and 2038.
#include "content/timetable/recurrence.h"
#include "tests/content/timetable/occurrence_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timetable {
namespace {

using Texts = std::vector<std::string>;

std::string refusal(const model::Recurrence& recurrence)
{
    const auto made = Recurrence::make(recurrence);
    BOOST_REQUIRE(!made);
    return made.error().message;
}

BOOST_AUTO_TEST_SUITE(recurrence)

BOOST_AUTO_TEST_CASE(time_skipped_in_spring_moves_on_that_day_only)
{
    BOOST_TEST(
        (localBegins(rule("20260328T023000", "FREQ=DAILY;COUNT=3"), 10) ==
         Texts{"20260328T023000", "20260329T033000", "20260330T023000"}));
}

BOOST_AUTO_TEST_CASE(time_repeated_in_autumn_is_the_first_of_the_two)
{
    const auto made = Recurrence::make(rule("20261025T023000", "FREQ=DAILY;COUNT=2")).value();
    const auto found = made.occurrences({}, 5);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(utc(found[0].begin) == "20261025T003000Z");
    BOOST_TEST((found[0].offset == std::chrono::hours{2}));
    BOOST_TEST(utc(found[1].begin) == "20261026T013000Z");
}

BOOST_AUTO_TEST_CASE(window_over_midnight_ends_by_the_wall_clock_in_both_nights_of_the_year)
{
    const auto made =
        Recurrence::make(rule("20260101T220000", "FREQ=DAILY", "Europe/Berlin", "PT8H")).value();
    const auto spring = made.at(instant("20260329T010000Z"));
    BOOST_REQUIRE(spring);
    BOOST_TEST(utc(spring->begin) == "20260328T210000Z");
    BOOST_TEST(utc(spring->end) == "20260329T040000Z"); // 06:00, seven hours later
    const auto autumn = made.at(instant("20261025T010000Z"));
    BOOST_REQUIRE(autumn);
    BOOST_TEST(utc(autumn->end) == "20261025T050000Z"); // 06:00, nine hours later
    BOOST_TEST(!made.at(instant("20261025T050000Z")));
}

BOOST_AUTO_TEST_CASE(window_inside_the_spring_gap_keeps_its_length)
{
    const auto made =
        Recurrence::make(rule("20260329T021000", "", "Europe/Berlin", "PT20M")).value();
    const auto found = made.occurrences({}, 5);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(local(found[0]) == "20260329T031000");
    BOOST_TEST((found[0].end - found[0].begin == std::chrono::minutes{20}));
}

BOOST_AUTO_TEST_CASE(summer_time_goes_on_after_2038)
{
    const auto made = Recurrence::make(rule("20260701T080000", "FREQ=YEARLY")).value();
    const auto found = made.occurrences(instant("20420101T000000Z"), 1);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(utc(found[0].begin) == "20420701T060000Z");
}

BOOST_AUTO_TEST_CASE(leap_day_and_31st_are_left_out_where_there_is_none)
{
    BOOST_TEST(
        (localBegins(rule("20240229T080000", "FREQ=YEARLY"), 3) ==
         Texts{"20240229T080000", "20280229T080000", "20320229T080000"}));
    BOOST_TEST(
        (localBegins(rule("20260131T080000", "FREQ=MONTHLY"), 3) ==
         Texts{"20260131T080000", "20260331T080000", "20260531T080000"}));
}

BOOST_AUTO_TEST_CASE(week_numbers_follow_the_start_of_the_week)
{
    BOOST_TEST(
        (localBegins(rule("20240101T080000", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO"), 4) ==
         Texts{"20240101T080000", "20241230T080000", "20251229T080000", "20270104T080000"}));
    BOOST_TEST(
        (localBegins(rule("20200101T080000", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO"), 2) ==
         Texts{"20201228T080000", "20261228T080000"}));
    BOOST_TEST(
        (localBegins(rule("20240513T080000", "FREQ=YEARLY;BYWEEKNO=20"), 2) ==
         Texts{"20240513T080000", "20250512T080000"}));
}

BOOST_AUTO_TEST_CASE(last_working_day_of_the_month_is_found_by_position)
{
    BOOST_TEST(
        (localBegins(rule("20260101T080000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), 3) ==
         Texts{"20260130T080000", "20260227T080000", "20260331T080000"}));
}

BOOST_AUTO_TEST_CASE(interval_counts_weeks_from_the_start_of_the_week)
{
    // The example of RFC 5545: the same rule with another WKST.
    BOOST_TEST(
        (localBegins(
             rule("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"), 9) ==
         Texts{"19970805T090000", "19970810T090000", "19970819T090000", "19970824T090000"}));
    BOOST_TEST(
        (localBegins(
             rule("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"), 9) ==
         Texts{"19970805T090000", "19970817T090000", "19970819T090000", "19970831T090000"}));
}

BOOST_AUTO_TEST_CASE(exceptions_take_away_and_extra_dates_add)
{
    auto recurrence = rule("20261221T080000", "FREQ=DAILY;COUNT=6");
    recurrence.exdates = {"20261222T080000", "20261224", "20261225T070000Z"};
    recurrence.rdates = {"20270101T100000", "20270102", "20261221T080000"};
    BOOST_TEST(
        (localBegins(recurrence, 20) == Texts{
                                            "20261221T080000",
                                            "20261223T080000",
                                            "20261226T080000",
                                            "20270101T100000",
                                            "20270102T080000"}));
}

BOOST_AUTO_TEST_CASE(until_is_the_last_instant_that_counts)
{
    BOOST_TEST(
        localBegins(rule("20260701T080000", "FREQ=DAILY;UNTIL=20260703T080000"), 9).size() == 3U);
    BOOST_TEST(
        localBegins(rule("20260701T080000", "FREQ=DAILY;UNTIL=20260703T060000Z"), 9).size() == 3U);
    BOOST_TEST(
        localBegins(rule("20260701T080000", "FREQ=DAILY;UNTIL=20260703T055959Z"), 9).size() == 2U);
    BOOST_TEST(localBegins(rule("20260701T080000", "FREQ=DAILY;UNTIL=20260703"), 9).size() == 3U);
}

BOOST_AUTO_TEST_CASE(rule_without_a_date_in_ten_years_is_refused)
{
    BOOST_TEST(
        refusal(rule("20260101T080000", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")).find("10 years") !=
        std::string::npos);
    BOOST_TEST(!Recurrence::make(rule("20260101T080000", "FREQ=YEARLY;UNTIL=20250101")));
    auto excluded = rule("20260101T080000", "");
    excluded.exdates = {"20260101"};
    BOOST_TEST(!Recurrence::make(excluded));
    BOOST_TEST(Recurrence::make(rule("20260301T080000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"))
                   .has_value());
}

BOOST_AUTO_TEST_CASE(unknown_zone_is_refused_and_never_taken_for_a_path)
{
    for (const auto* zone :
         {"Europe/Bärlin",
          "Mars/Olympus",
          "",
          "/etc/passwd",
          "file:Europe/Berlin",
          "../../etc/passwd"}) {
        BOOST_TEST(!Recurrence::make(rule("20260101T080000", "", zone)), zone);
    }
    BOOST_TEST(Recurrence::make(rule("20260101T080000", "", "UTC")).has_value());
}

BOOST_AUTO_TEST_CASE(day_that_a_zone_left_out_gives_one_window_not_two)
{
    // Samoa had no 30 December 2011.
    BOOST_TEST(
        (localBegins(rule("20111229T080000", "FREQ=DAILY;COUNT=4", "Pacific/Apia"), 9) ==
         Texts{"20111229T080000", "20111231T080000", "20120101T080000"}));
}

BOOST_AUTO_TEST_CASE(next_window_is_found_up_to_and_with_the_bound)
{
    const auto made = Recurrence::make(rule("20260101T080000", "FREQ=WEEKLY;BYDAY=MO")).value();
    const auto after = instant("20260105T070000Z");
    BOOST_TEST(utc(made.next(after, instant("20270101T000000Z"))->begin) == "20260112T070000Z");
    BOOST_TEST(made.next(after, instant("20260112T070000Z")).has_value());
    BOOST_TEST(!made.next(after, instant("20260112T065959Z")));
}

BOOST_AUTO_TEST_CASE(rule_begun_long_ago_is_as_quick_as_a_new_one)
{
    // Two thousand questions to a rule of the year 1900: unnoticeable, or this case times out.
    const auto made =
        Recurrence::make(rule("19000101T080000", "FREQ=DAILY;INTERVAL=3;BYSETPOS=1;BYDAY=MO"))
            .value();
    const auto bound = instant("20360101T000000Z");
    for (int day = 0; day < 2'000; ++day) {
        BOOST_REQUIRE(made.next(instant("20260101T000000Z") + std::chrono::days{day}, bound));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timetable
