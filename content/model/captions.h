// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions of one language, whatever file or stream they came from. Names and meaning of the
// settings are WebVTT's; sections in brackets are those of https://www.w3.org/TR/webvtt1/.
#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace jtv::model {

// The colours that tell speakers apart [5.1]; kNone is the screen's own.
enum class CaptionColour { kNone, kWhite, kLime, kCyan, kRed, kYellow, kMagenta, kBlue, kBlack };

// Text of one look.
struct CaptionSpan {
    std::string text; // UTF-8 without line breaks, never empty
    bool bold = false;
    bool italic = false;
    bool underline = false;
    CaptionColour colour = CaptionColour::kNone;
    std::string language;             // BCP 47; empty = the track's
    std::string voice;                // who speaks; empty = not told
    std::string ruby;                 // how it is read, written small beside it; empty = none
    std::optional<Milliseconds> from; // spoken from then on, of the track's time; not hidden before

    friend bool operator==(const CaptionSpan&, const CaptionSpan&) = default;
};
using CaptionLine = std::vector<CaptionSpan>; // never empty

// How lines follow each other [3.1]: below, or to the left or right with upright letters.
enum class CaptionWriting { kHorizontal, kGrowingLeft, kGrowingRight };
enum class CaptionAlign { kStart, kCentre, kEnd, kLeft, kRight };
enum class CaptionLineAlign { kStart, kCentre, kEnd };
enum class CaptionPositionAlign { kAuto, kLineLeft, kCentre, kLineRight };

// Where the box stands.
struct CaptionPlace {
    CaptionWriting writing = CaptionWriting::kHorizontal;
    std::optional<double> line; // nullopt: at the lower edge
    bool snapToLines = true;    // `line` counts lines (negative: from the far edge); else per cent
    CaptionLineAlign lineAlign = CaptionLineAlign::kStart;
    std::optional<double> position; // per cent, 0 … 100; nullopt: as `align` says
    CaptionPositionAlign positionAlign = CaptionPositionAlign::kAuto;
    double size = 100; // per cent of the picture's width (height when vertical), 0 … 100
    CaptionAlign align = CaptionAlign::kCentre;
    std::string region; // CaptionRegion::id; empty = none

    friend bool operator==(const CaptionPlace&, const CaptionPlace&) = default;
};

// A part of the picture that several captions share [3.4]. All but `lines` are per cent, 0 … 100.
struct CaptionRegion {
    std::string id;
    double width = 100;
    int lines = 3;
    double anchorX = 0; // this point of the region …
    double anchorY = 100;
    double viewportX = 0; // … lies on this one of the picture
    double viewportY = 100;
    bool scrolls = false;

    friend bool operator==(const CaptionRegion&, const CaptionRegion&) = default;
};

// Shown for begin ≤ time < end.
struct Caption {
    std::string id; // as written; may be empty
    Milliseconds begin{0};
    Milliseconds end{0};
    CaptionPlace place;
    std::vector<CaptionLine> lines;

    friend bool operator==(const Caption&, const Caption&) = default;
};

struct CaptionTrack {
    std::string language; // BCP 47; empty = not told
    std::vector<CaptionRegion> regions;
    std::vector<Caption> captions; // by begin; those of one begin in the order written

    friend bool operator==(const CaptionTrack&, const CaptionTrack&) = default;
};

} // namespace jtv::model
