// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A playlist: the timed tree of a SMIL 3.0 document, as plain values.
// Names and meaning are SMIL's; sections in brackets are those of https://www.w3.org/TR/SMIL3/.
#pragma once

#include "content/model/condition.h"
#include "content/model/expression.h"
#include "content/model/layout.h"
#include "content/model/timing.h"
#include "content/model/transition.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jtv::model {

// Where something was written, for messages: FILE:LINE.
struct SourcePlace {
    std::string file;
    int line = 0; // 1-based; 0 = unknown
};

// Something the reader noticed and repaired or will not play; never silent.
struct Remark {
    enum class Severity { kWarning, kError };
    Severity severity = Severity::kWarning;
    SourcePlace place;
    std::string text; // one sentence with the fix
};

// kBrush: an area of one colour. kText: plain text, from a file or written in the playlist.
enum class MediaKind { kVideo, kImage, kSlide, kAudio, kBrush, kText };

const char* wordOf(MediaKind kind); // "video", "image", "slide", "audio", "brush" or "text"

struct Param {
    std::string name;
    std::string value;

    friend bool operator==(const Param&, const Param&) = default;
};

struct Media {
    MediaKind kind = MediaKind::kImage;
    std::string source;     // path, URL or /blobs/SHA256; empty for brush, written text
    std::string written;    // the source with Playlist::data not yet filled in; empty = the same
    std::string type;       // media type as written, may be empty
    std::string region;     // empty = the whole root layout
    std::optional<Fit> fit; // overrides the region's
    std::optional<Alignment> align; // overrides the region's
    double soundLevel = 0;          // 0 (muted, the default of a waiting room) … 1
    std::optional<SoundAlign> soundAlign;
    std::optional<Milliseconds> clipBegin; // of the medium's own time
    std::optional<Milliseconds> clipEnd;   // > clipBegin
    std::string color;                     // kBrush: "#rrggbb"; kText: of the letters, may be empty
    std::string text;                      // kText, written in the playlist
    bool crawls = false; // kText: a ticker, from right to left (Arabic: left to right)
    std::string transIn; // Transition::id; empty = cut
    std::string transOut;
    std::vector<Param> params;
};

struct TimeNode;

// How the children of an excl's priority class and those of other classes interrupt one another.
struct PriorityClass {
    enum class Peers { kStop, kPause, kDefer, kNever };
    enum class Higher { kStop, kPause }; // what happens to ours when a higher one begins
    enum class Lower { kDefer, kNever }; // what happens to a lower one that wants to begin
    enum class PauseDisplay { kDisable, kHide, kShow };
    Peers peers = Peers::kStop;
    Higher higher = Higher::kPause;
    Lower lower = Lower::kDefer;
    PauseDisplay pauseDisplay = PauseDisplay::kShow;
    std::size_t size = 0; // as many of Container::children, in their order, are in this class

    friend bool operator==(const PriorityClass&, const PriorityClass&) = default;
};

// The children of a seq in an order drawn by lot, each once before one comes again; `pick` of them
// in each of the seq's iterations, 0 = all.
struct Shuffle {
    std::size_t pick = 0;

    friend bool operator==(const Shuffle&, const Shuffle&) = default;
};

// `seq` plays its children one after the other, `par` together, `excl` one at a time, `switch` the
// first whose condition holds.
struct Container {
    enum class Kind { kSeq, kPar, kExcl, kSwitch };
    Kind kind = Kind::kSeq;
    std::vector<TimeNode> children;
    std::vector<PriorityClass> classes{}; // kExcl: highest first; empty: one for all
    std::optional<Shuffle> shuffle{};     // kSeq
};

struct TimeNode {
    std::string id; // empty = none written
    SourcePlace place;
    Timing timing;
    Condition condition;
    std::variant<Container, Media> body;
};

// A trigger of the head: when all (or one) of its conditions are met, its name is an event.
struct TriggerCondition {
    std::string origin; // "keyboard", "notify", "sync" …
    std::string data;
    std::string action;

    friend bool operator==(const TriggerCondition&, const TriggerCondition&) = default;
};
struct Trigger {
    std::string id;
    bool all = false; // condition="and"
    std::vector<TriggerCondition> conditions;

    friend bool operator==(const Trigger&, const Trigger&) = default;
};

struct Playlist {
    std::string title;
    Layout layout;
    std::vector<Transition> transitions;
    std::vector<Trigger> triggers;
    StateData data; // of <state>: "{name}" in a source and name in an expression is its text
    std::optional<Milliseconds> refresh; // a client of a server asks for the file again so often
    TimeNode body;                       // the <body>: a seq
    std::vector<Remark> remarks;         // repairs and what will not play
};

} // namespace jtv::model
