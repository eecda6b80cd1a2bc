// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the caller knows of each medium, asked once.
#pragma once

#include "player/timeline/screen_tests.h"
#include "player/timeline/timeline.h"

#include <unordered_map>

namespace jtv::timeline {

class Intrinsics {
public:
    explicit Intrinsics(Options options) : options_(std::move(options)) {}

    bool knows(const model::Media& media) const { return known_.count(&media) > 0; }
    // Valid as long as this object. Turns are in the wanted languages, durations ≥ 0; no round is
    // empty.
    const Intrinsic& of(const model::Media& media);

private:
    Options options_;
    std::unordered_map<const model::Media*, Intrinsic> known_;
};

// How long one iteration of a medium is.
struct SimpleDuration {
    std::optional<Milliseconds> value; // nullopt: without end, or unknown
    bool endsWithMedia = false;        // unknown: mediaEnded() ends it
};
// `turns`: of a slide's round.
SimpleDuration simpleDurationOf(
    const model::Timing& timing,
    bool lingers,
    const model::Media& media,
    const Intrinsic& known,
    const std::vector<Turn>& turns);

// The time of one turn of a slide, `simple` shared among all turns in proportion, to the
// millisecond.
Milliseconds
turnDuration(const std::vector<Turn>& turns, std::size_t turn, std::optional<Milliseconds> simple);

} // namespace jtv::timeline
