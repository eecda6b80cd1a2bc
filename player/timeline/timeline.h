// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The pure stepper: a playlist and the time give cues. No clock, no I/O, no thread.
// All times are milliseconds since the playlist's start.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/playlist.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::timeline {

using CueId = std::uint64_t; // counts up from 1 in the order of begin

// What is known of a medium before it plays.
struct Turn {
    std::string language; // BCP 47
    Milliseconds duration{0};
};
struct Intrinsic {
    std::optional<Milliseconds> duration; // nullopt: unknown, the cue stays open until mediaEnded()
    std::vector<Turn> turns;              // a slide: its languages in the order they are shown
};

// One picture (or video) in one region for one span of time.
struct Cue {
    CueId id = 0;
    const model::Media* media = nullptr; // owned by the playlist, valid while the Timeline lives
    std::string language;                // of a slide's turn; empty for everything else
    Milliseconds begin{0};
    std::optional<Milliseconds> end; // nullopt: open until mediaEnded()
};

enum class MediaEnd { kFinished, kFailed, kTimedOut };

struct Step {
    std::vector<CueId> ends; // handled before the begins of the same instant
    std::vector<Cue> begins; // sorted by z-index, then document order
    std::vector<Cue>
        upcoming; // at most one a region: what follows if nothing happens; to be prepared now
    std::optional<Milliseconds>
        next;              // when advance() must be called again; nullopt: only an event goes on
    bool finished = false; // the body has ended and nothing will begin any more
};

struct Options {
    std::vector<std::string> languages; // wanted, best first
    std::uint64_t seed = 0;
    // Called once a medium when it first becomes upcoming. Must not block.
    std::function<Intrinsic(const model::Media&)> intrinsic;
};

// Any one thread. The cost of one step does not depend on the playlist's length.
class Timeline {
public:
    // Errors: kUnsupported with file, line and element for what this version does not play.
    static Result<Timeline> make(std::shared_ptr<const model::Playlist> playlist, Options options);

    Timeline(Timeline&&) noexcept;
    Timeline& operator=(Timeline&&) noexcept;
    Timeline(const Timeline&) = delete;
    Timeline& operator=(const Timeline&) = delete;
    ~Timeline();

    // Moves to `now`, which never goes back. The first call with 0 begins the playlist.
    Step advance(Milliseconds now);

    // The medium of this cue ended at `now`: an open cue ends there and its successor begins; a cue
    // with an end keeps it when it finished (the last picture stays) and is skipped when it failed.
    Step mediaEnded(CueId cue, MediaEnd how, Milliseconds now);

    const std::vector<Cue>& active() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jtv::timeline
