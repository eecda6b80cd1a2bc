// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which plane of a display controller shows what.
#include "player/screen/plane_choice.h"

#include <algorithm>
#include <utility>

namespace jtv::screen {
namespace {

// Where two planes say the same zpos, or none, the kernel stacks them by their ids.
using Height = std::pair<std::uint64_t, std::uint32_t>;

Height heightOf(const PlaneFacts& plane)
{
    return {plane.zpos, plane.id};
}

bool abovePrimary(const std::vector<PlaneFacts>& planes, const PlaneFacts& plane)
{
    return std::all_of(planes.begin(), planes.end(), [&](const PlaneFacts& other) {
        return other.type != PlaneType::kPrimary || !other.reachesOutput ||
               heightOf(other) < heightOf(plane);
    });
}

} // namespace

std::vector<std::uint32_t> planesFor(const std::vector<PlaneFacts>& planes, PlaneFormat format)
{
    std::vector<Height> able;
    for (const PlaneFacts& plane : planes) {
        const bool shows =
            std::find(plane.formats.begin(), plane.formats.end(), format) != plane.formats.end();
        if (plane.type == PlaneType::kOverlay && plane.reachesOutput && !plane.busy && shows &&
            abovePrimary(planes, plane)) {
            able.push_back(heightOf(plane));
        }
    }
    std::sort(able.begin(), able.end());
    std::vector<std::uint32_t> ids;
    ids.reserve(able.size());
    for (const Height& height : able) {
        ids.push_back(height.second);
    }
    return ids;
}

std::optional<std::uint32_t>
lowestFree(const std::vector<PlaneFacts>& planes, PlaneFormat format, const TakenPlanes& taken)
{
    for (const auto id : planesFor(planes, format)) {
        if (!taken.contains(id)) {
            return id;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t>
highestFree(const std::vector<PlaneFacts>& planes, PlaneFormat format, const TakenPlanes& taken)
{
    Height top{0, 0};
    for (const PlaneFacts& plane : planes) {
        if (taken.contains(plane.id)) {
            top = std::max(top, heightOf(plane));
        }
    }
    const auto able = planesFor(planes, format);
    if (able.empty() || taken.contains(able.back())) {
        return std::nullopt;
    }
    const auto highest = std::find_if(planes.begin(), planes.end(), [&](const PlaneFacts& plane) {
        return plane.id == able.back();
    });
    return top < heightOf(*highest) ? std::optional(able.back()) : std::nullopt;
}

} // namespace jtv::screen
