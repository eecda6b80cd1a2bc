// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The running part of the tree, and one instant of it. Copying a Running is how the future is
// looked at: it holds only what runs now, so that its size does not depend on the playlist's
// length.
#pragma once

#include "player/timeline/intrinsics.h"
#include "player/timeline/outline.h"
#include "player/timeline/timeline.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace jtv::timeline {

// What an element brought forth: whether any cue began below it, and whether one ended well.
struct Yield {
    bool began = false;
    bool played = false;

    void add(const Yield& other)
    {
        began = began || other.began;
        played = played || other.played;
    }
};

// One element that has been started by its parent and has not ended. All times since the start.
struct Run {
    enum class Phase { kWaiting, kActive, kResting };

    ItemIndex item = 0;
    Phase phase = Phase::kWaiting;
    Milliseconds begin{0};               // of the active duration; waiting until then
    std::optional<Milliseconds> hardEnd; // whatever happens it is over then
    Milliseconds iterationBegin{0};
    std::optional<Milliseconds> iterationEnd; // a container's, when dur says so
    Milliseconds resumeAt{0};                 // while resting
    double iterations = 0;                    // completed
    unsigned failures = 0;                    // iterations in a row in which nothing played
    Yield iteration;
    Yield total;

    std::size_t next = 0;      // a seq's child that follows
    std::vector<Run> children; // a seq's one, a par's all

    std::uint64_t ticket = 0; // a medium's cue; 0 = none
    Milliseconds cueBegin{0};
    std::optional<Milliseconds> cueEnd;
    bool endsWithMedia = false;
    std::size_t turn = 0;
    bool mediaOver = false; // told by mediaEnded()
    bool givenUp = false;   // failed: no further iteration
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
    std::uint64_t tickets = 0;
    CueId cues = 0;
};

Run makeRun(
    const Outline& outline, ItemIndex index, Milliseconds base, std::optional<Milliseconds> limit);

// When something happens next by the clock alone; counts the nodes it looks at.
std::optional<Milliseconds> nextEvent(const Run& run, std::size_t& visited);

// Carries out one instant. Make one, call settle() or end(), take what it brought.
class Stepper {
public:
    Stepper(Running& running, Intrinsics& intrinsics, Milliseconds now)
        : running_(running), outline_(*running.outline), intrinsics_(intrinsics), now_(now)
    {}

    // For looking ahead: media nobody has asked about yet may begin only in the regions for which
    // this returns true; elsewhere they count as unknown and blocked() becomes true.
    void askOnlyFor(std::function<bool(const model::Media&)> wanted)
    {
        wanted_ = std::move(wanted);
    }

    void settle();
    void end(std::uint64_t ticket, MediaEnd how, bool forecast = false);

    std::vector<CueId> ends;
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

    bool settle(Run& run);
    bool wake(Run& run);
    bool iterationOver(Run& run);
    bool childrenOver(Run& run);
    bool seqOver(Run& run);
    bool parOver(Run& run);
    bool mediaOver(Run& run);
    void beginIteration(Run& run);
    bool repeat(Run& run);
    bool rest(Run& run);
    void clearChildren(Run& run);

    const Intrinsic& known(const model::Media& media);
    bool beginTurn(Run& run);
    bool nextTurn(Run& run);
    void beginCue(Run& run, std::optional<Milliseconds> end, std::string language);
    void endCue(Run& run, bool well);
    void stop(Run& run);
    Run* find(Run& run, std::uint64_t ticket);
    void publish();

    Running& running_;
    const Outline& outline_;
    Intrinsics& intrinsics_;
    Milliseconds now_;
    std::function<bool(const model::Media&)> wanted_;
    std::vector<Pending> pending_;
    bool blocked_ = false;
};

} // namespace jtv::timeline
