// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A programme waits for the end of an item, but not for ever.
#include "player/show/takeover.h"
#include "tests/player/show/stagehand.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <memory>
#include <random>

namespace jtv::show {
namespace {

constexpr SteadyTime kAsked{std::chrono::hours(3)};
constexpr Wait kPatient{When::kAtBoundary, kAsked};
constexpr Wait kUrgent{When::kAtOnce, kAsked};

SteadyTime after(std::chrono::seconds span)
{
    return kAsked + span;
}

BOOST_AUTO_TEST_SUITE(takeover)

BOOST_AUTO_TEST_CASE(item_on_the_screen_plays_to_its_end)
{
    const OnStage film{false, after(std::chrono::seconds(90))};
    BOOST_TEST((show::takeover(kPatient, film, kAsked) == std::nullopt));
    BOOST_TEST((show::takeover(kPatient, film, after(std::chrono::seconds(89))) == std::nullopt));
    // At its end, also where that is found out a little later.
    BOOST_TEST((show::takeover(kPatient, film, after(std::chrono::seconds(91))) == film.nextEnd));
    BOOST_TEST((nextChance(kPatient, film, kAsked) == *film.nextEnd));
}

BOOST_AUTO_TEST_CASE(urgent_one_cuts_in_and_an_idle_screen_waits_for_nothing)
{
    const OnStage film{false, after(std::chrono::seconds(90))};
    BOOST_TEST((show::takeover(kUrgent, film, kAsked) == kAsked));
    BOOST_TEST((show::takeover(kPatient, {true, std::nullopt}, kAsked) == kAsked));
}

BOOST_AUTO_TEST_CASE(item_without_an_end_holds_it_up_for_five_minutes)
{
    for (const OnStage& film :
         {OnStage{false, std::nullopt}, OnStage{false, after(std::chrono::hours(1))}}) {
        const SteadyTime last = kAsked + kLongestWait;
        BOOST_TEST((nextChance(kPatient, film, kAsked) == last));
        BOOST_TEST((show::takeover(kPatient, film, last - Nanoseconds(1)) == std::nullopt));
        BOOST_TEST((show::takeover(kPatient, film, last) == last));
    }
}

BOOST_AUTO_TEST_CASE(newer_programme_is_no_later_than_the_one_it_replaces)
{
    const SteadyTime later = after(std::chrono::seconds(40));
    BOOST_TEST((waitInstead(std::nullopt, When::kAtBoundary, later).since == later));
    const auto patient = waitInstead(kPatient, When::kAtBoundary, later);
    BOOST_TEST((patient.since == kAsked));
    BOOST_TEST((patient.when == When::kAtBoundary));
    BOOST_TEST((waitInstead(kPatient, When::kAtOnce, later).when == When::kAtOnce));
    BOOST_TEST((waitInstead(kUrgent, When::kAtBoundary, later).when == When::kAtOnce));
}

// Whoever wakes at nextChance() sees it begin at the first instant at which it may.
BOOST_AUTO_TEST_CASE(nothing_is_slept_through)
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> seconds(0, 400);
    for (int round = 0; round < 1000; ++round) {
        OnStage shown;
        if (seconds(random) > 100) {
            shown.nextEnd = after(std::chrono::seconds(seconds(random)));
        }
        SteadyTime now = after(std::chrono::seconds(seconds(random)));
        const auto first = std::max(
            now, std::min(shown.nextEnd.value_or(kAsked + kLongestWait), kAsked + kLongestWait));
        while (!show::takeover(kPatient, shown, now)) {
            const SteadyTime next = nextChance(kPatient, shown, now);
            BOOST_REQUIRE((next > now && next <= first));
            now = next;
        }
        BOOST_TEST((now == first));
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(show_takeover, Stagehand)

BOOST_AUTO_TEST_CASE(film_plays_to_its_end_beside_a_picture_that_ends)
{
    model::Container together;
    together.kind = model::Container::Kind::kPar;
    together.children = {medium(picture("a.png", 40), 300), medium(clip("a.mp4", 60))};
    model::TimeNode par;
    par.body = std::move(together);
    show.play(programme("first", {par, medium("a.png", 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    show.play(programme("second", {medium(picture("b.png", 70), 60'000)}), When::kAtBoundary);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeBegan, "second"); }));
    const auto& items = show.statistics().items;
    const auto film = std::find_if(
        items.begin(), items.end(), [](const auto& item) { return item.kind == "video"; });
    BOOST_REQUIRE((film != items.end()));
    BOOST_TEST((film->end == ItemEnd::kFinished));
    BOOST_TEST(film->framesExpected == 60U);
    BOOST_TEST(show.statistics().blackFrames == 0U);
    show.stop();
}

BOOST_AUTO_TEST_CASE(programme_that_was_replaced_behind_the_curtain_never_began)
{
    show.play(programme("first", {medium(picture("a.png", 50), 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    auto second = programme("second", {medium(picture("b.png", 60), 60'000)});
    const auto asked = std::make_shared<std::atomic<bool>>(false);
    second.resolve = [asked, find = second.resolve](const model::Media& media) {
        *asked = true;
        return find(media);
    };
    show.play(std::move(second), When::kAtBoundary);
    BOOST_REQUIRE(run([&] { return asked->load(); }));
    show.play(programme("third", {medium(picture("c.png", 70), 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeBegan, "third"); }));
    BOOST_TEST((ends() == std::vector{ItemEnd::kStopped, ItemEnd::kPlaying}));
    BOOST_TEST(!hasEvent(Event::Kind::kItemBegan, "second"));
    BOOST_TEST(!hasEvent(Event::Kind::kItemEnded, "second"));
    BOOST_TEST(hasEvent(Event::Kind::kItemBegan, "third"));
    show.stop();
    BOOST_TEST((ends() == std::vector(2, ItemEnd::kStopped)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
