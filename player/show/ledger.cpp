// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Keeps the statistics.
#include "player/show/ledger.h"

#include <algorithm>
#include <tuple>

namespace jtv::show {
namespace {

// A screen that runs for months keeps the newest.
constexpr std::size_t kRecordsKept = 2000;

const char* wordOf(frame::Path path)
{
    switch (path) {
    case frame::Path::kPlane:
        return "plane";
    case frame::Path::kGl:
        return "gl";
    case frame::Path::kWindow:
        break;
    }
    return "window";
}

// The newest way counts; but what was copied once was not played without copies. True when it is
// another one.
bool noteWay(ItemRecord& item, const frame::Way& way)
{
    const auto before = std::tuple(item.path, item.plane, item.memory);
    const bool all = item.framesPresented == 0 || item.memory == "zero_copy";
    item.path = wordOf(way.path);
    item.plane = way.planeId;
    item.memory = all && way.zeroCopy ? "zero_copy" : "copied";
    return item.framesPresented == 0 || before != std::tuple(item.path, item.plane, item.memory);
}

double milliseconds(Nanoseconds span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}

} // namespace

Ledger::Ledger(SteadyTime processStart, Nanoseconds refresh)
    : processStart_(processStart), refresh_(refresh)
{}

ItemRecord* Ledger::record(std::uint64_t item)
{
    const auto found = std::find_if(
        statistics_.items.rbegin(), statistics_.items.rend(), [&](const ItemRecord& entry) {
            return entry.item == item;
        });
    return found == statistics_.items.rend() ? nullptr : &*found;
}

const ItemRecord* Ledger::find(std::uint64_t item) const
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the search is the same
    return const_cast<Ledger*>(this)->record(item);
}

void Ledger::began(ItemRecord entry, bool moving)
{
    moving_[entry.item] = moving;
    statistics_.items.push_back(std::move(entry));
    if (statistics_.items.size() > kRecordsKept) {
        statistics_.items.pop_front();
    }
}

void Ledger::decoder(std::uint64_t item, const media::Decoding& decoding)
{
    if (ItemRecord* entry = record(item)) {
        const auto count = [](std::uint64_t& all, std::uint64_t& ofItem, int now) {
            all += static_cast<std::uint64_t>(now) - ofItem;
            ofItem = static_cast<std::uint64_t>(now);
        };
        count(statistics_.decoderFlushes, entry->flushes, decoding.flushes);
        count(statistics_.decoderRebuilds, entry->rebuilds, decoding.rebuilds);
        count(statistics_.decoderFallbacks, entry->fallbacks, decoding.fallbacks);
        entry->decoder = decoding.decoder;
        entry->remark = decoding.remark;
    }
}

void Ledger::captions(std::uint64_t item, const std::string& track)
{
    if (ItemRecord* entry = record(item)) {
        entry->captions = track;
    }
}

void Ledger::expected(std::uint64_t item, std::uint64_t frames)
{
    statistics_.framesExpected += frames;
    if (ItemRecord* entry = record(item)) {
        entry->framesExpected += frames;
    }
}

void Ledger::ended(std::uint64_t item, ItemEnd end, std::string reason)
{
    moving_.erase(item);
    ++endings_;
    ItemRecord* entry = record(item);
    if (end == ItemEnd::kFailed || end == ItemEnd::kTimedOut) {
        ++statistics_.itemsFailed;
    }
    if (entry != nullptr) {
        entry->end = end;
        entry->reason = std::move(reason);
    }
}

Switch Ledger::switchBetween(
    const LastSeen& before,
    const ItemRecord& item,
    SteadyTime at,
    const std::optional<PictureTime>& wanted) const
{
    Switch entry;
    entry.from = before.source;
    entry.to = item.source;
    if (wanted) {
        const Nanoseconds error = at - wanted->due;
        const bool moved = before.moving && before.duration.count() > 0;
        const Nanoseconds frame = moved                          ? before.duration
                                  : wanted->duration.count() > 0 ? wanted->duration
                                                                 : refresh_;
        entry.errorMs = milliseconds(error);
        entry.errorFrames = milliseconds(error) / milliseconds(frame);
    }
    entry.gapMs =
        before.moving ? milliseconds(at - before.at) : std::max(0.0, entry.errorMs.value_or(0));
    return entry;
}

void Ledger::firstOf(
    ItemRecord& item,
    const frame::Presented& presented,
    const std::optional<PictureTime>& wanted,
    const std::optional<LastSeen>& before)
{
    ++statistics_.itemsPlayed;
    if (wanted && presented.at - wanted->due > refresh_) {
        ++statistics_.lateStarts;
    }
    if (!before) {
        return;
    }
    statistics_.switches.push_back(switchBetween(*before, item, presented.at, wanted));
    if (statistics_.switches.size() > kRecordsKept) {
        statistics_.switches.pop_front();
    }
}

bool Ledger::presented(
    const frame::Presented& presented,
    const std::optional<PictureTime>& wanted,
    const std::string& region)
{
    ItemRecord* item = record(presented.item);
    if (item == nullptr) {
        return false;
    }
    if (!first_) {
        first_ = presented.at;
        statistics_.firstFrameMs = milliseconds(presented.at - processStart_);
    }
    std::optional<LastSeen> before;
    if (const auto found = lastSeen_.find(region); found != lastSeen_.end()) {
        before = found->second;
    }
    const auto known = moving_.find(presented.item);
    const bool moving = known != moving_.end() && known->second;
    const bool anotherWay = noteWay(*item, presented.way);
    item->lastSeen = presented.at;
    if (item->framesPresented++ == 0) {
        item->firstSeen = presented.at;
        firstOf(*item, presented, wanted, before);
    }
    ++statistics_.framesPresented;
    if (wanted && presented.at - wanted->due > refresh_) {
        ++statistics_.framesLate;
    }
    // Only a picture that should have moved on leaves a gap.
    if (before && before->moving) {
        statistics_.longestGapMs =
            std::max(statistics_.longestGapMs, milliseconds(presented.at - before->at));
    }
    lastSeen_[region] = {
        presented.item,
        moving,
        presented.at,
        wanted ? wanted->duration : Nanoseconds(0),
        item->source};
    return anotherWay;
}

} // namespace jtv::show
