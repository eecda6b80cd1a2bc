// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A clock that stands where the test puts it.
#pragma once

#include "base/clock.h"

namespace jtv::doubles {

class SetClock final : public Clock {
public:
    WallTime wall() const override { return wall_; }
    SteadyTime steady() const override { return steady_; }

    void setWall(WallTime now) { wall_ = now; }
    void advance(Milliseconds by) {
        wall_ += by;
        steady_ += by;
    }

private:
    WallTime wall_{};
    SteadyTime steady_{};
};

}  // namespace jtv::doubles
