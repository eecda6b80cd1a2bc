// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Time nodes → items with their turns.
#include "content/model/language_loop.h"

#include <algorithm>
#include <numeric>
#include <variant>

namespace jtv::model {
namespace {

void collect(const TimeNode& node, std::vector<const TimeNode*>& media)
{
    if (std::holds_alternative<Media>(node.body)) {
        media.push_back(&node);
        return;
    }
    for (const auto& child : std::get<Container>(node.body).children) {
        collect(child, media);
    }
}

// What the playlist says lasts so long is shared among the turns in proportion.
void stretch(LanguageRound& round, Milliseconds wanted)
{
    const auto whole = std::accumulate(
        round.begin(), round.end(), Milliseconds{0}, [](Milliseconds sum, const auto& turn) {
            return sum + turn.duration;
        });
    for (auto& turn : round) {
        turn.duration = Milliseconds{
            turn.duration.count() * wanted.count() / std::max<Milliseconds::rep>(1, whole.count())};
    }
}

} // namespace

Result<std::vector<LoopItem>> loopOf(
    const Playlist& playlist,
    LanguageOrder order,
    const std::vector<std::string>& languages,
    const LoopSources& sources)
{
    std::vector<const TimeNode*> nodes;
    collect(playlist.body, nodes);
    std::vector<LoopItem> loop;
    loop.reserve(nodes.size());
    for (const auto* const node : nodes) {
        const auto& media = std::get<Media>(node->body);
        const bool timed = node->timing.dur.kind == Duration::Kind::kClock;
        if (media.kind != MediaKind::kSlide) {
            const auto length = timed ? node->timing.dur.value : sources.length(media);
            loop.push_back({media.source, {{{"", length}}}});
            continue;
        }
        const auto slide = sources.slide(media);
        if (!slide) {
            return slide.error();
        }
        loop.push_back({media.source, languageRounds(**slide, order, languages)});
        for (auto& round : loop.back().rounds) {
            if (timed) {
                stretch(round, node->timing.dur.value);
            }
        }
    }
    return loop;
}

} // namespace jtv::model
