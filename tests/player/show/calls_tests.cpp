// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Calls: each is seen long enough, none is lost, and none is hidden.
#include "content/typeset/call.h"
#include "player/show/call_layer.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <random>

namespace jtv::show {
namespace {

using namespace std::chrono_literals;

SteadyTime at(Nanoseconds time)
{
    return SteadyTime(1000s + time);
}

BOOST_AUTO_TEST_SUITE(calls)

BOOST_AUTO_TEST_CASE(lone_call_flashes_calmly_and_goes)
{
    Calls calls;
    BOOST_TEST(calls.none());
    BOOST_REQUIRE(calls.add({"A 1", "5"}, at(0s)));
    BOOST_TEST(!calls.none());
    int changes = 0;
    bool lit = false;
    SteadyTime now = at(0s);
    BOOST_TEST(calls.at(now).lit);
    while (const auto next = calls.nextChange(now)) {
        BOOST_REQUIRE(*next > now);
        now = *next;
        const auto view = calls.at(now);
        changes += view.lit && !lit ? 1 : 0;
        lit = view.lit;
    }
    BOOST_TEST(calls.at(now).calls.empty());
    BOOST_TEST(calls.none());
    BOOST_TEST((now == at(Calls::kUsual)));
    BOOST_TEST(changes == Calls::kFlashes - 1);
    BOOST_TEST((2 * Calls::kFlash > 334ms)); // fewer than three a second
}

BOOST_AUTO_TEST_CASE(every_call_is_seen_for_eight_seconds_and_at_most_three_at_once)
{
    std::mt19937 random(1);
    const auto number = [&](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    for (int round = 0; round < 50; ++round) {
        Calls calls;
        std::map<std::string, Nanoseconds> seen;
        std::size_t added = 0;
        Nanoseconds time{0};
        for (int step = 0; step < 3000; ++step) {
            if (time < 60s && number(40) == 0) {
                added += calls.add({std::to_string(added + 1), ""}, at(time)) ? 1 : 0;
            }
            const auto view = calls.at(at(time));
            BOOST_TEST(view.calls.size() <= Calls::kMostShown);
            for (const auto& call : view.calls) {
                seen[call.number] += 100ms;
            }
            time += 100ms;
        }
        BOOST_TEST(seen.size() == added);
        for (const auto& [call, span] : seen) {
            BOOST_TEST((span >= model::kShortestCall), "call " << call);
        }
    }
}

BOOST_AUTO_TEST_CASE(same_call_again_is_shown_anew_and_too_many_are_refused)
{
    Calls calls;
    BOOST_REQUIRE(calls.add({"A", ""}, at(0s)));
    BOOST_REQUIRE(calls.add({"B", ""}, at(1s)));
    BOOST_REQUIRE(calls.add({"A", ""}, at(10s)));
    BOOST_TEST(calls.at(at(10s)).calls.front().number == "A");
    BOOST_TEST(calls.at(at(24s)).calls.size() == 1U);
    Status last = Done{};
    for (int i = 0; last && i < 100; ++i) {
        last = calls.add({std::to_string(i), ""}, at(30s));
    }
    BOOST_REQUIRE(!last);
    BOOST_TEST((last.error().kind == ErrorKind::kFull));
}

BOOST_AUTO_TEST_CASE(bad_calls_are_told_why)
{
    BOOST_TEST(model::checkCall({"A 123", "Zimmer 1.04"}).has_value());
    for (const model::Call& call :
         {model::Call{"", ""},
          {"   ", ""},
          {"1234567890123", ""},
          {"A\n", ""},
          {"A", "12345678901234567"}}) {
        const auto checked = model::checkCall(call);
        BOOST_REQUIRE(!checked);
        BOOST_TEST(!checked.error().message.empty());
    }
}

// The number that is seen is the one that typesetting paints, over whatever lies below.
BOOST_AUTO_TEST_CASE(layer_shows_the_call_above_the_picture_and_gives_it_back)
{
    const SystemClock clock;
    screen::Screen display({screen::Mode::kOffscreen, 640, 360, "test"}, clock);
    display.setRegions({{{0, 0, 640, 360}, 0, false, 0}}, 0x808080);
    const auto picture = [&](std::uint64_t item) {
        auto still = std::make_shared<screen::Still>();
        still->pixels = Pixels(640, 360);
        std::fill(still->pixels.bgra.begin(), still->pixels.bgra.end(), std::uint8_t{0x80});
        still->target = {0, 0, 640, 360};
        display.show(0, item, std::move(still));
        display.present();
    };
    std::vector<CallOrder> orders;
    CallLayer layer(display, [&](CallOrder order) { orders.push_back(std::move(order)); });
    picture(1);
    BOOST_REQUIRE(layer.add({"A 123", "5"}, at(0s)));
    layer.step(at(0s));
    BOOST_TEST(orders.size() == 2U); // lit and not, so that no flash waits
    for (const auto& order : orders) {
        layer.take(drawCalls(order));
    }
    for (const auto time : {Nanoseconds(0s), Nanoseconds(Calls::kFlash), Nanoseconds(9s)}) {
        layer.step(at(time));
        picture(2); // the video goes on
        typeset::Target target;
        target.width = 640;
        target.height = 360;
        const bool lit = time == 0s;
        const auto expected = typeset::renderCalls({{"A 123", "5"}}, lit, target);
        BOOST_REQUIRE(expected);
        const auto shot = display.screenshot().value();
        bool same = true;
        for (int y = 0; y < expected->pixels.height; ++y) {
            same = same && std::equal(
                               expected->pixels.row(y),
                               expected->pixels.row(y) + expected->pixels.stride(),
                               shot.row(y));
        }
        BOOST_TEST(same);
    }
    layer.step(at(Calls::kUsual));
    display.present();
    BOOST_TEST(display.screenshot()->row(5)[0] == 0x80);
    BOOST_TEST(orders.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
