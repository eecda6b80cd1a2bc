// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A playlist: the timed tree of a SMIL 3.0 document, as plain values.
// Names and meaning are SMIL's; sections in brackets are those of https://www.w3.org/TR/SMIL3/.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"

namespace jtv::model {

// Where something was written, for messages: FILE:LINE.
struct SourcePlace {
    std::string file;
    int line = 0;  // 1-based; 0 = unknown
};

// Something the reader noticed and repaired or will not play; never silent.
struct Remark {
    enum class Severity { kWarning, kError };
    Severity severity = Severity::kWarning;
    SourcePlace place;
    std::string text;  // one sentence with the fix
};

// How a picture fills its region [SMIL 3.0 Layout, 5.4.9].
enum class Fit { kFill, kHidden, kMeet, kMeetBest, kSlice, kScroll };

// Pixels of the root layout, or per cent of the parent's width or height.
struct Length {
    double value = 0;
    bool percent = false;
};

struct Region {
    std::string id;
    std::optional<Length> left, top, right, bottom, width, height;
    int zIndex = 0;
    Fit fit = Fit::kMeet;
    std::string backgroundColor;  // "#rrggbb"; empty = transparent
};

struct Layout {
    int width = 1920;   // px of the root layout
    int height = 1080;
    std::string backgroundColor = "#000000";
    std::vector<Region> regions;  // document order; a medium without a region fills the root
};

enum class MediaKind { kVideo, kImage, kSlide, kAudio };

struct Media {
    MediaKind kind = MediaKind::kImage;
    std::string source;       // as written: path, URL or /blobs/SHA256
    std::string type;         // media type as written, may be empty
    std::string region;       // empty = the whole root layout
    std::optional<Fit> fit;   // overrides the region's
    double soundLevel = 0;    // 0 (muted, the default of a waiting room) … 1
};

// `dur` [SMIL 3.0 Timing, 5.4.3]: a clock value, "media", "indefinite", or not written.
struct Duration {
    enum class Kind { kUnset, kClock, kMedia, kIndefinite };
    Kind kind = Kind::kUnset;
    Milliseconds value{0};
};

struct Timing {
    std::optional<Milliseconds> begin;  // offset from the parent's start (par) or the predecessor's end (seq)
    std::optional<Milliseconds> end;
    Duration dur;
    std::optional<double> repeatCount;  // > 0; infinity = indefinite
};

struct TimeNode;

// `seq` plays its children one after the other, `par` together.
struct Container {
    enum class Kind { kSeq, kPar };
    Kind kind = Kind::kSeq;
    std::vector<TimeNode> children;
};

struct TimeNode {
    std::string id;  // empty = none written
    SourcePlace place;
    Timing timing;
    std::variant<Container, Media> body;
};

struct Playlist {
    std::string title;
    Layout layout;
    TimeNode body;                // the <body>: a seq
    std::vector<Remark> remarks;  // repairs and what will not play
};

}  // namespace jtv::model
