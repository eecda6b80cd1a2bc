// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Occurrences of wall-clock values, against stepping through them one by one.
#include "content/xml/smil_clock.h"
#include "player/timeline/wallclock.h"

#include <boost/test/unit_test.hpp>

#include <fmt/format.h>
#include <random>

namespace jtv::timeline {
namespace {

WallTime utc(const std::string& text)
{
    const auto wallclock = xml::parseWallclock(text).value();
    return WallTime(wallclock.date->time_since_epoch() + wallclock.time);
}

std::string text(std::optional<WallTime> time)
{
    if (!time) {
        return "-";
    }
    model::Wallclock wallclock;
    const auto day = std::chrono::floor<std::chrono::days>(*time);
    wallclock.date = std::chrono::local_days(day.time_since_epoch());
    wallclock.time = *time - day;
    return xml::formatWallclock(wallclock);
}

// "last until, first after".
std::string around(const std::string& value, const std::string& now, const Zone& zone = {})
{
    const auto wallclock = xml::parseWallclock(value).value();
    const Occurrences occurrences(wallclock, zone, utc("2026-01-01T10:00"));
    return text(occurrences.lastUntil(utc(now))) + " " + text(occurrences.firstAfter(utc(now)));
}

// Two hours before UTC until 2026-03-29T01:00Z, three after it.
Zone summerZone()
{
    const auto change = utc("2026-03-29T01:00");
    Zone zone;
    zone.local = [change](WallTime time) {
        return LocalTime((time + std::chrono::hours(time < change ? 1 : 2)).time_since_epoch());
    };
    zone.instant = [change](LocalTime time) {
        const auto winter = WallTime(time.time_since_epoch()) - std::chrono::hours(1);
        return winter < change + std::chrono::hours(1) ? winter : winter - std::chrono::hours(1);
    };
    return zone;
}

BOOST_AUTO_TEST_SUITE(wallclock)

BOOST_AUTO_TEST_CASE(single_time_is_before_or_after)
{
    BOOST_TEST(around("2026-01-01T09:00", "2026-01-01T08:59:59") == "- 2026-01-01T09:00:00");
    BOOST_TEST(around("2026-01-01T09:00", "2026-01-01T09:00") == "2026-01-01T09:00:00 -");
    BOOST_TEST(around("12:00", "2026-01-01T10:00") == "- 2026-01-01T12:00:00");
}

BOOST_AUTO_TEST_CASE(repeats_go_on_for_ever_or_as_often_as_they_say)
{
    BOOST_TEST(
        around("R/2011-01-01T07:00/P1D", "2026-06-01T06:00") ==
        "2026-05-31T07:00:00 2026-06-01T07:00:00");
    BOOST_TEST(
        around("R/2021-04-01T00:00:05/PT15S", "2026-01-01T00:00:06") ==
        "2026-01-01T00:00:05 2026-01-01T00:00:20");
    BOOST_TEST(
        around("R6/2010-01-01+w1/P1W", "2010-02-01T00:00") ==
        "2010-02-01T00:00:00 2010-02-08T00:00:00");
    BOOST_TEST(around("R6/2010-01-01+w1/P1W", "2010-02-08T00:00") == "2010-02-08T00:00:00 -");
    BOOST_TEST(
        around("R/2024-01-31T12:00/P1M", "2024-02-29T12:00") ==
        "2024-02-29T12:00:00 2024-03-31T12:00:00");
    BOOST_TEST(
        around("R/2024-02-29/P1Y", "2027-03-01") == "2027-02-28T00:00:00 2028-02-29T00:00:00");
}

BOOST_AUTO_TEST_CASE(weekdays_are_the_first_on_or_after_and_the_last_before)
{
    BOOST_TEST(around("2010-01-01+w1", "2010-01-01") == "- 2010-01-04T00:00:00");
    BOOST_TEST(around("2010-01-01-w7", "2009-01-01") == "- 2009-12-27T00:00:00");
    BOOST_TEST(around("2010-01-04+w1T09:00", "2010-01-01") == "- 2010-01-04T09:00:00");
    BOOST_TEST(around("2010-01-04-w1", "2009-01-01") == "- 2009-12-28T00:00:00");
}

BOOST_AUTO_TEST_CASE(days_follow_the_clock_on_the_wall_and_hours_do_not)
{
    const auto zone = summerZone();
    BOOST_TEST(
        around("R/2026-03-27T09:00/P1D", "2026-03-29T00:00", zone) ==
        "2026-03-28T08:00:00 2026-03-29T07:00:00");
    BOOST_TEST(
        around("R/2026-03-28T09:00/PT12H", "2026-03-29T09:00", zone) ==
        "2026-03-29T08:00:00 2026-03-29T20:00:00");
    BOOST_TEST(
        around("R/2026-03-28T02:30/P1D", "2026-03-29T00:00", zone) ==
        "2026-03-28T01:30:00 2026-03-29T01:30:00");
    BOOST_TEST(
        around("2026-03-29T09:00+01:00", "2026-03-29T00:00", zone) == "- 2026-03-29T08:00:00");
}

BOOST_AUTO_TEST_CASE(any_period_gives_what_counting_gives)
{
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        const auto value = fmt::format(
            "R{}/2020-0{}-{}T0{}:00/P{}M{}DT{}H",
            random() % 2 == 0 ? "" : std::to_string(random() % 40),
            random() % 9 + 1,
            random() % 18 + 10,
            random() % 10,
            random() % 3,
            random() % 40,
            random() % 50 + 1);
        const auto wallclock = xml::parseWallclock(value).value();
        const Zone zone;
        const Occurrences occurrences(wallclock, zone, {});
        auto expected = occurrences.firstAfter(utc("2000-01-01"));
        std::optional<WallTime> before;
        const auto now = utc("2020-01-01") + std::chrono::hours(random() % 20'000);
        for (int steps = 0; expected && *expected <= now && steps < 100'000; ++steps) {
            before = expected;
            expected = occurrences.firstAfter(*expected);
        }
        BOOST_TEST(text(occurrences.lastUntil(now)) == text(before), value);
        BOOST_TEST(text(occurrences.firstAfter(now)) == text(expected), value);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline
