// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Making the outline: the tree first, then what refers to what.
#include "player/timeline/outline.h"

#include "player/timeline/triggers.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::timeline {
namespace {

constexpr int kDeepest = 64;

bool takesTime(const model::TimeNode& node)
{
    const auto& timing = node.timing;
    const auto* offset =
        timing.begin.empty() ? nullptr : std::get_if<model::OffsetTime>(&timing.begin.front());
    const bool waits =
        !timing.begin.empty() && (offset == nullptr || offset->offset > Milliseconds(0));
    return timing.dur.kind == model::Duration::Kind::kClock ||
           timing.dur.kind == model::Duration::Kind::kIndefinite || !timing.end.empty() ||
           timing.min || waits || !node.id.empty();
}

bool isUntimed(const model::Timing& timing)
{
    return timing.dur.kind == model::Duration::Kind::kUnset && timing.end.empty() &&
           !timing.repeatCount && !timing.repeatDur;
}

bool isUntimedPicture(const Item& item)
{
    return item.media != nullptr && item.media->kind != model::MediaKind::kVideo &&
           item.media->kind != model::MediaKind::kAudio &&
           item.media->kind != model::MediaKind::kSlide && isUntimed(item.node->timing);
}

// [5.4.3, fill]: what has no timing of its own freezes, everything else goes.
bool doesFreeze(const model::Timing& timing)
{
    switch (timing.fill) {
    case model::Fill::kRemove:
        return false;
    case model::Fill::kFreeze:
    case model::Fill::kHold:
    case model::Fill::kTransition:
        return true;
    case model::Fill::kDefault:
    case model::Fill::kAuto:
        break;
    }
    return isUntimed(timing);
}

bool repeats(const model::Timing& timing)
{
    return timing.repeatCount.value_or(1) > 1 || timing.repeatDur.has_value();
}

bool isFixed(const std::vector<Moment>& begins)
{
    return begins.empty() || (begins.size() == 1 && begins[0].kind == Moment::Kind::kOffset);
}

// Such an element has no interval [5.4.5]: its parent does not wait for its begin.
bool endsBeforeItBegins(const Item& item)
{
    const auto begin = item.begins.empty() ? Milliseconds(0) : item.begins.front().offset;
    return !item.ends.empty() &&
           std::all_of(item.ends.begin(), item.ends.end(), [&](const Moment& end) {
               return end.kind == Moment::Kind::kOffset && end.offset < begin;
           });
}

std::size_t priorityOf(const model::Container& container, std::size_t child)
{
    std::size_t priority = 0;
    for (const auto& each : container.classes) {
        if (child < each.size) {
            return priority;
        }
        child -= each.size;
        ++priority;
    }
    return priority;
}

} // namespace

bool isIndefinite(const model::Timing& timing)
{
    const bool unset = timing.dur.kind == model::Duration::Kind::kUnset;
    return timing.dur.kind == model::Duration::Kind::kIndefinite ||
           (unset && !timing.end.empty() && !timing.repeatCount && !timing.repeatDur);
}

Outline::Outline(std::shared_ptr<const model::Playlist> playlist) : playlist_(std::move(playlist))
{
    const auto placed = model::place(playlist_->layout);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        // Above or below the root's own media by the written sign, among one another by stacking.
        const auto& region = playlist_->layout.regions[i];
        const bool nested = !region.parent.empty();
        zIndexes_.emplace(region.id, nested ? placed[i].stack : region.zIndex);
    }
}

Result<std::shared_ptr<const Outline>>
Outline::make(std::shared_ptr<const model::Playlist> playlist, const ScreenFacts& screen)
{
    auto outline = std::shared_ptr<Outline>(new Outline(std::move(playlist)));
    outline->screen_ = screen;
    const auto& body = outline->playlist_->body;
    if (auto added = outline->add(body, 0, outline->root_); !added) {
        return std::move(added).error();
    }
    for (ItemIndex i = 0; i < outline->items_.size(); ++i) {
        outline->connect(i);
    }
    outline->arrange(outline->root_, false);
    outline->collectRecords(outline->root_);
    return std::shared_ptr<const Outline>(std::move(outline));
}

