// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Simple durations [SMIL 3.0 Timing, 5.4.5] and the turns of slides.
#include "player/timeline/intrinsics.h"

#include "player/timeline/outline.h"

#include <algorithm>
#include <numeric>

namespace jtv::timeline {
namespace {

Milliseconds sumOf(const std::vector<Turn>& turns, std::size_t count)
{
    return std::accumulate(
        turns.begin(),
        turns.begin() + static_cast<std::ptrdiff_t>(count),
        Milliseconds(0),
        [](Milliseconds sum, const Turn& turn) { return sum + turn.duration; });
}

// The turns in the wanted languages, best first, none twice; all when none of them is there.
std::vector<Turn>
wantedTurns(const std::vector<Turn>& turns, const std::vector<std::string>& languages)
{
    std::vector<Turn> wanted;
    std::vector<Turn> left = turns;
    for (const auto& language : languages) {
        for (auto turn = left.begin(); turn != left.end();) {
            if (serves(turn->language, language)) {
                wanted.push_back(std::move(*turn));
                turn = left.erase(turn);
            } else {
                ++turn;
            }
        }
    }
    return wanted.empty() ? turns : wanted;
}

} // namespace

const Intrinsic& Intrinsics::of(const model::Media& media)
{
    if (const auto found = known_.find(&media); found != known_.end()) {
        return found->second;
    }
    auto known = options_.intrinsic ? options_.intrinsic(media) : Intrinsic();
    if (media.clipEnd) {
        known.duration = std::min(known.duration.value_or(*media.clipEnd), *media.clipEnd);
    }
    if (known.duration) {
        known.duration =
            std::max(*known.duration - media.clipBegin.value_or(Milliseconds(0)), Milliseconds(0));
    }
    for (auto& turns : known.rounds) {
        std::erase_if(turns, [](const Turn& turn) { return turn.duration <= Milliseconds(0); });
        turns = wantedTurns(turns, options_.languages);
    }
    std::erase_if(known.rounds, [](const auto& turns) { return turns.empty(); });
    return known_.emplace(&media, std::move(known)).first->second;
}

SimpleDuration simpleDurationOf(
    const model::Timing& timing,
    bool lingers,
    const model::Media& media,
    const Intrinsic& known,
    const std::vector<Turn>& turns)
{
    if (timing.dur.kind == model::Duration::Kind::kClock) {
        return {timing.dur.value, false};
    }
    if (lingers || isIndefinite(timing)) {
        return {std::nullopt, false};
    }
    if (media.kind == model::MediaKind::kSlide && !turns.empty()) {
        return {sumOf(turns, turns.size()), false};
    }
    const bool moves =
        media.kind == model::MediaKind::kVideo || media.kind == model::MediaKind::kAudio;
    if (moves) {
        return {known.duration, !known.duration};
    }
    return {known.duration.value_or(kDefaultPictureTime), false};
}

Milliseconds
turnDuration(const std::vector<Turn>& turns, std::size_t turn, std::optional<Milliseconds> simple)
{
    if (!simple) {
        return turns[turn].duration;
    }
    const auto total = sumOf(turns, turns.size()).count();
    const auto until = [&](std::size_t count) {
        const auto share =
            static_cast<long double>(sumOf(turns, count).count()) / static_cast<long double>(total);
        return static_cast<Milliseconds::rep>(
            share * static_cast<long double>(simple->count()) + 0.5L);
    };
    return Milliseconds(until(turn + 1) - until(turn));
}

} // namespace jtv::timeline
