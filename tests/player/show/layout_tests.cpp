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
    BOOST_TEST(laid.regions[1].zIndex > laid.regions[0].zIndex);
    BOOST_TEST(laid.regions[0].zIndex > laid.regions[2].zIndex); // the root is behind them
    BOOST_TEST(laid.regions[1].filled);
    BOOST_TEST(laid.regions[1].background == 0x102030U);
}

BOOST_AUTO_TEST_CASE(layout_without_a_size_is_the_screen)
{
    model::Layout written;
    written.width = written.height = 0;
    const auto laid = layOut(written, 1080, 1920);
    BOOST_TEST((laid.regions.front().place == screen::Rect{0, 0, 1080, 1920}));
}

BOOST_AUTO_TEST_CASE(nested_region_is_cut_by_the_one_around_it)
{
    model::Layout written;
    written.width = 1000;
    written.height = 1000;
    auto outer = region("outer");
    outer.left = model::Length{100, false};
    outer.width = model::Length{200, false};
    auto inner = region("inner");
    inner.parent = "outer";
    inner.left = model::Length{50, true};
    inner.width = model::Length{100, true};
    written.regions = {outer, inner};
    const auto laid = layOut(written, 500, 500);
    BOOST_TEST((laid.regions[1].place == screen::Rect{100, 0, 100, 500}));
    BOOST_TEST((*laid.regions[1].clip == screen::Rect{100, 0, 50, 500}));
}

BOOST_AUTO_TEST_CASE(alignment_is_scaled_with_the_layout)
{
    model::Layout written;
    written.width = 1000;
    written.height = 1000;
    auto zone = region("a");
    zone.align = model::alignmentOf(model::Align::kBottomRight);
    written.regions = {zone};
    const auto laid = layOut(written, 500, 500);
    model::Media media;
    BOOST_TEST(!laid.anchorOf(media)); // of the root
    media.region = "a";
    BOOST_TEST((*laid.anchorOf(media) == screen::Anchor{500, 500, 1, 1}));
    media.align = model::Alignment{{100, false}, {0, false}, model::Align::kMidLeft};
    BOOST_TEST((*laid.anchorOf(media) == screen::Anchor{50, 0, 0, 0.5}));
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
