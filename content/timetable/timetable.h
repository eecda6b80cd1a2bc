// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which playlist of a plan is shown when. Pure: the same code decides on the screen and in the
// preview.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/plan.h"
#include "content/timetable/recurrence.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jtv::timetable {

struct Decision {
    std::string playlist;
    std::optional<std::string> rule;    // nullopt: the default playlist
    int priority = 0;                   // of the rule
    std::optional<WallTime> nextChange; // decide again then; nullopt: not for the next 10 years

    bool sameAs(const Decision& other) const
    {
        return playlist == other.playlist && rule == other.rule;
    }
};

// What is shown from begin to end.
struct Slot {
    WallTime begin;
    WallTime end;
    Decision decision;
};

// Thread-safe (immutable). Keeps nothing of the plan it was made from.
class Timetable {
public:
    // Errors: those of Recurrence::make, with the rule's id.
    static Result<Timetable> make(const model::Plan& plan);

    // Of the rules whose window covers `now` the one with the highest priority; of equal ones that
    // begun last; of these the one with the smaller id. Without one, the default playlist. So too
    // with an untrusted clock, or one that is earlier than the plan: then nextChange is the plan's
    // date or nullopt.
    Decision decide(WallTime now, bool clockTrusted) const;

    // What the rules say from `from` to `to`, also before the plan's date, without gaps; at most
    // `limit` slots.
    std::vector<Slot> between(WallTime from, WallTime to, std::size_t limit = 10'000) const;

private:
    struct Entry {
        std::string id;
        std::string playlist;
        int priority = 0;
        Recurrence recurrence;
    };
    Timetable() = default;
    Decision pick(WallTime now) const;

    std::vector<Entry> entries_;
    std::string defaultPlaylist_;
    WallTime created_{};
};

// Timetable::make and decide in one, for callers that ask once.
Result<Decision> decide(const model::Plan& plan, WallTime now, bool clockTrusted);

} // namespace jtv::timetable
