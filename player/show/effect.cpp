// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How one item gives way to the next.
#include "player/show/effect.h"

#include "player/show/layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace jtv::show {
namespace {

using Kind = screen::Mix::Kind;
using From = screen::Mix::From;

constexpr Milliseconds kUsual{500};
constexpr int kLongest = 10'000; // ms

Kind kindOf(model::Transition::Kind kind)
{
    switch (kind) {
    case model::Transition::Kind::kFadeToColor:
        return Kind::kToColour;
    case model::Transition::Kind::kFadeFromColor:
        return Kind::kFromColour;
    case model::Transition::Kind::kWipe:
        return Kind::kWipe;
    case model::Transition::Kind::kSlide:
        return Kind::kSlide;
    case model::Transition::Kind::kPush:
        return Kind::kPush;
    case model::Transition::Kind::kCrossfade:
        break;
    }
    return Kind::kFade;
}

From fromOf(model::Transition::From from)
{
    switch (from) {
    case model::Transition::From::kTop:
        return From::kTop;
    case model::Transition::From::kRight:
        return From::kRight;
    case model::Transition::From::kBottom:
        return From::kBottom;
    case model::Transition::From::kLeft:
        break;
    }
    return From::kLeft;
}

struct Word {
    std::string_view text;
    Kind kind;
    bool directed; // an edge may follow
};
constexpr std::array<Word, 5> kWords{{
    {"crossfade", Kind::kFade, false},
    {"fade", Kind::kThroughColour, false},
    {"push", Kind::kPush, true},
    {"slide", Kind::kSlide, true},
    {"wipe", Kind::kWipe, true},
}};
constexpr std::array<std::string_view, 4> kEdges{"left", "top", "right", "bottom"};

Error unknown(std::string_view text)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "\"{}\" is no transition; write cut, crossfade, fade, or push, slide or wipe with an "
            "edge, and a time in ms if you like: push-right:800",
            text)};
}

} // namespace

Effect effectOf(const model::Transition& transition)
{
    Effect effect;
    effect.kind = kindOf(transition.kind);
    effect.from = fromOf(transition.from);
    effect.colour = colourOf(transition.fadeColor).value_or(0);
    effect.duration = std::max(transition.duration, Milliseconds(0));
    effect.startProgress = transition.startProgress;
    effect.endProgress = transition.endProgress;
    return effect;
}

std::optional<Effect> effectNamed(const model::Playlist& playlist, std::string_view id)
{
    const auto found = std::find_if(
        playlist.transitions.begin(), playlist.transitions.end(), [&](const auto& transition) {
            return transition.id == id;
        });
    if (id.empty() || found == playlist.transitions.end()) {
        return std::nullopt;
    }
    return effectOf(*found);
}

Result<Effect> parseEffect(std::string_view text)
{
    const std::string_view whole = text;
    Effect effect;
    effect.duration = kUsual;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        int time = -1;
        const auto* end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + colon + 1, end, time);
        if (read.ptr != end || time < 0 || time > kLongest) {
            return unknown(whole);
        }
        effect.duration = Milliseconds(time);
        text = text.substr(0, colon);
    }
    if (text == "cut") {
        effect.duration = Nanoseconds(0);
        return effect;
    }
    const auto dash = std::min(text.find('-'), text.size());
    const auto* word = std::find_if(kWords.begin(), kWords.end(), [&](const Word& known) {
        return known.text == text.substr(0, dash);
    });
    if (word == kWords.end()) {
        return unknown(whole);
    }
    effect.kind = word->kind;
    if (dash == text.size()) {
        return effect;
    }
    const auto* edge = std::find(kEdges.begin(), kEdges.end(), text.substr(dash + 1));
    if (!word->directed || edge == kEdges.end()) {
        return unknown(whole);
    }
    effect.from = static_cast<From>(edge - kEdges.begin()); // both clockwise from the left
    return effect;
}

std::optional<screen::Mix> mixAt(const Effect& effect, Nanoseconds since)
{
    if (effect.duration <= Nanoseconds(0) || since >= effect.duration) {
        return std::nullopt;
    }
    const double part = std::max(
        0.0, static_cast<double>(since.count()) / static_cast<double>(effect.duration.count()));
    screen::Mix mix;
    mix.kind = effect.kind;
    mix.from = effect.from;
    mix.colour = effect.colour;
    mix.progress = effect.startProgress + part * (effect.endProgress - effect.startProgress);
    return mix;
}

} // namespace jtv::show
