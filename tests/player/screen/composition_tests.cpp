// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Only what changed is painted, and what lies on top stays on top.
#include "tests/doubles/coloured_frame.h"
#include "tests/player/screen/display.h"

#include <boost/test/unit_test.hpp>

namespace jtv::screen {
namespace {

constexpr doubles::Yuv kWhite{235, 128, 128};
constexpr doubles::Yuv kGray{126, 128, 128};

frame::TimedFrame frameOf(int width, int height, doubles::Yuv colour, std::uint64_t number = 0)
{
    return {doubles::colouredPicture(width, height, colour), {}, {}, number};
}

BOOST_FIXTURE_TEST_SUITE(composition, Display)

BOOST_AUTO_TEST_CASE(second_frame_touches_only_its_own_rectangle)
{
    composition.setRegions({{{10, 10, 80, 40}, 0, false, 0}}, 0x204060);
    composition.show(0, 7, Moving{frameOf(40, 40, kWhite), Fit::kMeet, std::nullopt});
    const auto first = paint();
    BOOST_REQUIRE(first.damage.size() == 1U);
    BOOST_TEST((first.damage.front() == Rect{0, 0, 100, 60}));
    BOOST_TEST(first.shown.front().item == 7U);
    BOOST_TEST(green(0, 0) == 0x40);
    BOOST_TEST(green(50, 30) > 250);

    composition.show(0, 7, Moving{frameOf(40, 40, kGray, 1), Fit::kMeet, std::nullopt});
    const auto second = paint();
    BOOST_REQUIRE(second.damage.size() == 1U);
    BOOST_TEST((second.damage.front() == Rect{30, 10, 40, 40}));
    BOOST_TEST(second.shown.front().number == 1U);
    BOOST_TEST(paint().damage.empty());
}

BOOST_AUTO_TEST_CASE(picture_of_another_shape_leaves_nothing_behind)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, true, 0x000000}}, 0x204060);
    composition.show(0, 1, Moving{frameOf(100, 60, kWhite), Fit::kMeet, std::nullopt});
    paint();
    composition.show(0, 2, Moving{frameOf(20, 60, kWhite), Fit::kMeet, std::nullopt});
    paint();
    BOOST_TEST(green(0, 30) == 0);
    BOOST_TEST(green(50, 30) > 250);
}

BOOST_AUTO_TEST_CASE(what_lies_on_top_is_painted_again)
{
    composition.setRegions({{{20, 20, 10, 10}, 5, false, 0}, {{0, 0, 100, 60}, 1, false, 0}}, 0);
    composition.show(0, 1, stillOf(10, 10, 80, 255));
    composition.show(1, 2, Moving{frameOf(100, 60, kWhite), Fit::kFill, std::nullopt});
    paint();
    composition.show(1, 2, Moving{frameOf(100, 60, kWhite, 1), Fit::kFill, std::nullopt});
    const auto painted = paint();
    BOOST_TEST(green(25, 25) == 80);
    BOOST_TEST(green(50, 50) > 250);
    BOOST_TEST(painted.shown.size() == 1U); // the still is not new
}

BOOST_AUTO_TEST_CASE(transparent_picture_is_blended_once_however_often_it_is_painted)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}, {{0, 0, 50, 60}, 1, false, 0}}, 0);
    composition.show(0, 1, Moving{frameOf(100, 60, kWhite), Fit::kFill, std::nullopt});
    composition.show(1, 2, stillOf(50, 60, 0, 128));
    paint();
    const int once = green(25, 30);
    composition.show(1, 3, stillOf(50, 60, 0, 128));
    paint();
    BOOST_TEST(green(25, 30) == once);
    composition.show(0, 1, Moving{frameOf(100, 60, kWhite, 1), Fit::kFill, std::nullopt});
    paint();
    BOOST_TEST(green(25, 30) == once);
    BOOST_TEST(once > 100);
    BOOST_TEST(once < 150);
}

std::shared_ptr<const Still> overlayAt(Rect place, std::uint8_t value, std::uint8_t alpha)
{
    auto still = std::make_shared<Still>(*stillOf(place.width, place.height, value, alpha));
    still->target = place;
    return still;
}

