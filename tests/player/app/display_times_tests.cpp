// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The display is on in its hours, by the clock on the wall.
#include "content/timetable/zone.h"
#include "player/app/display_times.h"

#include <boost/test/unit_test.hpp>

#include <random>

namespace jtv::app {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year;

struct Berlin {
    timetable::Zone zone = timetable::Zone::find("Europe/Berlin").value();

    static DisplayTimes times(std::string_view text)
    {
        return DisplayTimes::make(settings::parseDisplayHours(text).value(), "Europe/Berlin")
            .value();
    }
    WallTime at(int month, int day, int hour, int minute = 0) const
    {
        const local_days date{
            year{2026} / std::chrono::month(static_cast<unsigned>(month)) /
            std::chrono::day(static_cast<unsigned>(day))};
        return zone.instant(date + hours(hour) + minutes(minute));
    }
};

BOOST_FIXTURE_TEST_SUITE(display_times, Berlin)

BOOST_AUTO_TEST_CASE(without_hours_it_is_always_on)
{
    BOOST_TEST(DisplayTimes().on(at(11, 22, 3)));
    BOOST_TEST(DisplayTimes::make({}, "nowhere").value().on(at(11, 22, 3)));
}

BOOST_AUTO_TEST_CASE(hours_count_on_their_days)
{
    const auto office = times("Mo-Fr 07:30-18:00, Sa 09:00-13:00");
    BOOST_TEST(!office.on(at(11, 23, 7, 29))); // a Monday
    BOOST_TEST(office.on(at(11, 23, 7, 30)));
    BOOST_TEST(office.on(at(11, 27, 17, 59)));
    BOOST_TEST(!office.on(at(11, 27, 18)));
    BOOST_TEST(office.on(at(11, 28, 9)));
    BOOST_TEST(!office.on(at(11, 28, 13)));
    BOOST_TEST(!office.on(at(11, 29, 10)));
    BOOST_TEST(office.on(at(7, 13, 7, 30))); // summer time
    BOOST_TEST(!office.on(at(7, 13, 7, 29)));
}

BOOST_AUTO_TEST_CASE(hours_may_go_beyond_midnight)
{
    const auto night = times("Fr 22:00-06:00");
    BOOST_TEST(night.on(at(11, 27, 23)));
    BOOST_TEST(night.on(at(11, 28, 5, 59)));
    BOOST_TEST(!night.on(at(11, 28, 6)));
    BOOST_TEST(!night.on(at(11, 28, 23)));
}

BOOST_AUTO_TEST_CASE(unknown_zone_is_told)
{
    BOOST_TEST(!DisplayTimes::make(settings::parseDisplayHours("08:00-09:00").value(), "nowhere"));
}

// Against arithmetic on local minutes of the week, away from the days the clock is changed.
BOOST_AUTO_TEST_CASE(windows_are_those_of_the_week)
{
    std::mt19937 random(11); // NOLINT: the same each time
    for (int round = 0; round < 200; ++round) {
        settings::DisplayHours window;
        window.days.at(random() % 7) = true;
        window.days.at(random() % 7) = true;
        window.from = static_cast<int>(random() % 1440);
        window.to = 1 + static_cast<int>(random() % 1440);
        if (window.from == window.to) {
            continue;
        }
        const auto made = DisplayTimes::make({window}, "Europe/Berlin").value();
        for (int probe = 0; probe < 20; ++probe) {
            const int minute = static_cast<int>(random() % 10'080);
            bool expected = false;
            for (int day = -1; day < 7; ++day) { // of Sunday before too
                const int begin = day * 1440 + window.from;
                const int end = day * 1440 + window.to + (window.to > window.from ? 0 : 1440);
                const bool named = window.days.at(static_cast<std::size_t>((day + 7) % 7));
                expected = expected || (named && begin <= minute && minute < end);
            }
            BOOST_REQUIRE(made.on(at(11, 23, 0) + minutes(minute)) == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(display_sleeps_only_when_nothing_speaks_for_it)
{
    const auto wanted = [](bool planned, bool hours, bool called, bool emergency) {
        return displayWanted({planned, hours, called, emergency});
    };
    BOOST_TEST(!wanted(true, false, false, false));
    BOOST_TEST(wanted(false, false, false, false));
    BOOST_TEST(wanted(true, true, false, false));
    BOOST_TEST(wanted(true, false, true, false));
    BOOST_TEST(wanted(true, false, false, true));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
