// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What makes a floor plan whole.
#include "content/model/floor_plan.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::model {
namespace {

constexpr int kFewest = 2;
constexpr int kMost = 40;

Error wrong(std::string text)
{
    return {ErrorKind::kInvalid, std::move(text)};
}

bool inRange(int value)
{
    return value >= kFewest && value <= kMost;
}

} // namespace

Status checkFloorPlan(const FloorPlan& plan)
{
    if (!inRange(plan.columns) || !inRange(plan.rows)) {
        return wrong("a floor plan has 2 to 40 columns and rows; correct their number");
    }
    for (const auto& place : plan.places) {
        const bool fits = place.x >= 0 && place.y >= 0 && place.width >= 1 && place.height >= 1 &&
                          place.x <= plan.columns - place.width &&
                          place.y <= plan.rows - place.height;
        if (!fits) {
            return wrong(fmt::format(
                "the place \"{}\" at {},{} lies outside the floor plan; move it or enlarge the "
                "plan",
                place.label,
                place.x,
                place.y));
        }
    }
    const auto goals = std::count_if(plan.places.begin(), plan.places.end(), [](const auto& place) {
        return place.kind == FloorPlan::Kind::kGoal;
    });
    if (goals != 1) {
        return wrong("a floor plan shows the way to one place; mark exactly one as the goal");
    }
    const bool onGrid = std::all_of(plan.way.begin(), plan.way.end(), [&](const auto& corner) {
        return corner.x >= 0 && corner.y >= 0 && corner.x < plan.columns && corner.y < plan.rows;
    });
    if (!onGrid || plan.way.size() == 1) {
        return wrong(
            "the way on the floor plan needs two corners or more, all on the plan; correct it");
    }
    return Done{};
}

} // namespace jtv::model
