// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Moving pictures get the lowest plane above the interface, what has alpha the highest.
#include "player/screen/plane_choice.h"

#include <boost/test/unit_test.hpp>

namespace jtv::screen {
namespace {

constexpr PlaneFormat kNv12{0x3231564e, 0};
constexpr PlaneFormat kArgb{0x34325241, 0};
constexpr PlaneFormat kSand{0x3231564e, 0x0700000000000004};

PlaneFacts plane(std::uint32_t id, PlaneType type, std::uint64_t zpos)
{
    return {id, type, true, false, zpos, {kNv12, kArgb}};
}

// As vkms has them: one primary plane, two above it, a cursor.
std::vector<PlaneFacts> display()
{
    return {
        plane(31, PlaneType::kPrimary, 0),
        plane(33, PlaneType::kOverlay, 1),
        plane(35, PlaneType::kOverlay, 2),
        plane(37, PlaneType::kCursor, 3)};
}

BOOST_AUTO_TEST_SUITE(plane_choice)

BOOST_AUTO_TEST_CASE(video_gets_the_lowest_overlay_and_never_the_interface_or_the_pointer)
{
    BOOST_TEST((lowestFree(display(), kNv12, {}) == 33U));
    BOOST_TEST((lowestFree(display(), kNv12, {33}) == 35U));
    BOOST_TEST((lowestFree(display(), kNv12, {33, 35}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(captions_get_the_highest_and_only_above_the_video)
{
    BOOST_TEST((highestFree(display(), kArgb, {33}) == 35U));
    BOOST_TEST((highestFree(display(), kArgb, {35}) == std::nullopt));
    auto one = display();
    one.erase(one.begin() + 2);
    BOOST_TEST((highestFree(one, kArgb, {33}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(plane_of_somebody_else_or_of_another_output_is_left_alone)
{
    auto planes = display();
    planes[1].busy = true;
    planes[2].reachesOutput = false;
    BOOST_TEST((lowestFree(planes, kNv12, {}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(modifier_is_part_of_the_format)
{
    auto planes = display();
    BOOST_TEST((lowestFree(planes, kSand, {}) == std::nullopt));
    planes[2].formats.push_back(kSand);
    BOOST_TEST((lowestFree(planes, kSand, {}) == 35U));
}

BOOST_AUTO_TEST_CASE(plane_below_the_interface_is_not_taken)
{
    auto planes = display();
    planes[0].zpos = 2;
    planes[1].zpos = 1;
    planes[2].zpos = 3;
    BOOST_TEST((lowestFree(planes, kNv12, {}) == 35U));
}

BOOST_AUTO_TEST_CASE(where_the_driver_names_no_order_the_ids_decide)
{
    auto planes = display();
    for (auto& each : planes) {
        each.zpos = 0;
    }
    BOOST_TEST((lowestFree(planes, kNv12, {}) == 33U));
    BOOST_TEST((highestFree(planes, kArgb, {33}) == 35U));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
