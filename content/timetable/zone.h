// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A time zone of the system's tz database, right beyond 2038; the only user of Abseil.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/rule.h"

#include <memory>
#include <string>

namespace jtv::timetable {

// Thread-safe (immutable).
class Zone {
public:
    // Errors: kInvalid for a name that is not in the system's tz database.
    static Result<Zone> find(const std::string& name);

    // The instant a wall clock shows `local`: the first of two, and in a gap what it would be with
    // the offset before the gap (02:30 → 03:30).
    WallTime instant(model::LocalTime local) const;
    // What a wall clock shows, to the second (rounded down).
    model::LocalTime local(WallTime instant) const;

private:
    struct State;
    explicit Zone(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    std::shared_ptr<const State> state_;
};

} // namespace jtv::timetable
