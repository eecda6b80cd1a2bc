// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Keeps the statistics: every item's record, every presentation, every switch.
#pragma once

#include "player/frame/frame.h"
#include "player/media/video.h"
#include "player/show/statistics.h"

#include <map>
#include <optional>
#include <string>

namespace jtv::show {

// When a picture should be seen, and for how long.
struct PictureTime {
    SteadyTime due;
    Nanoseconds duration{0}; // of a moving picture's frame; 0 = a still, or unknown
};

// Main-thread only.
class Ledger {
public:
    Ledger(SteadyTime processStart, Nanoseconds refresh);

    void began(ItemRecord record, bool moving);
    // Ends an item's record; without `expected` the frames counted so far are those that were
    // expected.
    void ended(std::uint64_t item, ItemEnd end, std::string reason);
    void decoder(std::uint64_t item, const media::Decoding& decoding);

    // `track`: which captions were shown; empty = none.
    void captions(std::uint64_t item, const std::string& track);

    void expected(std::uint64_t item, std::uint64_t frames);
    void dropped(std::uint64_t frames) { statistics_.framesDropped += frames; }
    // `wanted`: when the picture should have been seen; nullopt for the first of a programme, which
    // is due when it is there. True when the item is seen for the first time, or in another way
    // than before.
    bool presented(
        const frame::Presented& presented,
        const std::optional<PictureTime>& wanted,
        const std::string& region);
    // So often has the process been started again because of a decoder.
    void restarts(std::uint64_t times) { statistics_.decoderRestarts = times; }
    void black() { ++statistics_.blackFrames; }

    const Statistics& statistics() const { return statistics_; }
    std::uint64_t endings() const { return endings_; } // of items, in whatever way
    const ItemRecord* find(std::uint64_t item) const;
    std::optional<SteadyTime> first() const { return first_; }

private:
    struct LastSeen {
        std::uint64_t item = 0;
        bool moving = false;
        SteadyTime at;
        Nanoseconds duration{0};
        std::string source;
    };
    ItemRecord* record(std::uint64_t item);
    void firstOf(
        ItemRecord& item,
        const frame::Presented& presented,
        const std::optional<PictureTime>& wanted,
        const std::optional<LastSeen>& before);
    Switch switchBetween(
        const LastSeen& before,
        const ItemRecord& item,
        SteadyTime at,
        const std::optional<PictureTime>& wanted) const;

    Statistics statistics_;
    SteadyTime processStart_;
    Nanoseconds refresh_;
    std::uint64_t endings_ = 0;
    std::optional<SteadyTime> first_;
    std::map<std::string, LastSeen> lastSeen_; // by region
    std::map<std::uint64_t, bool> moving_;     // items not yet ended
};

} // namespace jtv::show
