// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From begin and end lists to instants [SMIL 3.0 Timing, 5.4.4 and 5.4.5].
#pragma once

#include "player/timeline/run.h"
#include "player/timeline/wallclock.h"

#include <optional>

namespace jtv::timeline {

// What surrounds the playlist: the wall clock at its start, the zone, and what expressions ask for.
struct Surroundings {
    WallTime start{};
    Zone zone;
    model::ExpressionFacts facts; // but for the times
    std::uint64_t seed = 0;       // for what is drawn by lot

    WallTime wallAt(Milliseconds time) const { return start + time; }
    model::ExpressionFacts factsAt(Milliseconds time) const;
    // When the clock of the screen will show `local`.
    Milliseconds timeOf(LocalTime local) const;
};

// Looks only; made for one instant.
class Moments {
public:
    Moments(const Surroundings& surroundings, const std::vector<Record>& records, Milliseconds now)
        : surroundings_(surroundings), records_(records), now_(now)
    {}

    // The first begin of an element that has not been active since its parent began; it may lie
    // before now. nullopt: unresolved.
    std::optional<Milliseconds> firstBegin(const Item& item, const Run& run) const;
    // The first begin after `after`.
    std::optional<Milliseconds>
    nextBegin(const Item& item, const Run& run, Milliseconds after) const;

    struct End {
        std::optional<Milliseconds> at; // nullopt: not known, or none
        bool past = false;              // all ends are before the begin: it does not become active
    };
    End endAfter(const Item& item, const Run& run, Milliseconds begin) const;

    // True when it begins by the wall clock only.
    static bool byWallclock(const Item& item);
    // True when it may begin by something that has not happened yet.
    static bool mayCome(const Item& item);

private:
    std::optional<Milliseconds>
    instant(const Moment& moment, const Run& run, std::optional<Milliseconds> after) const;
    std::optional<Milliseconds>
    recorded(const Moment& moment, const Run& run, std::optional<Milliseconds> after) const;
    std::optional<Milliseconds>
    firstOfWallclock(const Moment& moment, const Item& item, const Run& run) const;

    const Surroundings& surroundings_;
    const std::vector<Record>& records_;
    Milliseconds now_;
};

// When dur, repeatCount, repeatDur and max end what began at `begin`, as far as they say [5.4.5,
// computing the active duration]. What `min` adds is no playing: the last picture stays.
std::optional<Milliseconds> playEnd(const model::Timing& timing, Milliseconds begin);
// The same, not before `min`.
std::optional<Milliseconds> activeEnd(const model::Timing& timing, Milliseconds begin);

} // namespace jtv::timeline
