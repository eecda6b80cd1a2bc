// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One instant of the running tree: what is over ends, what follows begins. Containers stand in
// seq_par.cpp and excl.cpp, what is shown in cues.cpp.
#pragma once

#include "player/timeline/intrinsics.h"
#include "player/timeline/moments.h"
#include "player/timeline/run.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace jtv::timeline {

Run makeRun(
    const Outline& outline, ItemIndex index, Milliseconds base, std::optional<Milliseconds> limit);

// Make one, call settle() or end(), take what it brought.
class Stepper {
public:
    Stepper(
        Running& running,
        Intrinsics& intrinsics,
        const Surroundings& surroundings,
        Milliseconds now)
        : running_(running), outline_(*running.outline), intrinsics_(intrinsics),
          surroundings_(surroundings), now_(now)
    {}

    // For looking ahead: media nobody has asked about yet may begin only in the regions for which
    // this returns true; elsewhere they count as unknown and blocked() becomes true.
    void askOnlyFor(std::function<bool(const model::Media&)> wanted)
    {
        wanted_ = std::move(wanted);
    }

    void settle();
    void end(std::uint64_t ticket, MediaEnd how, bool forecast = false);
    void happen(RecordIndex event);

    std::vector<CueId> ends;
    std::vector<CueId> freezes;
    std::vector<Cue> begins;
    std::size_t visited = 0;
    bool blocked() const { return blocked_; }

private:
    struct Pending {
        std::uint64_t ticket = 0;
        const Item* item = nullptr;
        Cue cue;
        bool endsWithMedia = false;
    };

    const Item& itemOf(const Run& run) const { return outline_.item(run.item); }
    Moments moments() const { return {surroundings_, running_.records, now_}; }

    // stepper.cpp: one element
    bool settle(Run& run);
    bool settleRunning(Run& run);
    bool finishUnlessHeld(Run& run);
    void expect(Run& run);
    bool skipsWindow(Run& run);
    void consume(Run& run);
    bool start(Run& run);
    bool isWanted(Run& run);
    void refreshEnd(Run& run);
    void playUntil(Run& run, Milliseconds time);
    void boundFraction(Run& run, std::optional<Milliseconds> simple);
    bool restart(Run& run);
    void finish(Run& run);
    bool hold(Run& run);
    void beginIteration(Run& run);
    bool iterationOver(Run& run);
    bool repeat(Run& run);
    bool rest(Run& run);
    bool restUntil(Run& run, Milliseconds time);
    void keepPast(RecordIndex index);
    void noteBegin(Run& run);
    void noteEnd(Run& run);

    // seq_par.cpp
    std::optional<Milliseconds> limitInside(const Run& run) const;
    void beginChildren(Run& run);
    void chooseChild(Run& run);
    std::size_t nextChild(Run& run);
    bool seqOver(Run& run);
    void clearReplaced(Run& run);
    bool parOver(Run& run);
    void beginScheduled(Run& run);
    void noteChild(Run& run, const Run& child);
    bool holdsOpen(Run& run, const Run& child);
    bool isOver(Run& run);

    // excl.cpp
    bool exclOver(Run& run);
    void settleExcl(Run& run);
    bool beginNext(Run& run);
    std::optional<std::size_t> nextDue(Run& run);
    void attempt(Run& run, std::size_t child);
    void enqueue(Run& run, const Run& child);
    bool resumeNext(Run& run);
    void pause(Run& run);
    void resume(Run& run, Milliseconds shift, bool outermost, bool seen);

    // cues.cpp
    const Intrinsic& known(const model::Media& media);
    const std::vector<Turn>& turnsOf(const Run& run);
    bool changes(const Run& run);
    void beginRound(Run& run);
    bool mediaOver(Run& run);
    bool beginTurn(Run& run);
    bool nextTurn(Run& run);
    void beginCue(Run& run, std::optional<Milliseconds> end);
    void closeTurn(Run& run, bool well);
    void endCue(Run& run);
    void freeze(Run& run);
    void clear(Run& run);
    void gather(Run& run);
    Run* find(Run& run, std::uint64_t ticket);
    void publish();

    Running& running_;
    const Outline& outline_;
    Intrinsics& intrinsics_;
    const Surroundings& surroundings_;
    Milliseconds now_;
    std::function<bool(const model::Media&)> wanted_;
    std::vector<Pending> pending_;
    bool blocked_ = false;
    bool noted_ = false; // something happened that others may wait for
};

// Its last picture, or that of something in it, is still to be seen.
bool shows(const Run& run);

} // namespace jtv::timeline
