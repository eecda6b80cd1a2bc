// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is decided about a video before anything is done to it.
#include "content/ingest/rendition.h"
#include "content/ingest/timing.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>

namespace jtv::ingest {
namespace {

model::MediaFacts film(int width, int height, double fps)
{
    model::MediaFacts facts;
    facts.container = "mp4";
    facts.video.emplace();
    facts.video->codec = "h264";
    facts.video->profile = "High";
    facts.video->width = width;
    facts.video->height = height;
    facts.video->fps = fps;
    facts.boards = {true, true, false, true};
    return facts;
}

Timing steady(double fps)
{
    Timing timing;
    timing.pictures = 100;
    timing.interval = Nanoseconds{std::llround(1e9 / fps)};
    timing.end = 100 * timing.interval;
    return timing;
}

BOOST_AUTO_TEST_SUITE(rendition)

BOOST_AUTO_TEST_CASE(film_that_fits_is_left_alone)
{
    for (const auto board : {Board::kPi3, Board::kPi4, Board::kVaapi, Board::kNone}) {
        BOOST_TEST(decide(film(1920, 1080, 30), steady(30), {board, 0, {}, false}).reasons.empty());
    }
    BOOST_TEST(
        !decide(film(1920, 1080, 30), steady(30), {Board::kPi5, 0, {}, false}).reasons.empty());
}

BOOST_AUTO_TEST_CASE(each_fault_is_a_reason)
{
    const auto reasons = [](auto change) {
        auto facts = film(1280, 720, 25);
        auto timing = steady(25);
        change(facts, timing);
        return decide(facts, timing, {Board::kPi4, 0, Surround::kPlain, false}).reasons.size();
    };
    BOOST_TEST(reasons([](auto&, auto&) {}) == 0U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->rotation = 180; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->hdr = "hlg"; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->interlaced = true; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->pixelAspect = 64.0 / 45; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->width = 1279; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.video->fullRange = true; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.container = "avi"; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { f.boards.pi4 = false; }) == 1U);
    BOOST_TEST(reasons([](auto&, auto& t) { t.constant = false; }) == 1U);
    BOOST_TEST(reasons([](auto& f, auto&) { std::swap(f.video->width, f.video->height); }) == 1U);
}

BOOST_AUTO_TEST_CASE(picture_keeps_its_shape_and_fits_the_screen)
{
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        auto facts = film(int(random() % 5000) + 16, int(random() % 5000) + 16, 30);
        facts.video->rotation = int(random() % 4) * 90;
        const Wishes wishes{Board::kPi3, int(random() % 4) * 90, Surround(random() % 3), false};
        const auto recipe = decide(facts, steady(30), wishes).recipe;
        const auto& [width, height] = recipe.picture;
        BOOST_TEST((width % 2 == 0 && height % 2 == 0 && width >= 2 && height >= 2));
        BOOST_TEST((width <= recipe.canvas.width && height <= recipe.canvas.height));
        BOOST_TEST(std::max(recipe.canvas.width, recipe.canvas.height) <= 1920);
        BOOST_TEST(std::min(recipe.canvas.width, recipe.canvas.height) <= 1080);
        // The shape, to the rounding of each side.
        const bool turned = recipe.rotation % 180 != 0;
        const double wide = facts.video->width & ~1;
        const double high = facts.video->height & ~1;
        const double shape = turned ? high / wide : wide / high;
        BOOST_TEST(std::abs(width - shape * height) <= 1.01 + 1.01 * shape);
    }
}

BOOST_AUTO_TEST_CASE(portrait_film_gets_a_surround_only_when_wanted)
{
    const auto portrait = film(720, 1280, 30);
    const auto plain =
        decide(portrait, steady(30), {Board::kPi3, 0, Surround::kPlain, false}).recipe;
    BOOST_TEST((plain.canvas == Size{1920, 1080}));
    BOOST_TEST((plain.picture == Size{608, 1080}));
    const auto none = decide(portrait, steady(30), {Board::kPi3, 0, {}, false}).recipe;
    BOOST_TEST((none.canvas == Size{720, 1280}));
    const auto turned =
        decide(portrait, steady(30), {Board::kPi3, 90, Surround::kPlain, false}).recipe;
    BOOST_TEST((turned.canvas == Size{1080, 1920}));
    BOOST_TEST((turned.picture == Size{1080, 608}));
}

BOOST_AUTO_TEST_CASE(rates_are_exact_constant_and_within_the_board)
{
    const auto rate = [](double told, double seen, bool constant, Board board) {
        auto timing = steady(seen);
        timing.constant = constant;
        return decide(film(1280, 720, told), timing, {board, 0, {}, false}).recipe.rate;
    };
    BOOST_TEST((rate(29.97, 29.97, true, Board::kPi3) == Rate{30000, 1001}));
    BOOST_TEST((rate(29.97, 30.3, true, Board::kPi3) == Rate{30000, 1001}));
    BOOST_TEST((rate(12.5, 12.5, true, Board::kPi3) == Rate{25, 2}));
    BOOST_TEST((rate(60, 60, true, Board::kPi3) == Rate{30, 1}));
    BOOST_TEST((rate(59.94, 59.94, true, Board::kPi3) == Rate{30000, 1001}));
    BOOST_TEST((rate(60, 60, true, Board::kPi4) == Rate{60, 1}));
    BOOST_TEST((rate(27.02, 30.01, false, Board::kPi4) == Rate{30, 1}));
    BOOST_TEST((rate(1000, 29.99, true, Board::kPi4) == Rate{30, 1}));
    BOOST_TEST((rate(17, 17, true, Board::kPi4) == Rate{17000, 1000}));
}

BOOST_AUTO_TEST_CASE(every_picture_of_a_steady_film_has_its_own_place)
{
    for (const auto rate : {Rate{25, 2}, Rate{24000, 1001}, Rate{30, 1}, Rate{60000, 1001}}) {
        for (std::int64_t picture = 0; picture < 500'000; picture += 997) {
            const auto time = timeOf(picture, rate);
            const Nanoseconds rounded = std::chrono::floor<Milliseconds>(time);
            BOOST_TEST(pictureAt(time, rate) == picture);
            BOOST_TEST(pictureAt(rounded, rate) == picture);
            BOOST_TEST(pictureAt(rounded + Milliseconds{1}, rate) == picture);
        }
    }
}

BOOST_AUTO_TEST_CASE(times_tell_a_steady_film_from_a_varying_one)
{
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0; i < 300; ++i) {
        times.push_back(i * 1001 / 30 * 1'000'000); // whole milliseconds
    }
    auto timing = timingOf(times, {});
    BOOST_TEST(timing.constant);
    BOOST_TEST(std::abs(1e9 / double(timing.interval.count()) - 29.97) < 0.01);
    std::reverse(times.begin(), times.end());
    BOOST_TEST(timingOf(times, {}).interval.count() == timing.interval.count());
    times.erase(times.begin() + 5); // a hole
    BOOST_TEST(timingOf(times, {}).constant);
    for (std::size_t i = 0; i < 250; i += 5) {
        times.erase(times.begin() + static_cast<std::ptrdiff_t>(i));
    }
    BOOST_TEST(!timingOf(times, {}).constant);
    BOOST_TEST(timingOf({}, {}).pictures == 0);
    // A picture of VP9 that is never shown stands a millisecond before another.
    const auto hidden =
        timingOf({0, 41'000'000, 42'000'000, 83'000'000, 125'000'000, 167'000'000}, {});
    BOOST_TEST(hidden.pictures == 5);
    BOOST_TEST(hidden.constant);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
