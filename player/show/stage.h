// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One programme being carried out: the timeline's cues on slots, the slots' pictures on the screen.
#pragma once

#include "player/screen/screen.h"
#include "player/show/captions.h"
#include "player/show/companions.h"
#include "player/show/layout.h"
#include "player/show/ledger.h"
#include "player/show/preparer.h"
#include "player/show/slot.h"
#include "player/show/transitions.h"
#include "player/timeline/timeline.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::show {

// What all stages of a show share; outlives them.
struct Company {
    screen::Screen& screen;
    Preparer& preparer;
    Ledger& ledger;
    std::vector<Event>& events;
    const Clock& clock;
    std::optional<model::Board> board; // nullopt: the one this runs on
    std::uint64_t lastItem = 0;
};

// Main-thread only. Prepares behind the curtain until raise(); then run() and present() in turn.
class Stage {
public:
    Stage(std::shared_ptr<const Loaded> loaded, timeline::Timeline timeline, Company& company);

    const Programme& programme() const { return loaded_->programme; }
    const std::string& name() const { return programme().name; }
    // Gives an answer to the slot it belongs to; the others ignore it.
    void take(Prepared& prepared);
    void take(const CaptionPicture& picture) { captions_.take(picture); }

    // Behind the curtain: true when the first item of every region is ready.
    bool rehearse(SteadyTime now);
    // Time 0 is `at`; the screen gets this programme's regions.
    void raise(SteadyTime at);

    // Everything that happens up to `now`.
    void run(SteadyTime now);
    void present(SteadyTime now);
    // Something outside happened; only after raise().
    void happened(const std::string& event, SteadyTime now);
    // When run() has something to do at the latest; SteadyTime::max() = nothing is known to come.
    SteadyTime nextDue(SteadyTime now);

    // The next end of an item that is known, of a film where one runs, for switching programmes
    // there; nullopt: none known.
    std::optional<SteadyTime> nextEnd() const;
    // Only pictures without an end are shown: there is no boundary to wait for.
    bool endless() const;
    bool finished() const { return finished_ && active_.empty(); }
    bool showedNothing() const { return finished() && !raised_; }

    // Ends all items; those that were over by `at` as finished, the others as stopped. Those behind
    // the curtain have never begun.
    void close(SteadyTime at);

private:
    using SlotPtr = std::unique_ptr<Slot>;
    struct Due {
        Milliseconds at{0};
        Slot* slot = nullptr; // null: the timeline itself has something to say
        timeline::MediaEnd how = timeline::MediaEnd::kFinished;
    };

    SlotPtr order(const timeline::Cue& cue);
    SlotPtr prepared(const timeline::Cue& cue);
    void openCaptions(Slot& slot, const CaptionFile& file);
    double diagonalOf(std::size_t region) const;
    void apply(const timeline::Step& step);
    void beginCue(const timeline::Cue& cue);
    void open(Slot& slot);
    void freezeCue(timeline::CueId cue);
    void endCue(timeline::CueId cue);
    void finish(Slot& slot, SteadyTime at, ItemEnd end);
    std::optional<Due> earliest(Milliseconds now, SteadyTime steady) const;
    std::optional<Due> endOf(Slot& slot, Milliseconds now, SteadyTime steady) const;
    void hand(Slot& slot, Slot::Picture picture, SteadyTime now);
    void note(const frame::Presented& presented);
    void updateUpcoming(SteadyTime now);
    void clearIdleRegions();
    bool covered(const Slot& slot) const;
    void goOnBehind(const Slot& slot, Slot::Picture picture);
    void enter(const Slot& slot, SteadyTime now);
    std::optional<SteadyTime> leavesAt(const Slot& slot) const;
    void leave(SteadyTime now);
    void countBlack();
    void keepTogether(SteadyTime now);
    void followWallClock(Milliseconds now);
    Milliseconds sinceOrigin(SteadyTime at) const;
    SteadyTime steadyAt(Milliseconds at) const { return origin_ + at; }

    std::shared_ptr<const Loaded> loaded_;
    timeline::Timeline timeline_;
    Company& company_;
    StageLayout layout_;
    Transitions transitions_;
    std::vector<SlotPtr> active_;
    std::vector<SlotPtr> upcoming_;
    Captions captions_;
    Companions companions_;
    std::vector<std::uint64_t> shown_; // by region: the item on the screen, 0 = none
    std::optional<Milliseconds> next_;
    Milliseconds reached_{0}; // the timeline's last instant
    bool finished_ = false;
    bool raised_ = false;
    SteadyTime origin_{};
    WallTime wallOrigin_{}; // what the wall clock showed then, as far as the timeline knows
};

} // namespace jtv::show
