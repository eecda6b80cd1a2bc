// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The playlist's tree without what takes no time, shows nothing or is not for this screen; made
// once, never changed.
#pragma once

#include "base/result.h"
#include "content/model/expression.h"
#include "content/model/playlist.h"
#include "player/timeline/screen_tests.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::timeline {

using ItemIndex = std::uint32_t;
using RecordIndex = std::uint32_t;

// One entry of a begin or end list, with what it refers to found.
struct Moment {
    // kStart: when the playlist began. kNever: what it refers to is not there.
    enum class Kind { kOffset, kStart, kWallclock, kBegin, kEnd, kEvent, kNever };
    Kind kind = Kind::kNever;
    Milliseconds offset{0};
    const model::Wallclock* wallclock = nullptr;
    RecordIndex record = 0; // kBegin, kEnd: of an item; kEvent: of the event
};

struct Item {
    using Kind = model::Container::Kind;

    const model::TimeNode* node = nullptr;
    const model::Media* media = nullptr; // nullptr: a container
    Kind kind = Kind::kSeq;
    // A picture in a par without any timing of its own stays until the par ends, and the par does
    // not wait for it [SMIL 3.0 Timing, 5.4.3: fill is "freeze" then].
    bool lingers = false;
    bool freezes = false;  // its last picture stays when it ends
    bool reactive = false; // it may begin at other times than one fixed offset, or more than once
    bool looped = false;   // something around it repeats
    bool inSeq = false;    // its parent is a seq, or it is the body
    int zIndex = 0;
    std::size_t priority = 0;         // in an excl: of its class, 0 = highest
    std::vector<ItemIndex> children;  // those that show something, take time or are referred to
    std::vector<ItemIndex> scheduled; // par, excl: the children that are not reactive, by offset
    std::vector<Moment> begins;
    std::vector<Moment> ends;
    std::optional<RecordIndex> record; // somebody refers to it
    std::vector<RecordIndex> inside;   // records of what stands below
    std::optional<ItemIndex> endsyncChild;
    std::optional<std::size_t> deck;  // a seq whose children come in an order drawn by lot
    std::optional<std::size_t> slide; // its place among all slides
    std::size_t steps = 0;            // of a seq: so many children come in each iteration
    std::optional<model::Expression> condition;
};

// Any one thread, also by several at once.
class Outline {
public:
    // Errors: kInvalid when it is nested deeper than 64 levels.
    static Result<std::shared_ptr<const Outline>>
    make(std::shared_ptr<const model::Playlist> playlist, const ScreenFacts& screen);

    const Item& item(ItemIndex index) const { return items_[index]; }
    ItemIndex root() const { return root_; }
    std::size_t records() const { return records_; }
    std::size_t decks() const { return decks_; }
    std::size_t slides() const { return slides_; }
    // The longest offset with which anything waits for it.
    Milliseconds longestWait(RecordIndex index) const { return waits_[index]; }
    // Of key "a": "key:a"; of trigger t: "trigger:t"; of an element's event: "id.name".
    std::optional<RecordIndex> event(const std::string& name) const;

private:
    explicit Outline(std::shared_ptr<const model::Playlist> playlist);
    Status add(const model::TimeNode& node, int depth, ItemIndex& index);
    Status addContainer(const model::Container& container, int depth, Item& item);
    void letPicturesLinger(Item& par);
    void connect(ItemIndex index);
    Moment momentFor(const model::TimeValue& time, ItemIndex of, const Item* parent);
    Moment momentFor(const model::SyncTime& sync, ItemIndex of, const Item* parent);
    std::vector<Moment>
    momentsFor(const std::vector<model::TimeValue>& times, ItemIndex of, const Item* parent);
    RecordIndex recordOf(ItemIndex index, Milliseconds wait);
    RecordIndex recordOfEvent(const std::string& name, Milliseconds wait);
    void noteWait(RecordIndex index, Milliseconds wait);
    void arrange(ItemIndex index, bool looped);
    void collectRecords(ItemIndex index);

    std::shared_ptr<const model::Playlist> playlist_;
    ScreenFacts screen_; // for making only
    std::map<std::string, int> zIndexes_;
    std::map<std::string, ItemIndex> ids_;
    std::map<std::string, RecordIndex> events_;
    std::vector<Item> items_; // children before their parents
    ItemIndex root_ = 0;
    RecordIndex records_ = 0;
    std::size_t decks_ = 0;
    std::size_t slides_ = 0;
    std::vector<Milliseconds> waits_; // of each record
};

// True when the node's simple duration has no end of its own: dur="indefinite", or an end without
// dur [SMIL 3.0 Timing, 5.4.5].
bool isIndefinite(const model::Timing& timing);

} // namespace jtv::timeline
