// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How one item gives way to the next: which mix of two pictures at which time. Pure.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/playlist.h"
#include "player/screen/mix.h"

#include <optional>
#include <string_view>

namespace jtv::show {

// A transition as the screen carries it out; duration 0 = cut.
struct Effect {
    screen::Mix::Kind kind = screen::Mix::Kind::kFade;
    screen::Mix::From from = screen::Mix::From::kLeft;
    std::uint32_t colour = 0; // 0xrrggbb
    Nanoseconds duration{0};
    double startProgress = 0; // 0 … 1
    double endProgress = 1;   // startProgress … 1
};

Effect effectOf(const model::Transition& transition);

// The transition of this id; nullopt when the playlist has none, or the id is empty.
std::optional<Effect> effectNamed(const model::Playlist& playlist, std::string_view id);

// For items without a transition of their own, as settings and command line name it:
// KIND[-EDGE][:MILLISECONDS], e.g. "cut", "crossfade", "fade", "push-left:800", "wipe-top".
// Errors: kInvalid.
Result<Effect> parseEffect(std::string_view text);

// What is shown so long after the beginning; nullopt: it is over.
std::optional<screen::Mix> mixAt(const Effect& effect, Nanoseconds since);

} // namespace jtv::show
