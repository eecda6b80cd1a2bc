// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// "Which counter": the rooms on the way from the waiting room to the place one is sent to.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace jtv::model {

// A grid of squares seen from above. It is never mirrored: left is left in every language.
struct FloorPlan {
    enum class Kind { kRoom, kCounter, kGoal, kHere, kEntrance, kStairs, kLift, kToilet };

    struct Place {
        Kind kind = Kind::kRoom;
        std::string label; // short and without a language: "3", "B 102"; may be empty
        int x = 0;         // squares, from the left and from the top
        int y = 0;
        int width = 1;
        int height = 1;

        friend bool operator==(const Place&, const Place&) = default;
    };
    // A corner of the way from here to the goal: a square's centre.
    struct Corner {
        int x = 0;
        int y = 0;

        friend bool operator==(const Corner&, const Corner&) = default;
    };

    int columns = 12; // 2 … 40
    int rows = 8;     // 2 … 40
    std::vector<Place> places;
    std::vector<Corner> way; // empty, or two corners and more

    friend bool operator==(const FloorPlan&, const FloorPlan&) = default;
};

// Whether every place and corner lies on the grid and there is one goal. Errors: kInvalid with the
// fix.
Status checkFloorPlan(const FloorPlan& plan);

} // namespace jtv::model
