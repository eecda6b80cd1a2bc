// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The text of a rule is read whole or refused with the reason.
#include "content/timetable/rrule.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timetable {
namespace {

std::string refusal(std::string_view text)
{
    const auto parsed = parseRRule(text);
    BOOST_REQUIRE(!parsed);
    return parsed.error().message;
}

bool says(const std::string& message, std::string_view part)
{
    return message.find(part) != std::string::npos;
}

BOOST_AUTO_TEST_SUITE(rrule)

BOOST_AUTO_TEST_CASE(every_part_is_read_in_any_order_and_case)
{
    const auto parsed =
        parseRRule("RRULE:byday=mo,-1fr,+2SU;FREQ=YEARLY;INTERVAL=2;BYMONTH=1,12;BYMONTHDAY=-1,31;"
                   "BYYEARDAY=-366;BYSETPOS=-1;WKST=SU;UNTIL=20261224T080000Z;");
    BOOST_REQUIRE(parsed);
    BOOST_TEST((parsed->frequency == Frequency::kYearly));
    BOOST_TEST(parsed->interval == 2);
    BOOST_TEST(parsed->weekdays.size() == 3U);
    BOOST_TEST(parsed->weekdays[1].ordinal == -1);
    BOOST_TEST(parsed->weekdays[1].weekday == 4);
    BOOST_TEST(parsed->weekdays[2].ordinal == 2);
    BOOST_TEST(parsed->weekStart == 6);
    BOOST_TEST((parsed->monthDays == std::vector<int>{-1, 31}));
    BOOST_TEST((parsed->until->form == model::TimeText::Form::kUtc));
}

BOOST_AUTO_TEST_CASE(what_is_too_often_for_a_screen_is_refused_with_the_way_out)
{
    for (const auto* text : {"FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY;BYSECOND=1"}) {
        const auto parsed = parseRRule(text);
        BOOST_REQUIRE(!parsed);
        BOOST_TEST((parsed.error().kind == ErrorKind::kUnsupported));
        BOOST_TEST(says(parsed.error().message, "use DAILY"));
    }
    BOOST_TEST(says(refusal("FREQ=DAILY;BYHOUR=8,9"), "one rule for each time of day"));
}

BOOST_AUTO_TEST_CASE(unknown_and_repeated_parts_are_named)
{
    BOOST_TEST(says(refusal("FREQ=DAILY;BYEASTER=0"), "BYEASTER=0"));
    BOOST_TEST(says(refusal("FREQ=DAILY;FREQ=DAILY"), "FREQ is written twice"));
    BOOST_TEST(says(refusal("FREQ=FORTNIGHTLY"), "FORTNIGHTLY"));
    BOOST_TEST(says(refusal("INTERVAL=2"), "no FREQ"));
    BOOST_TEST(says(refusal(""), "no part"));
    BOOST_TEST(says(refusal("FREQ=WEEKLY;BYDAY=MI"), "\"MI\" is no weekday"));
}

BOOST_AUTO_TEST_CASE(numbers_outside_their_range_are_refused)
{
    for (const auto* text :
         {"INTERVAL=0",
          "INTERVAL=-1",
          "INTERVAL=99999999999",
          "COUNT=0",
          "COUNT=10001",
          "BYMONTH=13",
          "BYMONTH=-1",
          "BYMONTHDAY=0",
          "BYMONTHDAY=32",
          "BYSETPOS=0;BYDAY=MO",
          "BYMONTHDAY=",
          "BYMONTHDAY=1,,2",
          "BYMONTHDAY=+-1",
          "UNTIL=20260230",
          "UNTIL=tomorrow"}) {
        BOOST_TEST(!parseRRule(std::string("FREQ=MONTHLY;") + text), text);
    }
    BOOST_TEST(!parseRRule("FREQ=YEARLY;BYDAY=54MO"));
    BOOST_TEST(!parseRRule("FREQ=YEARLY;BYDAY=0MO"));
    BOOST_TEST(!parseRRule("FREQ=YEARLY;BYYEARDAY=367"));
    BOOST_TEST(!parseRRule("FREQ=YEARLY;BYWEEKNO=54"));
    BOOST_TEST(says(refusal("FREQ=DAILY;COUNT=10001"), "use UNTIL"));
}

BOOST_AUTO_TEST_CASE(what_the_standard_does_not_allow_together_is_refused)
{
    BOOST_TEST(!parseRRule("FREQ=DAILY;COUNT=2;UNTIL=20270101"));
    BOOST_TEST(!parseRRule("FREQ=WEEKLY;BYDAY=1MO"));
    BOOST_TEST(!parseRRule("FREQ=MONTHLY;BYWEEKNO=1"));
    BOOST_TEST(!parseRRule("FREQ=MONTHLY;BYYEARDAY=1"));
    BOOST_TEST(!parseRRule("FREQ=WEEKLY;BYMONTHDAY=1"));
    BOOST_TEST(!parseRRule("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO"));
    BOOST_TEST(!parseRRule("FREQ=MONTHLY;BYSETPOS=1"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timetable