std::optional<RecordIndex> Outline::event(const std::string& name) const
{
    const auto found = events_.find(name);
    return found == events_.end() ? std::nullopt : std::optional(found->second);
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
    item.freezes = depth > 0 && doesFreeze(node.timing);
    if (!node.condition.expression.empty()) {
        auto parsed = model::Expression::parse(node.condition.expression, playlist_->data);
        if (!parsed) {
            return std::move(parsed).error(); // the reader lets none of these through
        }
        item.condition = *std::move(parsed);
    }
    if (const auto* container = std::get_if<model::Container>(&node.body)) {
        if (auto added = addContainer(*container, depth, item); !added) {
            return added;
        }
        letPicturesLinger(item);
    } else {
        item.media = &std::get<model::Media>(node.body);
        if (item.media->kind == model::MediaKind::kSlide) {
            item.slide = slides_++;
        }
        const auto found = zIndexes_.find(item.media->region);
        item.zIndex = found == zIndexes_.end() ? 0 : found->second;
    }
    index = static_cast<ItemIndex>(items_.size());
    if (!node.id.empty()) {
        ids_.emplace(node.id, index);
    }
    items_.push_back(std::move(item));
    return Done{};
}

Status Outline::addContainer(const model::Container& container, int depth, Item& item)
{
    item.kind = container.kind;
    for (std::size_t i = 0; i < container.children.size(); ++i) {
        const auto& child = container.children[i];
        if (!meets(child.condition, screen_)) {
            continue;
        }
        ItemIndex index = 0;
        if (auto added = add(child, depth + 1, index); !added) {
            return added;
        }
        auto& made = items_[index];
        made.priority = priorityOf(container, i);
        const bool alternative = item.kind == Item::Kind::kSwitch;
        if (alternative || made.media != nullptr || !made.children.empty() || takesTime(child)) {
            item.children.push_back(index);
        }
        if (alternative && !made.condition) {
            break; // the first that will do; what follows is never reached
        }
    }
    item.steps = item.children.size();
    if (container.shuffle && item.kind == Item::Kind::kSeq) {
        item.deck = decks_++;
        const auto wanted = container.shuffle->pick;
        item.steps = wanted == 0 ? item.steps : std::min(wanted, item.steps);
    }
    return Done{};
}

void Outline::letPicturesLinger(Item& par)
{
    if (par.kind != Item::Kind::kPar) {
        return;
    }
    const auto& timing = par.node->timing;
    const bool endsByItself =
        timing.dur.kind != model::Duration::Kind::kClock && !isIndefinite(timing);
    const bool allUntimed =
        std::all_of(par.children.begin(), par.children.end(), [this](ItemIndex child) {
            return isUntimedPicture(items_[child]);
        });
    if (allUntimed && endsByItself) {
        return; // nothing would end such a par: its pictures take their default time
    }
    for (const auto child : par.children) {
        items_[child].lingers = isUntimedPicture(items_[child]);
    }
}

RecordIndex Outline::recordOf(ItemIndex index, Milliseconds wait)
{
    auto& record = items_[index].record;
    if (!record) {
        record = records_++;
    }
    noteWait(*record, wait);
    return *record;
}

RecordIndex Outline::recordOfEvent(const std::string& name, Milliseconds wait)
{
    const auto [found, isNew] = events_.emplace(name, records_);
    records_ += isNew ? 1 : 0;
    noteWait(found->second, wait);
    return found->second;
}

void Outline::noteWait(RecordIndex index, Milliseconds wait)
{
    waits_.resize(records_);
    waits_[index] = std::max(waits_[index], wait);
}

Moment Outline::momentFor(const model::SyncTime& sync, ItemIndex of, const Item* parent)
{
    Moment moment;
    moment.offset = sync.offset;
    const bool begin = sync.edge == model::SyncTime::Edge::kBegin;
    if (sync.id == model::kPrefetchEnd) {
        moment.kind = Moment::Kind::kStart; // everything is fetched before it plays
        return moment;
    }
    auto target = ids_.find(sync.id);
    std::optional<ItemIndex> index;
    if (target != ids_.end()) {
        index = target->second;
    } else if (sync.id == "prev" && parent != nullptr) {
        const auto& siblings = parent->children;
        const auto own = std::find(siblings.begin(), siblings.end(), of);
        if (own != siblings.begin() && own != siblings.end()) {
            index = *(own - 1);
        }
    }
    if (index) {
        moment.kind = begin ? Moment::Kind::kBegin : Moment::Kind::kEnd;
        moment.record = recordOf(*index, sync.offset);
    }
    return moment;
}

