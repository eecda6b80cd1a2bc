// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures grow out of each other in their region, with everything around them in its place.
#include "tests/doubles/coloured_frame.h"
#include "tests/player/screen/display.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace jtv::screen {
namespace {

constexpr doubles::Yuv kWhite{235, 128, 128};
constexpr doubles::Yuv kBlack{16, 128, 128};

Moving frameOf(doubles::Yuv colour, std::uint64_t number = 0)
{
    return {{doubles::colouredPicture(100, 60, colour), {}, {}, number}, Fit::kFill, std::nullopt};
}

Mix half(Mix::Kind kind = Mix::Kind::kFade)
{
    Mix mix;
    mix.kind = kind;
    mix.progress = 0.5;
    return mix;
}

BOOST_FIXTURE_TEST_SUITE(region_picture, Display)

BOOST_AUTO_TEST_CASE(still_becomes_a_video_that_moves_on)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    composition.show(0, 1, stillOf(100, 60, 100, 255));
    paint();
    composition.keep(0);
    composition.show(0, 2, frameOf(kWhite));
    composition.mix(0, half(), false);
    const auto first = paint();
    BOOST_TEST(green(50, 30) > 170);
    BOOST_TEST(green(50, 30) < 185);
    BOOST_REQUIRE(first.shown.size() == 1U);
    composition.show(0, 2, frameOf(kBlack, 1));
    const auto second = paint();
    BOOST_TEST(std::abs(green(50, 30) - 50) <= 2);
    BOOST_REQUIRE(second.shown.size() == 1U);
    BOOST_TEST(second.shown.front().number == 1U);
    composition.mix(0, half(Mix::Kind::kWipe), false);
    BOOST_TEST(paint().shown.empty()); // another mix is no new picture
    BOOST_TEST(green(10, 30) < 5);
    BOOST_TEST(green(90, 30) == 100);
    composition.mix(0, std::nullopt, false);
    paint();
    BOOST_TEST(green(90, 30) < 5);
}

BOOST_AUTO_TEST_CASE(picture_before_goes_on_moving_behind)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    composition.show(0, 1, frameOf(kBlack));
    paint();
    composition.keep(0);
    composition.show(0, 2, stillOf(100, 60, 100, 255));
    composition.mix(0, half(), false);
    paint();
    BOOST_TEST(green(50, 30) < 55);
    composition.showBefore(0, frameOf(kWhite, 1));
    BOOST_TEST(paint().shown.empty());
    BOOST_TEST(green(50, 30) > 170);
}

BOOST_AUTO_TEST_CASE(smaller_picture_mixes_with_the_ground_around_it)
{
    composition.setRegions({{{20, 0, 60, 60}, 0, false, 0}}, 0x006400);
    composition.show(0, 1, stillOf(60, 60, 200, 255));
    paint();
    composition.keep(0);
    composition.show(0, 2, stillOf(30, 30, 0, 255));
    composition.mix(0, half(), false);
    paint();
    BOOST_TEST(std::abs(green(25, 5) - 100) <= 2);  // 200 and 0
    BOOST_TEST(std::abs(green(70, 50) - 150) <= 2); // 200 and the ground
    BOOST_TEST(green(5, 5) == 0x64);
    composition.mix(0, std::nullopt, false);
    paint();
    BOOST_TEST(green(70, 50) == 0x64);
}

BOOST_AUTO_TEST_CASE(picture_over_another_region_mixes_without_hiding_it)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}, {{0, 0, 50, 60}, 1, false, 0}}, 0);
    composition.show(0, 1, stillOf(100, 60, 80, 255));
    composition.show(1, 2, stillOf(20, 60, 200, 255));
    paint();
    composition.keep(1);
    composition.show(1, 3, stillOf(20, 30, 200, 255));
    composition.mix(1, half(), false);
    paint();
    paint();
    BOOST_TEST(std::abs(green(10, 10) - 200) <= 2);
    BOOST_TEST(std::abs(green(10, 50) - 140) <= 3); // 200 half gone over 80
    BOOST_TEST(green(40, 50) == 80);
    BOOST_TEST(green(70, 50) == 80);
}

BOOST_AUTO_TEST_CASE(leaving_picture_uncovers_the_ground)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, true, 0x003200}}, 0);
    composition.show(0, 1, stillOf(100, 60, 150, 255));
    paint();
    composition.mix(0, half(), true);
    paint();
    BOOST_TEST(std::abs(green(50, 30) - 100) <= 2);
    // What comes next grows out of nothing, not out of what has left.
    composition.keep(0);
    composition.show(0, 2, stillOf(100, 60, 250, 255));
    Mix begun;
    composition.mix(0, begun, false);
    paint();
    BOOST_TEST(green(50, 30) == 0x32);
}

