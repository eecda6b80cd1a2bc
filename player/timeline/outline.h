// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The playlist's tree without what takes no time and shows nothing, made once, never changed.
#pragma once

#include "base/result.h"
#include "content/model/playlist.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::timeline {

using ItemIndex = std::uint32_t;

struct Item {
    const model::TimeNode* node = nullptr;
    const model::Media* media = nullptr; // nullptr: a container
    bool parallel = false;
    // A picture in a par without any timing of its own stays until the par ends, and the par does
    // not wait for it [SMIL 3.0 Timing, 5.4.3: fill is "freeze" then].
    bool lingers = false;
    int zIndex = 0;
    std::vector<ItemIndex> children; // those that show something or take time
};

// Any one thread, also by several at once.
class Outline {
public:
    // Errors: kInvalid when it is nested deeper than 64 levels.
    static Result<std::shared_ptr<const Outline>>
    make(std::shared_ptr<const model::Playlist> playlist);

    const Item& item(ItemIndex index) const { return items_[index]; }
    ItemIndex root() const { return root_; }

private:
    explicit Outline(std::shared_ptr<const model::Playlist> playlist);
    Status add(const model::TimeNode& node, int depth, ItemIndex& index);
    Status addChildren(const model::Container& container, int depth, Item& item);
    void letPicturesLinger(Item& par);

    std::shared_ptr<const model::Playlist> playlist_;
    std::map<std::string, int> zIndexes_;
    std::vector<Item> items_; // children before their parents
    ItemIndex root_ = 0;
};

// True when the node's simple duration has no end of its own: dur="indefinite", or an end without
// dur [SMIL 3.0 Timing, 5.4.5].
bool isIndefinite(const model::Timing& timing);

// The first offset of a begin or end list.
std::optional<Milliseconds> offsetOf(const std::vector<model::TimeValue>& times);

} // namespace jtv::timeline
