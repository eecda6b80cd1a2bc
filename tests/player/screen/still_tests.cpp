// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures find their place in regions of another shape.
#include "player/screen/still.h"

#include <boost/test/unit_test.hpp>

namespace jtv::screen {
namespace {

Pixels filled(int width, int height, std::uint8_t alpha = 255)
{
    Pixels pixels(width, height);
    for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
        pixels.bgra[i] = alpha;
    }
    return pixels;
}

BOOST_AUTO_TEST_SUITE(still)

BOOST_AUTO_TEST_CASE(meet_shows_all_of_the_picture_with_bars)
{
    const auto wide = place(1600, 900, 800, 800, Fit::kMeet);
    BOOST_TEST((wide.source == Rect{0, 0, 1600, 900}));
    BOOST_TEST((wide.target == Rect{0, 175, 800, 450}));
    const auto small = place(10, 10, 100, 50, Fit::kMeet);
    BOOST_TEST((small.target == Rect{25, 0, 50, 50}));
}

BOOST_AUTO_TEST_CASE(meet_best_never_enlarges)
{
    BOOST_TEST((place(10, 10, 100, 50, Fit::kMeetBest).target == Rect{45, 20, 10, 10}));
    BOOST_TEST((place(200, 100, 100, 50, Fit::kMeetBest).target == Rect{0, 0, 100, 50}));
}

BOOST_AUTO_TEST_CASE(slice_fills_the_region_and_cuts_the_picture)
{
    const auto placed = place(1600, 900, 800, 800, Fit::kSlice);
    BOOST_TEST((placed.target == Rect{0, 0, 800, 800}));
    BOOST_TEST((placed.source == Rect{350, 0, 900, 900}));
}

BOOST_AUTO_TEST_CASE(fill_stretches_and_hidden_keeps_the_size)
{
    BOOST_TEST((place(10, 20, 30, 30, Fit::kFill).target == Rect{0, 0, 30, 30}));
    const auto hidden = place(50, 20, 30, 30, Fit::kHidden);
    BOOST_TEST((hidden.source == Rect{0, 0, 30, 20}));
    BOOST_TEST((hidden.target == Rect{0, 0, 30, 20}));
}

BOOST_AUTO_TEST_CASE(anchor_says_which_point_lies_where)
{
    const Anchor corner{100, 50, 1, 1};
    BOOST_TEST((place(10, 10, 100, 50, Fit::kMeetBest, corner).target == Rect{90, 40, 10, 10}));
    BOOST_TEST((place(10, 10, 100, 50, Fit::kMeet, corner).target == Rect{50, 0, 50, 50}));
    const auto hidden = place(300, 20, 100, 50, Fit::kHidden, corner);
    BOOST_TEST((hidden.source == Rect{200, 0, 100, 20}));
    BOOST_TEST((hidden.target == Rect{0, 30, 100, 20}));
    BOOST_TEST((place(1600, 900, 800, 800, Fit::kSlice, corner).source == Rect{700, 0, 900, 900}));
    const Anchor away{500, 0, 0, 0};
    BOOST_TEST(place(10, 10, 100, 50, Fit::kHidden, away).target.empty());
}

BOOST_AUTO_TEST_CASE(nothing_fits_into_nothing)
{
    BOOST_TEST(place(0, 10, 10, 10, Fit::kMeet).target.empty());
    BOOST_TEST(place(10, 10, 0, 10, Fit::kSlice).target.empty());
}

BOOST_AUTO_TEST_CASE(still_is_scaled_once_and_knows_whether_it_is_opaque)
{
    const Still large = makeStill(filled(40, 20), 20, 20, Fit::kMeet);
    BOOST_TEST(large.pixels.width == 20);
    BOOST_TEST(large.pixels.height == 10);
    BOOST_TEST(large.target.y == 5);
    BOOST_TEST(large.opaque);
    BOOST_TEST(!makeStill(filled(4, 4, 128), 8, 8, Fit::kFill).opaque);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