Moment Outline::momentFor(const model::TimeValue& time, ItemIndex of, const Item* parent)
{
    Moment moment;
    if (const auto* offset = std::get_if<model::OffsetTime>(&time)) {
        moment.kind = Moment::Kind::kOffset;
        moment.offset = offset->offset;
    } else if (const auto* wallclock = std::get_if<model::WallclockTime>(&time)) {
        moment.kind = Moment::Kind::kWallclock;
        moment.offset = wallclock->offset;
        moment.wallclock = &wallclock->wallclock;
    } else if (const auto* sync = std::get_if<model::SyncTime>(&time)) {
        moment = momentFor(*sync, of, parent);
    } else if (const auto* key = std::get_if<model::KeyTime>(&time)) {
        moment.kind = Moment::Kind::kEvent;
        moment.offset = key->offset;
        moment.record = recordOfEvent(keyEvent(key->key), key->offset);
    } else if (const auto* event = std::get_if<model::EventTime>(&time)) {
        const bool trigger = event->kind == model::EventTime::Kind::kTrigger;
        const auto& id = event->id.empty() ? items_[of].node->id : event->id;
        moment.kind = Moment::Kind::kEvent;
        moment.offset = event->offset;
        moment.record = recordOfEvent(
            trigger ? notifyEvent(event->name) : id + "." + event->name, event->offset);
    }
    return moment;
}

// An end that is indefinite is none.
std::vector<Moment>
Outline::momentsFor(const std::vector<model::TimeValue>& times, ItemIndex of, const Item* parent)
{
    std::vector<Moment> moments;
    for (const auto& time : times) {
        const bool ofEnds = &times == &items_[of].node->timing.end;
        if (!ofEnds || !std::holds_alternative<model::IndefiniteTime>(time)) {
            moments.push_back(momentFor(time, of, parent));
        }
    }
    return moments;
}

// What its children refer to.
void Outline::connect(ItemIndex index)
{
    const auto children = items_[index].children;
    for (const auto child : children) {
        const auto& timing = items_[child].node->timing;
        items_[child].begins = momentsFor(timing.begin, child, &items_[index]);
        items_[child].ends = momentsFor(timing.end, child, &items_[index]);
        items_[child].reactive = !isFixed(items_[child].begins);
    }
    auto& item = items_[index];
    const auto& endsync = item.node->timing.endsync;
    for (const auto child : children) {
        if (endsync.kind == model::Endsync::Kind::kChild && items_[child].node->id == endsync.id) {
            item.endsyncChild = child;
        }
    }
    if (index == root_) {
        item.begins = momentsFor(item.node->timing.begin, index, nullptr);
        item.ends = momentsFor(item.node->timing.end, index, nullptr);
        item.reactive = !isFixed(item.begins);
        item.inSeq = true;
    }
}

void Outline::arrange(ItemIndex index, bool looped)
{
    auto& item = items_[index];
    item.looped = looped;
    const bool inner = looped || repeats(item.node->timing);
    const bool together = item.kind == Item::Kind::kPar || item.kind == Item::Kind::kExcl;
    for (const auto child : item.children) {
        items_[child].inSeq = item.kind == Item::Kind::kSeq;
        if (together && !items_[child].reactive && !endsBeforeItBegins(items_[child])) {
            item.scheduled.push_back(child);
        }
        arrange(child, inner);
    }
    const auto offset = [this](ItemIndex child) {
        const auto& begins = items_[child].begins;
        return begins.empty() ? Milliseconds(0) : begins.front().offset;
    };
    std::stable_sort(item.scheduled.begin(), item.scheduled.end(), [&](ItemIndex a, ItemIndex b) {
        return offset(a) < offset(b);
    });
}

void Outline::collectRecords(ItemIndex index)
{
    std::vector<RecordIndex> inside;
    for (const auto child : items_[index].children) {
        collectRecords(child);
        const auto& item = items_[child];
        inside.insert(inside.end(), item.inside.begin(), item.inside.end());
        if (item.record) {
            inside.push_back(*item.record);
        }
    }
    items_[index].inside = std::move(inside);
}

} // namespace jtv::timeline
