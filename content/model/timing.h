// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When an element begins and ends [SMIL 3.0 Timing, 5.4], as plain values in the words of SMIL.
#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jtv::model {

// `dur`: a clock value, "media", "indefinite", or not written.
struct Duration {
    enum class Kind { kUnset, kClock, kMedia, kIndefinite };
    Kind kind = Kind::kUnset;
    Milliseconds value{0};

    friend bool operator==(const Duration&, const Duration&) = default;
};

// ISO 8601: P1Y2M3W4DT5H6M7.5S. Years to days count on the calendar, the rest on the clock.
struct Period {
    int years = 0, months = 0, weeks = 0, days = 0; // ≥ 0
    Milliseconds time{0};                           // ≥ 0

    friend bool operator==(const Period&, const Period&) = default;
};

// wallclock(2026-03-29T09:00), with the repeats R/…/P1D and the weekdays 2026-03-29+w1 that players
// of signage know.
struct Wallclock {
    std::optional<std::chrono::local_days> date; // nullopt: the day on which the playlist began
    Milliseconds time{0};                        // since midnight, 0 … 24 h
    std::optional<std::chrono::minutes> offset;  // of UTC; nullopt: the zone of the screen
    // 1 = Monday … 7: the first such day on or after the date; -1 … -7: the last before it.
    int weekday = 0;
    Period period;                           // only zeros: once
    std::optional<std::int64_t> repeats = 1; // how often it comes in all; nullopt: for ever

    friend bool operator==(const Wallclock&, const Wallclock&) = default;
};

// One entry of a begin or end list. All but Indefinite with an offset, which may be negative.
struct OffsetTime { // of the parent's begin (par, excl), the predecessor's end (seq), or our begin
    Milliseconds offset{0};
    friend bool operator==(const OffsetTime&, const OffsetTime&) = default;
};
struct WallclockTime {
    Wallclock wallclock;
    Milliseconds offset{0};
    friend bool operator==(const WallclockTime&, const WallclockTime&) = default;
};
struct SyncTime { // id.begin+2s, id.end; id.beginEvent and id.endEvent mean the same
    enum class Edge { kBegin, kEnd };
    std::string id; // "prev" = the element before it
    Edge edge = Edge::kBegin;
    bool event = false; // written as an event
    Milliseconds offset{0};
    friend bool operator==(const SyncTime&, const SyncTime&) = default;
};
struct EventTime { // id.click, activateEvent, notify(name), a trigger of the head
    enum class Kind { kElement, kTrigger };
    Kind kind = Kind::kElement;
    std::string id;   // kElement: of the element; empty = of this one
    std::string name; // of the event, or of the trigger
    Milliseconds offset{0};
    friend bool operator==(const EventTime&, const EventTime&) = default;
};
struct KeyTime {     // accessKey(a)
    std::string key; // one character, or a name such as "Enter"
    Milliseconds offset{0};
    friend bool operator==(const KeyTime&, const KeyTime&) = default;
};
struct IndefiniteTime {
    friend bool operator==(const IndefiniteTime&, const IndefiniteTime&) = default;
};
using TimeValue =
    std::variant<OffsetTime, WallclockTime, SyncTime, EventTime, KeyTime, IndefiniteTime>;

// The element whose end says that everything has been fetched; by the custom of signage it need not
// be in the file.
inline constexpr std::string_view kPrefetchEnd = "__prefetchEnd";

enum class Restart { kDefault, kAlways, kWhenNotActive, kNever };
enum class Fill { kDefault, kAuto, kRemove, kFreeze, kHold, kTransition };

// Which child ends a par or excl without dur and end.
struct Endsync {
    enum class Kind { kDefault, kFirst, kLast, kAll, kMedia, kChild };
    Kind kind = Kind::kDefault; // as kLast
    std::string id;             // kChild
    friend bool operator==(const Endsync&, const Endsync&) = default;
};

struct Timing {
    std::vector<TimeValue> begin; // empty: not written
    std::vector<TimeValue> end;
    Duration dur;
    std::optional<double> repeatCount; // > 0; infinity = indefinite
    std::optional<Duration> repeatDur; // kClock or kIndefinite
    std::optional<Milliseconds> min;   // of the active duration
    std::optional<Milliseconds> max;
    Fill fill = Fill::kDefault;
    Restart restart = Restart::kDefault;
    Endsync endsync;

    friend bool operator==(const Timing&, const Timing&) = default;
};

} // namespace jtv::model
