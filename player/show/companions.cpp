// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Videos that belong together.
#include "player/show/companions.h"

#include "player/show/slot.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::show {
namespace {

// Of a par's child: itself, or the alternatives of a switch.
std::vector<const model::Media*> videosOf(const model::TimeNode& child)
{
    std::vector<const model::Media*> videos;
    if (const auto* media = std::get_if<model::Media>(&child.body)) {
        if (media->kind == model::MediaKind::kVideo) {
            videos.push_back(media);
        }
        return videos;
    }
    const auto& container = std::get<model::Container>(child.body);
    for (const auto& each : container.children) {
        const auto* media = std::get_if<model::Media>(&each.body);
        if (container.kind == model::Container::Kind::kSwitch && media != nullptr &&
            media->kind == model::MediaKind::kVideo) {
            videos.push_back(media);
        }
    }
    return videos;
}

} // namespace

void Companions::collect(const model::TimeNode& node)
{
    const auto* container = std::get_if<model::Container>(&node.body);
    if (container == nullptr) {
        return;
    }
    std::vector<const model::Media*> videos;
    std::size_t together = 0;
    for (const auto& child : container->children) {
        const auto some = videosOf(child);
        together += some.empty() ? 0 : 1;
        videos.insert(videos.end(), some.begin(), some.end());
        collect(child);
    }
    if (container->kind == model::Container::Kind::kPar && together > 1) {
        for (const auto* video : videos) {
            groups_.emplace(video, container);
        }
    }
}

const void* Companions::groupOf(const model::Media& media) const
{
    const auto found = groups_.find(&media);
    return found == groups_.end() ? nullptr : found->second;
}

void refuseTooMany(const std::vector<Slot*>& slots, model::Board board)
{
    const bool fresh = std::all_of(slots.begin(), slots.end(), [](const Slot* slot) {
        return slot->stage() == SlotStage::kReady && slot->load();
    });
    std::vector<model::Playing> together;
    for (Slot* slot : fresh ? slots : std::vector<Slot*>()) {
        together.push_back(*slot->load());
        if (together.size() > 1 && !model::decodesTogether(board, together)) {
            together.pop_back();
            slot->refuse(fmt::format(
                "{}: this board ({}) cannot decode it beside {}; make one of them smaller with "
                "jtv-content prepare, or show them one after the other",
                slot->media().source,
                model::wordOf(board),
                slots.front()->media().source));
        }
    }
}

void keepInStep(const std::vector<Slot*>& slots, SteadyTime now)
{
    // One whose companions have ended or failed goes on alone.
    const bool alone = slots.size() < 2;
    const bool ready = alone || std::all_of(slots.begin(), slots.end(), [](const Slot* slot) {
                           return slot->stage() != SlotStage::kOrdered;
                       });
    std::optional<SteadyTime> since;
    for (Slot* slot : slots) {
        slot->mayStart = ready;
        if (alone) {
            continue;
        }
        if (const auto starves = slot->starvesSince(now)) {
            since = std::min(since.value_or(*starves), *starves);
        }
    }
    for (Slot* slot : slots) {
        if (since) {
            slot->hold(*since, slot->starvesSince(now).has_value());
        } else {
            slot->resume(now);
        }
    }
}

} // namespace jtv::show
