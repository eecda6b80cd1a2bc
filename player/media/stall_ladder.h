// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is done about a hardware decoder that has gone silent, one step after the other; pure.
#pragma once

#include <algorithm>
#include <utility>

namespace jtv::media {

// The last step of all, to start the process again, is the reaper's: see Reaper::overdue().
enum class Remedy {
    kFlush,   // empty the decoder, and go on from the key frame before the last picture
    kRebuild, // a new decoder of the same kind
    kNextWay, // the next way of ladder.h
};

// Each step once an item and way: a decoder that stalls again and again is not trusted for ever.
class StallLadder {
public:
    // `flushable`: the stream can be sought in while it plays.
    Remedy next(bool flushable)
    {
        step_ = flushable ? step_ : std::max(step_, Remedy::kRebuild);
        return std::exchange(step_, step_ == Remedy::kFlush ? Remedy::kRebuild : Remedy::kNextWay);
    }

    // Another way is tried.
    void begin() { step_ = Remedy::kFlush; }

private:
    Remedy step_ = Remedy::kFlush;
};

} // namespace jtv::media
