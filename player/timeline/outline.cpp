// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Making the outline.
#include "player/timeline/outline.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::timeline {
namespace {

constexpr int kDeepest = 64;

bool takesTime(const model::Timing& timing)
{
    return timing.dur.kind == model::Duration::Kind::kClock ||
           timing.dur.kind == model::Duration::Kind::kIndefinite || offsetOf(timing.end) ||
           offsetOf(timing.begin).value_or(Milliseconds(0)) > Milliseconds(0);
}

bool isUntimedPicture(const Item& item)
{
    const auto& timing = item.node->timing;
    return item.media != nullptr && item.media->kind == model::MediaKind::kImage &&
           timing.dur.kind == model::Duration::Kind::kUnset && timing.end.empty() && !timing.repeatCount;
}

} // namespace

bool isIndefinite(const model::Timing& timing)
{
    const bool unset = timing.dur.kind == model::Duration::Kind::kUnset;
    return timing.dur.kind == model::Duration::Kind::kIndefinite ||
           (unset && !timing.end.empty() && !timing.repeatCount);
}

std::optional<Milliseconds> offsetOf(const std::vector<model::TimeValue>& times)
{
    for (const auto& time : times) {
        if (const auto* offset = std::get_if<model::OffsetTime>(&time)) {
            return offset->offset;
        }
    }
    return std::nullopt;
}

Outline::Outline(std::shared_ptr<const model::Playlist> playlist) : playlist_(std::move(playlist))
{
    for (const auto& region : playlist_->layout.regions) {
        zIndexes_.emplace(region.id, region.zIndex);
    }
}

Result<std::shared_ptr<const Outline>>
Outline::make(std::shared_ptr<const model::Playlist> playlist)
{
    auto outline = std::shared_ptr<Outline>(new Outline(std::move(playlist)));
    const auto& body = outline->playlist_->body;
    if (auto added = outline->add(body, 0, outline->root_); !added) {
        return std::move(added).error();
    }
    return std::shared_ptr<const Outline>(std::move(outline));
}

Status Outline::add(const model::TimeNode& node, int depth, ItemIndex& index)
{
    if (depth > kDeepest) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "{}:{}: elements are nested deeper than {} levels; make the playlist flatter",
                node.place.file,
                node.place.line,
                kDeepest)};
    }
    Item item;
    item.node = &node;
    if (const auto* container = std::get_if<model::Container>(&node.body)) {
        item.parallel = container->kind == model::Container::Kind::kPar;
        if (auto added = addChildren(*container, depth, item); !added) {
            return added;
        }
        letPicturesLinger(item);
    } else {
        item.media = &std::get<model::Media>(node.body);
        const auto found = zIndexes_.find(item.media->region);
        item.zIndex = found == zIndexes_.end() ? 0 : found->second;
    }
    index = static_cast<ItemIndex>(items_.size());
    items_.push_back(std::move(item));
    return Done{};
}

Status Outline::addChildren(const model::Container& container, int depth, Item& item)
{
    for (const auto& child : container.children) {
        ItemIndex index = 0;
        if (auto added = add(child, depth + 1, index); !added) {
            return added;
        }
        const auto& made = items_[index];
        if (made.media != nullptr || !made.children.empty() || takesTime(child.timing)) {
            item.children.push_back(index);
        }
    }
    return Done{};
}

void Outline::letPicturesLinger(Item& par)
{
    const auto& timing = par.node->timing;
    const bool endsByItself =
        timing.dur.kind != model::Duration::Kind::kClock && !isIndefinite(timing);
    const bool allUntimed =
        std::all_of(par.children.begin(), par.children.end(), [this](ItemIndex child) {
            return isUntimedPicture(items_[child]);
        });
    if (!par.parallel || (allUntimed && endsByItself)) {
        return; // nothing would end such a par: its pictures take their default time
    }
    for (const auto child : par.children) {
        items_[child].lingers = isUntimedPicture(items_[child]);
    }
}

} // namespace jtv::timeline
