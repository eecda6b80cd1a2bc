// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A layout keeps its shape on every screen.
#include "player/show/layout.h"

#include <boost/test/unit_test.hpp>

namespace jtv::show {
namespace {

model::Region region(std::string id)
{
    model::Region made;
    made.id = std::move(id);
    return made;
}

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(root_is_scaled_and_centred)
{
    model::Layout written;
    written.width = 1000;
    written.height = 1000;
    const auto laid = layOut(written, 1920, 1080);
    BOOST_REQUIRE(laid.regions.size() == 1U);
    BOOST_TEST((laid.regions.front().place == screen::Rect{420, 0, 1080, 1080}));
}

BOOST_AUTO_TEST_CASE(percent_pixels_and_the_far_edges_are_understood)
{
    model::Layout written;
    written.width = 1920;
    written.height = 1080;
    auto left = region("left");
    left.width = model::Length{50, true};
    auto corner = region("corner");
    corner.right = model::Length{10, false};
    corner.bottom = model::Length{20, false};
    corner.width = model::Length{100, false};
    corner.height = model::Length{10, true};
    corner.zIndex = 3;
    corner.backgroundColor = "#102030";
    written.regions = {left, corner};
    const auto laid = layOut(written, 960, 540);
    BOOST_TEST((laid.regions[0].place == screen::Rect{0, 0, 480, 540}));
    BOOST_TEST((laid.regions[1].place == screen::Rect{905, 476, 50, 54}));
    BOOST_TEST(laid.regions[1].zIndex == 3);
    BOOST_TEST(laid.regions[1].filled);
    BOOST_TEST(laid.regions[1].background == 0x102030U);
}

BOOST_AUTO_TEST_CASE(medium_without_a_known_region_gets_the_whole_root)
{
    model::Layout written;
    written.regions = {region("a")};
    const auto laid = layOut(written, 100, 100);
    model::Media media;
    BOOST_TEST(laid.regionOf(media) == 1U);
    media.region = "a";
    BOOST_TEST(laid.regionOf(media) == 0U);
    media.region = "b";
    BOOST_TEST(laid.regionOf(media) == 1U);
    media.fit = model::Fit::kSlice;
    BOOST_TEST((laid.fitOf(media) == screen::Fit::kSlice));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
