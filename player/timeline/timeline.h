// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The pure stepper: a playlist and the time give cues. No clock, no I/O, no thread.
// All times are milliseconds since the playlist's start.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/playlist.h"
#include "player/timeline/wallclock.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::timeline {

using CueId = std::uint64_t; // counts up from 1 in the order of begin

// A picture or slide of which nobody says how long it is shown. (SMIL gives it no time at all in a
// seq; a visitor could not see it.)
inline constexpr Milliseconds kDefaultPictureTime{10'000};

// A loop in which everything fails rests before it tries again: 1 s, then twice as long each time.
inline constexpr Milliseconds kLongestRest{30'000};

// What is known of a medium before it plays.
struct Turn {
    std::string language; // BCP 47
    Milliseconds duration{0};
};
struct Intrinsic {
    // nullopt: unknown. A video's or sound's cue stays open until mediaEnded(), a picture is shown
    // for kDefaultPictureTime.
    std::optional<Milliseconds> duration;
    // A slide: its languages in the order they are shown, a round for each time it comes; after the
    // last round the first again.
    std::vector<std::vector<Turn>> rounds;
};

// One picture (or video) in one region for one span of time.
struct Cue {
    CueId id = 0;
    const model::Media* media = nullptr; // owned by the playlist, valid while the Timeline lives
    std::string language;                // of a slide's turn; empty for everything else
    std::size_t round = 0;               // of a slide: which of Intrinsic::rounds
    Milliseconds from{
        0}; // of the medium's time, after clipBegin; > 0 when it goes on after a pause
    Milliseconds begin{0};
    // nullopt: open until mediaEnded(), or until a container around it ends (told by Step::ends).
    std::optional<Milliseconds> end;
};

enum class MediaEnd { kFinished, kFailed, kTimedOut };

// Why something is not shown.
struct Reason {
    model::SourcePlace place;
    std::string text; // one sentence
};

struct Step {
    std::vector<CueId> ends; // handled before the begins of the same instant
    // The active duration is over and the last picture stays (fill="freeze"); `ends` comes later.
    std::vector<CueId> freezes;
    std::vector<Cue> begins; // by begin, then z-index, then document order
    // At most one a region: what follows if nothing happens; to be prepared now. Its id is 0 and
    // its times are a forecast (an open cue is taken to end at once).
    std::vector<Cue> upcoming;
    // When advance() must be called again; nullopt: only an event goes on.
    std::optional<Milliseconds> next;
    bool finished = false;   // the body has ended and nothing will begin any more
    std::size_t visited = 0; // nodes looked at in this step, for the tests of its cost
};

struct Options {
    // A slide's turns in these languages, in this order; empty, or none of them there: as given.
    std::vector<std::string> languages;
    std::uint64_t seed = 0;
    bool captions = true; // for systemCaptions
    int width = 1920;     // of the screen in px, for systemScreenSize
    int height = 1080;
    std::string playerId; // for smil-playerId() and smil-playerName()
    std::string playerName;
    // What the wall clock shows when the playlist begins, and the screen's zone.
    WallTime start{};
    Zone zone;
    // Called once a medium when it first becomes upcoming. Must not block.
    std::function<Intrinsic(const model::Media&)> intrinsic;
};

// Any one thread. The cost of one step does not depend on the playlist's length.
class Timeline {
public:
    // The playlist holds only what is played: the readers leave out the rest, with remarks.
    // Errors: kInvalid when containers are nested deeper than 64 levels.
    static Result<Timeline> make(std::shared_ptr<const model::Playlist> playlist, Options options);

    Timeline(Timeline&&) noexcept;
    Timeline& operator=(Timeline&&) noexcept;
    Timeline(const Timeline&) = delete;
    Timeline& operator=(const Timeline&) = delete;
    ~Timeline();

    // Moves to `now`, which never goes back. The first call with 0 begins the playlist. A cue that
    // began and ended since the last call is in both lists; the steps may be as long as one likes.
    Step advance(Milliseconds now);

    // The medium of this cue ended at `now`: an open cue ends there and its successor begins; a cue
    // with an end keeps it when it finished (the last picture stays) and is skipped when it failed.
    // A cue that has ended already is ignored.
    Step mediaEnded(CueId cue, MediaEnd how, Milliseconds now);

    // Something outside happened: keyEvent("a"), notifyEvent("name"), "id.event". What does not
    // wait for it ignores it; a trigger of the head that it completes happens as well.
    Step happened(const std::string& event, Milliseconds now);

    // The wall clock was set: it shows `wall` at `now`.
    Step clockSet(WallTime wall, Milliseconds now);

    // An upcoming medium could not be prepared. Until its cue begins (and is ended by mediaEnded()
    // at once), `upcoming` passes it over, so that what follows is ready in its place.
    Step willFail(const model::Media& media);

    const std::vector<Cue>& active() const;

    // When nothing has begun so far: what holds each element back; never empty.
    std::vector<Reason> whyNothing() const;

private:
    struct State;
    Timeline();
    std::unique_ptr<State> state_;
};

} // namespace jtv::timeline
