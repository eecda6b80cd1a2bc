// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The conditions that authors write, on Monday 2026-01-05 at 12:00:00 in Berlin.
#include "content/model/expression.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

using namespace std::chrono; // NOLINT(google-build-using-namespace)

local_time<Milliseconds> at(unsigned day, int hour, int minute = 0, int second = 0)
{
    const auto date = year_month_day(year(2026), month(1), std::chrono::day(day));
    return local_days(date) + hours(hour) + minutes(minute) + seconds(second);
}

ExpressionFacts facts()
{
    ExpressionFacts facts;
    facts.local = at(5, 12);
    facts.utc = at(5, 11);
    facts.playerName = "Entrance";
    facts.languages = {"de-DE"};
    return facts;
}

bool holds(const char* text)
{
    return Expression::parse(text).value().holds(facts());
}

std::string refusal(const char* text)
{
    const auto parsed = Expression::parse(text);
    return parsed ? "" : parsed.error().message;
}

BOOST_AUTO_TEST_SUITE(expression)

BOOST_AUTO_TEST_CASE(dates_times_and_weekdays_are_those_of_the_screen)
{
    for (const auto* text :
         {"adapi-weekday()=1",
          "weekday() <= 6 and gmweekday() = 1",
          "adapi-compare(adapi-date(), '2026-01-05T12:00:00') = 0",
          // NOLINTBEGIN(bugprone-suspicious-missing-comma): one expression in two lines
          "adapi-compare(substring-before(adapi-date(), 'T'), '2025-08-20')>=0 and "
          "adapi-compare(substring-before(adapi-date(), 'T'), '2026-10-16')<=0",
          // NOLINTEND(bugprone-suspicious-missing-comma)
          "compare(time(),'11:59:59')>0 and compare(time(),'12:00:00')<=0",
          "compare(gmtime(), '11:00:00') = 0",
          "substring-after(adapi-date(), 'T') = '12:00:00'",
          "[adapi-compare('2030-01-01T00:00:00', adapi-date())>0] or [false()]",
          "time() >= '08:00:00' AND time() < '18:00:00'",
          "adapi-compare(smil-playerName(), 'Entrance') = 0",
          "smil-language('de') and not(smil-language('ar')) and smil-captions()"}) {
        BOOST_TEST(holds(text), text);
    }
    BOOST_TEST(!holds("adapi-weekday() > 1"));
}

BOOST_AUTO_TEST_CASE(operators_have_xpaths_precedence_and_meaning)
{
    for (const auto* text :
         {"1 + 2 * 3 = 7",
          "7 mod 4 = 3 and 7 div 2 = 3.5",
          "-(2 - 5) = 3",
          "false() or true() and not(false())",
          "'a' != 'b' and '2' = 2",
          "contains('abc', 'b') and starts-with('abc', 'a')",
          "substring('12345', 2, 3) = '234' and substring('12345', 4) = '45'",
          "string-length(concat('a', 'bc', 1)) = 4",
          "translate('bar', 'abc', 'AB') = 'BAr'",
          "normalize-space('  a   b ') = 'a b'",
          "floor(2.6) = 2 and ceiling(2.1) = 3 and round(2.5) = 3",
          "number('x') != number('x')",
          "boolean('false')"}) {
        BOOST_TEST(holds(text), text);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_named)
{
    BOOST_TEST(refusal("adapi-weather()") == "there is no function \"weather\"");
    BOOST_TEST(refusal("/data/video = 1") == "\"/data/video \" is not understood there");
    BOOST_TEST(refusal("weekday() =") == "something is missing at the end");
    BOOST_TEST(refusal("'open") == "a quotation mark is missing");
    BOOST_TEST(!refusal("compare(1)").empty());
    BOOST_TEST(!refusal("(1").empty());
    BOOST_TEST(!refusal("").empty());
    BOOST_TEST(!refusal("1 2").empty());
    BOOST_TEST(!refusal(std::string(200, '(').c_str()).empty());
    BOOST_TEST(!refusal(std::string(5000, '1').c_str()).empty());
}

BOOST_AUTO_TEST_CASE(next_change_is_the_next_time_that_is_named)
{
    const auto next = [](const char* text) {
        return Expression::parse(text).value().nextChange(facts());
    };
    BOOST_TEST((next("compare(time(), '12:30:00') > 0") == at(5, 12, 30)));
    BOOST_TEST((next("compare(time(), '12:00:00') > 0") == at(5, 12, 0, 1)));
    BOOST_TEST((next("compare(time(), '09:00:00') > 0") == at(6, 0)));
    BOOST_TEST((next("adapi-weekday() = 3") == at(6, 0)));
    BOOST_TEST((next("compare(adapi-date(), '2026-01-05T13:00:00') > 0") == at(5, 13)));
    BOOST_TEST((next("compare(gmtime(), '12:00:00') > 0") == at(5, 12, 0, 1)));
    BOOST_TEST(!next("1 = 2"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