BOOST_AUTO_TEST_CASE(overlay_touches_only_its_own_rectangle)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    composition.show(0, 1, stillOf(100, 60, 200, 255));
    paint();
    composition.overlay(0, overlayAt({20, 40, 60, 10}, 0, 128));
    const auto shown = paint();
    BOOST_TEST(shown.shown.empty());
    BOOST_TEST(green(50, 45) == 100);
    BOOST_TEST(green(50, 39) == 200);
    composition.overlay(0, nullptr);
    paint();
    BOOST_TEST(green(50, 45) == 200);
    BOOST_TEST(paint().damage.empty());
}

BOOST_AUTO_TEST_CASE(overlay_is_blended_once_over_a_moving_picture_and_its_bars)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0x646464);
    composition.show(
        0, 1, Moving{frameOf(60, 60, kWhite), Fit::kMeet, std::nullopt}); // leaves bars of 20 px
    composition.overlay(0, overlayAt({10, 40, 80, 10}, 0, 128));
    paint();
    const int inside = green(50, 45);
    const int bar = green(15, 45);
    BOOST_TEST(bar == 50);
    for (std::uint64_t number = 1; number < 4; ++number) {
        composition.show(0, 1, Moving{frameOf(60, 60, kWhite, number), Fit::kMeet, std::nullopt});
        paint();
        BOOST_TEST(green(50, 45) == inside);
        BOOST_TEST(green(15, 45) == bar);
    }
}

BOOST_AUTO_TEST_CASE(higher_overlay_stays_on_top_and_all_survive_a_new_layout)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    composition.overlay(2000, overlayAt({0, 0, 40, 40}, 90, 255));
    composition.overlay(0, overlayAt({20, 20, 60, 30}, 30, 255));
    composition.show(0, 1, Moving{frameOf(100, 60, kWhite), Fit::kFill, std::nullopt});
    paint();
    BOOST_TEST(green(30, 30) == 90);
    BOOST_TEST(green(60, 30) == 30);
    composition.overlay(0, overlayAt({20, 20, 60, 30}, 40, 255));
    paint();
    BOOST_TEST(green(30, 30) == 90);
    BOOST_TEST(green(60, 30) == 40);
    composition.setRegions({{{0, 0, 50, 60}, 0, false, 0}}, 0);
    composition.show(0, 2, Moving{frameOf(100, 60, kGray), Fit::kFill, std::nullopt});
    paint();
    BOOST_TEST(green(30, 30) == 90);
    BOOST_TEST(green(60, 30) == 40);
}

BOOST_AUTO_TEST_CASE(cleared_region_shows_the_background)
{
    composition.setRegions({{{10, 10, 20, 20}, 0, false, 0}}, 0x0A0B0C);
    composition.show(0, 1, stillOf(20, 20, 200, 255));
    paint();
    composition.clear(0);
    const auto painted = paint();
    BOOST_TEST(green(15, 15) == 0x0B);
    BOOST_TEST((painted.damage.front() == Rect{10, 10, 20, 20}));
    BOOST_TEST(painted.shown.empty());
}

BOOST_AUTO_TEST_CASE(new_layout_waits_for_its_first_picture)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    composition.show(0, 1, stillOf(100, 60, 200, 255));
    paint();
    composition.setRegions({{{0, 0, 50, 60}, 0, false, 0}}, 0x010203);
    BOOST_TEST(paint().damage.empty());
    BOOST_TEST(green(75, 30) == 200);
    composition.show(0, 2, stillOf(50, 60, 100, 255));
    paint();
    BOOST_TEST(green(25, 30) == 100);
    BOOST_TEST(green(75, 30) == 2);
}

BOOST_AUTO_TEST_CASE(region_partly_off_the_screen_is_cut_at_the_edge)
{
    composition.setRegions(
        {{{-50, -30, 100, 60}, 0, false, 0}, {{90, 50, 100, 60}, 0, false, 0}}, 0);
    composition.show(0, 1, Moving{frameOf(33, 17, kWhite), Fit::kFill, std::nullopt});
    composition.show(1, 2, Moving{frameOf(33, 17, kGray), Fit::kFill, std::nullopt});
    const auto painted = paint();
    BOOST_TEST(green(49, 29) > 250);
    BOOST_TEST(green(51, 31) == 0);
    BOOST_TEST(green(99, 59) > 100);
    BOOST_TEST(painted.shown.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