// Column x of the strip has the value x.
std::shared_ptr<const Still> ruler(int length, int height, int step, int degrees)
{
    Pixels pixels(length, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < length; ++x) {
            for (int byte = 0; byte < 4; ++byte) {
                pixels.row(y)[std::ptrdiff_t{4} * x + byte] =
                    byte == 3 ? std::uint8_t{255} : static_cast<std::uint8_t>(x);
            }
        }
    }
    return std::make_shared<const Still>(makeStrip(std::move(pixels), step, degrees));
}

BOOST_AUTO_TEST_CASE(strip_wanders_by_the_same_step_at_each_refresh_and_follows_itself)
{
    const Nanoseconds refresh{16'666'667};
    const SteadyTime begin{};
    composition.setRegions(
        {{{0, 50, 100, 10}, 0, true, 0x000500}, {{0, 0, 100, 50}, 0, false, 0}}, 0);
    composition.show(0, 1, ruler(200, 10, 2, 0));
    composition.show(1, 2, frameOf(kWhite));
    composition.scroll(begin, refresh);
    BOOST_TEST(paint().shown.size() == 2U);
    BOOST_TEST((*composition.nextStep(refresh) == begin + refresh));
    for (int n = 1; n < 300; ++n) {
        composition.scroll(begin + n * refresh, refresh);
        const auto painted = paint();
        BOOST_TEST(painted.shown.empty());
        BOOST_REQUIRE(painted.damage.size() == 1U); // nothing but the zone
        BOOST_TEST((painted.damage.front() == Rect{0, 50, 100, 10}));
        // The column at x entered at the right edge 100 - x px ago.
        for (const int x : {0, 37, 99}) {
            const int column = 2 * n - (100 - x);
            BOOST_TEST(green(x, 55) == (column < 0 ? 5 : column % 200));
        }
    }
    composition.show(0, 3, stillOf(100, 10, 90, 255));
    paint();
    BOOST_TEST(!composition.nextStep(refresh));
}

BOOST_AUTO_TEST_CASE(strip_may_wander_to_the_right_and_on_a_turned_display)
{
    const Nanoseconds refresh{1'000'000};
    for (const int degrees : {0, 90, 180, 270}) {
        const bool sideways = onItsSide(degrees);
        Pixels turnedPixels(sideways ? 60 : 100, sideways ? 100 : 60);
        Composition turnedOne(degrees);
        turnedOne.setRegions({{{0, 0, 100, 60}, 0, true, 0}}, 0);
        turnedOne.show(0, 1, ruler(120, 60, -1, degrees));
        for (const int n : {0, 50}) {
            turnedOne.scroll(SteadyTime(n * refresh), refresh);
            turnedOne.paint(
                {turnedPixels.bgra.data(),
                 turnedPixels.stride(),
                 turnedPixels.width,
                 turnedPixels.height});
        }
        const Pixels upright = turned(turnedPixels, (360 - degrees) % 360);
        BOOST_TEST(upright.row(30)[std::size_t{4} * 49 + 1] == 119); // its head leads
        BOOST_TEST(upright.row(30)[1] == 70);
        BOOST_TEST(upright.row(30)[std::size_t{4} * 50 + 1] == 0);
    }
}

// Every pixel says where it is: green is x + 2 y.
Pixels map(int width, int height)
{
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            pixels.row(y)[std::ptrdiff_t{4} * x + 1] = static_cast<std::uint8_t>(x + 2 * y);
            pixels.row(y)[std::ptrdiff_t{4} * x + 3] = 255;
        }
    }
    return pixels;
}

