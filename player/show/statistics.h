// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What was really shown, counted; the object written by --stats.
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace jtv::show {

enum class ItemEnd { kPlaying, kFinished, kFailed, kTimedOut, kStopped };

struct ItemRecord {
    std::uint64_t item = 0; // as in frame::Presented
    std::string source;     // as written
    std::string kind;       // video, image, slide
    std::string language;   // of a slide's turn
    std::string region;
    std::string decoder;           // GStreamer element, or "picture", "typeset"
    std::string path = "window";   // plane, gl, window
    std::string memory = "copied"; // zero_copy, copied
    std::string captions;          // a file's name, "embedded de", empty = none
    std::uint32_t plane = 0;       // DRM object id; 0 = none
    std::string remark; // why a board with hardware decoders used none; empty when it did
    std::uint64_t framesExpected = 0;
    std::uint64_t framesPresented = 0;
    std::uint64_t fallbacks = 0; // ways of decoding that failed and were left
    std::uint64_t flushes = 0;   // of a decoder that had gone silent
    std::uint64_t rebuilds = 0;  // the same, where emptying it did not help
    SteadyTime firstSeen;        // with framesPresented > 0
    SteadyTime lastSeen;
    ItemEnd end = ItemEnd::kPlaying;
    std::string reason; // a plain sentence when it failed or timed out
};

struct Switch {
    std::string from;
    std::string to;
    // Last presentation of the one to the first of the other. A still is presented once and stands
    // until its time is over: there it is the time since then.
    double gapMs = 0;
    // First presentation of the other less the time it was due, which is when the last picture of
    // the one had had its time; below 0 = too early. nullopt: a new programme, due when it is
    // ready.
    std::optional<double> errorMs;
    // The same in frames of the one; where it did not move in frames of the other, of two stills in
    // refreshes of the display.
    std::optional<double> errorFrames;
};

struct Statistics {
    std::uint64_t itemsPlayed = 0; // ended after at least one presentation, or still shown
    std::uint64_t itemsFailed = 0; // failed or timed out
    std::uint64_t framesExpected = 0;
    std::uint64_t framesPresented = 0;
    std::uint64_t framesLate = 0;    // presented more than one refresh after they were due
    std::uint64_t framesDropped = 0; // never presented, a newer one was due
    std::uint64_t lateStarts = 0;    // items whose first picture was not ready when they were due
    std::uint64_t blackFrames = 0;
    std::uint64_t decoderFallbacks = 0; // of all items, as are the two below
    std::uint64_t decoderFlushes = 0;
    std::uint64_t decoderRebuilds = 0;
    std::uint64_t decoderRestarts = 0;  // of the process, because a decoder hung for good
    std::optional<double> firstFrameMs; // from process start
    double longestGapMs = 0; // between two presentations of moving pictures, switches included
    // The newest of a long run; older ones are only in the sums.
    std::deque<Switch> switches;
    std::deque<ItemRecord> items;
};

// Pictures of an item that were seen in a second; 0 when it did not move.
double presentedFps(const ItemRecord& item);

// The object that `play --stats` prints, with peak_rss_kb of this process.
std::string toJson(const Statistics& statistics);

} // namespace jtv::show
