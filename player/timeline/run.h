// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The running part of the tree. Copying a Running is how the future is looked at: it holds only
// what runs now, so that its size does not depend on the playlist's length.
#pragma once

#include "player/timeline/outline.h"
#include "player/timeline/timeline.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace jtv::timeline {

void lower(std::optional<Milliseconds>& bound, std::optional<Milliseconds> to);

// What an element brought forth: whether any cue began below it, whether one ended well, and when
// something that was left out by a condition or by the wall clock may be wanted.
struct Yield {
    bool began = false;
    bool played = false;
    std::optional<Milliseconds> retry;

    void add(const Yield& other)
    {
        began = began || other.began;
        played = played || other.played;
        lower(retry, other.retry);
    }
};

// One element whose parent is active. All times since the playlist's start.
struct Run {
    // kDone: it has ended and will not begin again, but its last picture may still be shown.
    enum class Phase { kWaiting, kActive, kResting, kHolding, kDone };

    ItemIndex item = 0;
    Phase phase = Phase::kWaiting;
    Milliseconds base{0};                  // begin and end offsets count from here
    std::optional<Milliseconds> limit;     // of what is around it
    std::optional<Milliseconds> begin;     // of the active duration; nullopt: nobody knows yet
    std::optional<Milliseconds> playEnd;   // when dur, repeats and max end it
    std::optional<Milliseconds> durEnd;    // the same, but not before min
    std::optional<Milliseconds> hardEnd;   // of limit, durEnd and end: whatever happens it is over
    std::optional<Milliseconds> again;     // while active: its next begin, which starts it anew
    std::optional<Milliseconds> lastBegin; // the last begin that was used; the next are after it
    bool ended = false;                    // it has been active, and that is over
    std::uint64_t heard = 0;               // Running::events when its last begin was used

    Milliseconds iterationBegin{0};
    std::optional<Milliseconds> iterationEnd; // a container's, when dur says so
    Milliseconds resumeAt{0};                 // while resting
    double iterations = 0;                    // completed
    unsigned failures = 0;                    // iterations in a row in which nothing played
    Yield iteration;
    Yield total;

    std::size_t next = 0;         // a seq's child that follows; of scheduled in par and excl
    std::vector<Run> children;    // those that are active, wait for an event, or are still seen
    std::vector<ItemIndex> queue; // an excl's paused and deferred children, the next first
    bool anyEnded = false;        // one of the children has ended in this iteration
    bool masterEnded = false;     // that of endsync has
    std::optional<Milliseconds> pausedAt; // in the queue of an excl, begun
    bool deferred = false;                // in the queue of an excl, not begun

    std::uint64_t ticket = 0; // a medium's cue; 0 = none
    Milliseconds cueBegin{0};
    std::optional<Milliseconds> cueEnd;
    Milliseconds position{0}; // of the turn, when the cue began
    bool endsWithMedia = false;
    bool held = false;   // the cue was ended by a pause and goes on after it
    bool frozen = false; // the cue is over and its last picture stays
    std::size_t turn = 0;
    std::uint64_t round = 0; // a slide's: how often it came before
    bool mediaOver = false;  // every turn of this iteration is over
    bool givenUp = false;    // failed: no further iteration

    bool isRunning() const
    {
        return phase == Phase::kActive || phase == Phase::kResting || phase == Phase::kHolding;
    }
};

// When something that is referred to last began and ended; the end may be a forecast.
struct Record {
    std::optional<Milliseconds> begin;
    std::optional<Milliseconds> end;

    // Earlier times for which somebody may still wait, because an offset has not gone by.
    struct Past {
        Milliseconds begin{0};
        Milliseconds end{0};
    };
    std::vector<Past> past;  // the first first
    std::uint64_t order = 0; // of an event: which of all it was, from 1
};

struct Running {
    struct Showing {
        std::uint64_t ticket = 0;
        Cue cue;
        bool endsWithMedia = false;
    };

    std::shared_ptr<const Outline> outline;
    std::optional<Run> root; // nullopt: finished
    std::vector<Showing> showing;
    std::vector<Record> records;
    std::vector<std::uint64_t> dealt;  // of each deck: how many cards
    std::vector<std::uint64_t> rounds; // of each slide: how often it came
    std::uint64_t tickets = 0;
    std::uint64_t events = 0; // that happened so far
    CueId cues = 0;
};

// When something happens next by the clock alone; counts the nodes it looks at.
std::optional<Milliseconds> nextEvent(const Outline& outline, const Run& run, std::size_t& visited);

} // namespace jtv::timeline
