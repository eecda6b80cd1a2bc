// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where nested regions lie, and what lies above what.
#include "content/model/layout.h"

#include <boost/test/unit_test.hpp>

#include <array>

namespace jtv::model {
namespace {

Length px(double value)
{
    return {value, false};
}
Length percent(double value)
{
    return {value, true};
}

Region region(std::string id, std::string parent = {}, int zIndex = 0)
{
    Region made;
    made.id = std::move(id);
    made.parent = std::move(parent);
    made.zIndex = zIndex;
    return made;
}

BOOST_AUTO_TEST_SUITE(layout_model)

BOOST_AUTO_TEST_CASE(region_in_a_region_is_measured_by_its_parent)
{
    Layout layout;
    layout.regions = {region("zone"), region("inset", "zone"), region("corner", "inset")};
    layout.regions[0].left = percent(50);
    layout.regions[0].width = percent(50);
    layout.regions[1].width = percent(50);
    layout.regions[1].height = px(100);
    layout.regions[1].bottom = px(10);
    layout.regions[2].right = px(0);
    layout.regions[2].width = px(10);
    const auto placed = place(layout);
    BOOST_TEST((placed[0].box == Box{960, 0, 960, 1080}));
    BOOST_TEST((placed[1].box == Box{960, 970, 480, 100}));
    BOOST_TEST((placed[2].box == Box{1430, 970, 10, 100}));
}

BOOST_AUTO_TEST_CASE(what_hangs_over_its_parents_is_cut)
{
    Layout layout;
    layout.regions = {region("zone"), region("wide", "zone"), region("outside", "zone")};
    layout.regions[0].width = px(100);
    layout.regions[1].left = px(50);
    layout.regions[1].width = px(100);
    layout.regions[2].left = px(200);
    layout.regions[2].width = px(10);
    const auto placed = place(layout);
    BOOST_TEST((placed[1].box == Box{50, 0, 100, 1080}));
    BOOST_TEST((placed[1].visible == Box{50, 0, 50, 1080}));
    BOOST_TEST(placed[2].visible.width == 0);
}

BOOST_AUTO_TEST_CASE(child_is_above_its_parent_and_below_the_parents_next_sibling)
{
    Layout layout;
    layout.regions = {
        region("back", "", 1),
        region("high", "back", 99),
        region("low", "back", -5),
        region("front", "", 2),
        region("behind", "", 0)};
    const auto placed = place(layout);
    BOOST_TEST(placed[4].stack == 0);
    BOOST_TEST(placed[0].stack == 1);
    BOOST_TEST(placed[2].stack == 2);
    BOOST_TEST(placed[1].stack == 3);
    BOOST_TEST(placed[3].stack == 4);
}

BOOST_AUTO_TEST_CASE(unknown_parents_and_doubled_ids_end_in_the_root)
{
    Layout layout;
    layout.regions = {region("a", "nobody"), region("a"), region("b", "a"), region("c", "c")};
    const auto placed = place(layout);
    BOOST_TEST((placed[2].box == Box{0, 0, 1920, 1080}));
    BOOST_TEST((placed[3].box == Box{0, 0, 1920, 1080}));
}

BOOST_AUTO_TEST_CASE(named_alignments_are_the_same_point_of_both)
{
    const auto mid = alignmentOf(Align::kMidRight);
    BOOST_TEST((mid.left == percent(100) && mid.top == percent(50)));
    BOOST_TEST((mid.media == Align::kMidRight));
    BOOST_TEST((alignmentOf(Align::kCenter) == Alignment{}));
    BOOST_TEST((alignmentOf(Align::kTopLeft).left == percent(0)));
}

BOOST_AUTO_TEST_CASE(zone_keeps_its_share_of_a_screen_of_another_size)
{
    Layout layout;
    layout.regions = {region("left"), region("right")};
    layout.regions[0].width = percent(50);
    layout.regions[1].left = percent(50);
    const auto box = [&](const std::string& name, int width, int height) {
        const auto placed = regionOnScreen(layout, name, width, height);
        return std::array{placed.left, placed.top, placed.width, placed.height};
    };
    BOOST_TEST((box("right", 1921, 1080) == std::array{961, 0, 960, 1080}));
    BOOST_TEST((box("left", 1000, 1000) == std::array{0, 219, 500, 563}));
    BOOST_TEST((box("", 3840, 2160) == std::array{0, 0, 3840, 2160}));
    BOOST_TEST((box("elsewhere", 3840, 2160) == box("", 3840, 2160)));
    layout = {0, 0, "", {}};
    BOOST_TEST((box("", 1080, 1920) == std::array{0, 0, 1080, 1920}));
    BOOST_TEST(diagonalOf({0, 0, 960, 540}, 1920, 1080, 43) == 21.5);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