BOOST_AUTO_TEST_CASE(picture_larger_than_its_region_is_moved_through_it_however_the_display_hangs)
{
    const Nanoseconds refresh{1'000'000};
    for (const int degrees : {0, 90, 180, 270}) {
        const bool sideways = onItsSide(degrees);
        Pixels turnedPixels(sideways ? 60 : 100, sideways ? 100 : 60);
        const Canvas canvas{
            turnedPixels.bgra.data(),
            turnedPixels.stride(),
            turnedPixels.width,
            turnedPixels.height};
        Composition turnedOne(degrees);
        turnedOne.setRegions({{{10, 20, 50, 30}, 0, true, 0}}, 0);
        turnedOne.show(
            0,
            1,
            std::make_shared<const Still>(makeStill(map(40, 90), 50, 30, Fit::kScroll, degrees)));
        for (const int n : {0, 60, 121, 140}) {
            turnedOne.scroll(SteadyTime(n * refresh), refresh);
            turnedOne.paint(canvas);
            const int down = std::max(n - 120, 0);
            const Pixels upright = turned(turnedPixels, (360 - degrees) % 360);
            const auto green = [&](int x, int y) {
                return upright.row(y)[std::ptrdiff_t{4} * x + 1];
            };
            BOOST_TEST(green(10, 20) == 2 * down);
            BOOST_TEST(green(49, 49) == 39 + 2 * (29 + down));
            BOOST_TEST(green(50, 30) == 0); // it is narrower than the region
            BOOST_TEST(green(20, 50) == 0);
        }
        BOOST_TEST((*turnedOne.nextStep(refresh) == SteadyTime(141 * refresh)));
    }
}

BOOST_AUTO_TEST_CASE(resting_picture_wakes_nobody)
{
    const Nanoseconds refresh{1'000'000};
    composition.setRegions({{{0, 0, 50, 30}, 0, true, 0}}, 0);
    composition.show(
        0, 1, std::make_shared<const Still>(makeStill(map(40, 90), 50, 30, Fit::kScroll)));
    composition.scroll(SteadyTime(), refresh);
    paint();
    BOOST_TEST((*composition.nextStep(refresh) == SteadyTime((Pan::kRest + 1) * refresh)));
    composition.scroll(SteadyTime(refresh), refresh);
    BOOST_TEST(!composition.changed());
}

BOOST_AUTO_TEST_CASE(video_larger_than_its_region_is_moved_on_with_its_pictures)
{
    const Nanoseconds refresh{1'000'000};
    composition.setRegions({{{0, 0, 50, 30}, 0, true, 0}}, 0);
    Moving moving = frameOf(kWhite);
    moving.fit = Fit::kScroll; // 100 by 60, the left half white and the right one black
    std::vector<std::uint8_t> luma(std::size_t{100} * 60, kBlack.y);
    for (std::size_t row = 0; row < 60; ++row) {
        std::fill_n(luma.begin() + static_cast<std::ptrdiff_t>(row * 100), 50, kWhite.y);
    }
    std::get<frame::CpuPicture>(moving.frame.picture).planes[0] = {luma.data(), 100};
    composition.show(0, 1, moving);
    composition.scroll(SteadyTime(), refresh);
    paint();
    BOOST_TEST(green(49, 5) > 200);
    for (int n = 1; n <= Pan::kRest + 10; ++n) {
        composition.scroll(SteadyTime(n * refresh), refresh);
        moving.frame.number = static_cast<std::uint64_t>(n);
        composition.show(0, 1, moving); // a new picture at each refresh does not set it back
        BOOST_TEST(paint().shown.size() == 1U);
    }
    BOOST_TEST(green(29, 5) > 200); // ten moves of two pixels
    BOOST_TEST(green(31, 5) < 50);
    composition.show(0, 2, moving); // the next item begins at its beginning
    paint();
    BOOST_TEST(green(49, 5) > 200);
}

BOOST_AUTO_TEST_CASE(region_is_cut_where_those_around_it_end)
{
    Region cut{{10, 10, 80, 40}, 0, false, 0};
    cut.clip = Rect{20, 20, 30, 10};
    composition.setRegions({cut}, 0);
    composition.show(0, 1, stillOf(80, 40, 90, 255));
    paint();
    BOOST_TEST(green(25, 25) == 90);
    BOOST_TEST(green(15, 25) == 0);
    BOOST_TEST(green(55, 25) == 0);
    BOOST_TEST(green(25, 35) == 0);
}

BOOST_AUTO_TEST_CASE(background_may_wait_for_a_medium)
{
    Region region{{0, 0, 50, 60}, 0, true, 0x007000};
    region.filledWhenActive = true;
    composition.setRegions({region, {{50, 0, 50, 60}, 0, true, 0x007000}}, 0x000100);
    composition.show(1, 1, stillOf(10, 10, 90, 255));
    paint();
    BOOST_TEST(green(25, 30) == 1);
    BOOST_TEST(green(75, 30) == 0x70);
    composition.show(0, 2, stillOf(10, 10, 90, 255));
    paint();
    BOOST_TEST(green(25, 30) == 0x70);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
