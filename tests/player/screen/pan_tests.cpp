// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What does not fit into its region is shown completely, at an even pace, again and again.
#include "player/screen/pan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <vector>

namespace jtv::screen {
namespace {

BOOST_AUTO_TEST_SUITE(pan)

BOOST_AUTO_TEST_CASE(what_fits_stands_still)
{
    BOOST_TEST(!panFor(100, 50, 100, 50));
    BOOST_TEST(!panFor(1, 1, 100, 50));
    BOOST_TEST(!panFor(200, 50, 0, 50));
    BOOST_TEST(panFor(101, 50, 100, 50)->width == 1);
}

BOOST_AUTO_TEST_CASE(high_picture_goes_down_rests_and_comes_back)
{
    const auto pan = *panFor(1920, 2160, 1920, 1080);
    BOOST_TEST(pan.step == 1);
    BOOST_TEST((offsetAt(pan, 0) == PanOffset{0, 0}));
    BOOST_TEST((offsetAt(pan, Pan::kRest) == PanOffset{0, 0}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 1) == PanOffset{0, 1}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 1080) == PanOffset{0, 1080}));
    BOOST_TEST((offsetAt(pan, 2 * Pan::kRest + 1080) == PanOffset{0, 1080}));
    BOOST_TEST((offsetAt(pan, 2 * Pan::kRest + 1081) == PanOffset{0, 1079}));
    BOOST_TEST((offsetAt(pan, 2 * (Pan::kRest + 1080)) == PanOffset{0, 0}));
}

BOOST_AUTO_TEST_CASE(too_wide_and_too_high_goes_to_and_fro)
{
    const Pan pan{50, 25, 20, 10, 1};
    // 50 to the right, 20 down, 50 to the left, 5 down, 50 to the right.
    BOOST_TEST((offsetAt(pan, Pan::kRest + 5) == PanOffset{50, 0}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 7) == PanOffset{50, 20}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 12) == PanOffset{0, 20}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 13) == PanOffset{0, 25}));
    BOOST_TEST((offsetAt(pan, Pan::kRest + 18) == PanOffset{50, 25}));
}

// Whatever the sizes: never outside the picture, never further than a step, no pixel left out.
BOOST_AUTO_TEST_CASE(every_pixel_of_random_pictures_is_seen)
{
    std::mt19937 random(7);
    for (int run = 0; run < 200; ++run) {
        const auto size = [&] { return static_cast<int>(random() % 60) + 1; };
        const int width = size();
        const int height = size();
        const int regionWidth = size();
        const int regionHeight = size();
        auto found = panFor(width, height, regionWidth, regionHeight);
        if (!found) {
            continue;
        }
        found->step = static_cast<int>(random() % 9) + 1;
        found->every = static_cast<int>(random() % 3) + 1;
        std::vector<bool> seen(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        std::int64_t due = nextMove(*found, 0);
        auto before = offsetAt(*found, 0);
        for (std::int64_t n = 0; n < 3'000; ++n) {
            const auto at = offsetAt(*found, n);
            BOOST_REQUIRE(at.x >= 0);
            BOOST_REQUIRE(at.y >= 0);
            BOOST_REQUIRE(at.x <= found->width);
            BOOST_REQUIRE(at.y <= found->height);
            BOOST_REQUIRE(std::abs(at.x - before.x) + std::abs(at.y - before.y) <= found->step);
            BOOST_REQUIRE((n >= due || at == before)); // it moves when that was announced
            due = n >= due ? nextMove(*found, n) : due;
            before = at;
            for (int y = at.y; y < std::min(at.y + regionHeight, height); ++y) {
                for (int x = at.x; x < std::min(at.x + regionWidth, width); ++x) {
                    seen
                        [static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(x)] = true;
                }
            }
        }
        // A step longer than the region leaves something out, however it goes.
        const bool gapless = found->step <= std::min(regionWidth, regionHeight);
        BOOST_TEST((!gapless || std::find(seen.begin(), seen.end(), false) == seen.end()));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
