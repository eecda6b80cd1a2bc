// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The playlist of any moment is decided by rules, priorities and the trust in the clock.
#include "content/timetable/timetable.h"
#include "tests/content/timetable/occurrence_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timetable {
namespace {

model::Plan plan(std::vector<model::Rule> rules)
{
    model::Plan made;
    made.revision = 1;
    made.screen = "s";
    made.created = instant("20260101T000000Z");
    made.defaultPlaylist = "all-day";
    made.rules = std::move(rules);
    return made;
}

model::Rule
weekly(const std::string& id, const std::string& dtstart, const std::string& duration, int priority)
{
    return {id, "of-" + id, priority, rule(dtstart, "FREQ=WEEKLY", "Europe/Berlin", duration)};
}

Timetable make(std::vector<model::Rule> rules)
{
    return Timetable::make(plan(std::move(rules))).value();
}

BOOST_AUTO_TEST_SUITE(timetable)

BOOST_AUTO_TEST_CASE(default_playlist_runs_when_no_window_is_open)
{
    const auto table = make({weekly("monday", "20261123T080000", "PT4H", 0)});
    const auto before = table.decide(instant("20261123T060000Z"), true);
    BOOST_TEST(before.playlist == "all-day");
    BOOST_TEST(!before.rule);
    BOOST_TEST(utc(*before.nextChange) == "20261123T070000Z");
    const auto inside = table.decide(instant("20261123T070000Z"), true);
    BOOST_TEST(inside.playlist == "of-monday");
    BOOST_TEST(*inside.rule == "monday");
    BOOST_TEST(utc(*inside.nextChange) == "20261123T110000Z");
    BOOST_TEST(table.decide(instant("20261123T110000Z"), true).playlist == "all-day");
}

BOOST_AUTO_TEST_CASE(plan_without_rules_never_changes)
{
    const auto decision = make({}).decide(instant("20261123T060000Z"), true);
    BOOST_TEST(decision.playlist == "all-day");
    BOOST_TEST(!decision.nextChange);
}

BOOST_AUTO_TEST_CASE(higher_priority_wins_then_the_later_begin_then_the_id)
{
    const auto table = make(
        {weekly("b-long", "20261123T080000", "PT8H", 0),
         weekly("a-long", "20261123T080000", "PT8H", 0),
         weekly("short", "20261123T090000", "PT1H", 0),
         weekly("notice", "20261123T093000", "PT10M", 5)});
    BOOST_TEST(*table.decide(instant("20261123T073000Z"), true).rule == "a-long");
    BOOST_TEST(*table.decide(instant("20261123T081500Z"), true).rule == "short");
    BOOST_TEST(*table.decide(instant("20261123T083500Z"), true).rule == "notice");
    BOOST_TEST(*table.decide(instant("20261123T084000Z"), true).rule == "short");
    BOOST_TEST(*table.decide(instant("20261123T090000Z"), true).rule == "a-long");
}

BOOST_AUTO_TEST_CASE(clock_that_is_not_trusted_plays_the_default)
{
    const auto table = make({weekly("monday", "20261123T080000", "PT4H", 0)});
    const auto untrusted = table.decide(instant("20261123T080000Z"), false);
    BOOST_TEST(untrusted.playlist == "all-day");
    BOOST_TEST(!untrusted.nextChange);
    const auto early = table.decide(instant("19700101T000000Z"), true);
    BOOST_TEST(early.playlist == "all-day");
    BOOST_TEST(utc(*early.nextChange) == "20260101T000000Z");
}

BOOST_AUTO_TEST_CASE(slots_cover_the_span_without_gaps_and_agree_with_every_decision)
{
    const auto table = make(
        {weekly("monday", "20261123T080000", "PT4H", 0),
         weekly("over", "20261123T100000", "PT30M", 1),
         weekly("night", "20261129T220000", "PT8H", 0)});
    const auto from = instant("20261122T000000Z");
    const auto to = instant("20261206T000000Z");
    const auto slots = table.between(from, to);
    BOOST_REQUIRE(slots.size() == 11U);
    auto at = from;
    for (const auto& slot : slots) {
        BOOST_TEST((slot.begin == at));
        at = slot.end;
    }
    BOOST_TEST((at == to));
    std::size_t place = 0;
    for (auto now = from; now < to; now += std::chrono::minutes{7}) {
        while (slots[place].end <= now) {
            ++place;
        }
        BOOST_REQUIRE(table.decide(now, true).sameAs(slots[place].decision));
    }
}

BOOST_AUTO_TEST_CASE(rule_that_cannot_be_expanded_is_named)
{
    auto bad = weekly("odd", "20261123T080000", "PT4H", 0);
    bad.recurrence.rrule = "FREQ=HOURLY";
    const auto made = Timetable::make(plan({bad}));
    BOOST_REQUIRE(!made);
    BOOST_TEST(made.error().message.starts_with("rule odd: "));
}

BOOST_AUTO_TEST_CASE(thousand_hostile_rules_are_decided)
{
    std::vector<model::Rule> rules;
    for (int i = 0; i < 1'000; ++i) {
        auto hostile = weekly("r" + std::to_string(i), "20240229T080000", "P300D", i % 7);
        hostile.recurrence.rrule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYSETPOS=-1;COUNT=10000";
        rules.push_back(std::move(hostile));
    }
    const auto decision = make(std::move(rules)).decide(instant("20261123T060000Z"), true);
    BOOST_TEST(!decision.rule);
    BOOST_TEST(utc(*decision.nextChange) == "20280229T070000Z");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timetable
