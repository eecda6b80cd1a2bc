// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One programme being carried out. The timeline says what, the slots say whether it is ready; here
// the two are brought together, and every slot gets its one end.
#include "player/show/stage.h"

#include "player/show/log.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jtv::show {
namespace {

// Streaming threads wake the main loop; this catches what nobody reports, a decoder that stalls.
constexpr std::chrono::milliseconds kLookAround{200};

timeline::MediaEnd timelineEnd(media::End how)
{
    switch (how) {
    case media::End::kFailed:
        return timeline::MediaEnd::kFailed;
    case media::End::kTimedOut:
        return timeline::MediaEnd::kTimedOut;
    case media::End::kFinished:
        break;
    }
    return timeline::MediaEnd::kFinished;
}

} // namespace

Stage::Stage(std::shared_ptr<const Loaded> loaded, timeline::Timeline timeline, Company& company)
    : loaded_(std::move(loaded)), timeline_(std::move(timeline)), company_(company),
      layout_(layOut(
          loaded_->programme.playlist->layout, company.screen.width(), company.screen.height())),
      transitions_(company.screen),
      captions_(
          company.screen,
          [&preparer = company.preparer](CaptionOrder order) { preparer.set(std::move(order)); }),
      companions_(loaded_->programme.playlist->body), shown_(layout_.regions.size(), 0)
{
    apply(timeline_.advance(Milliseconds(0)));
}

Stage::SlotPtr Stage::order(const timeline::Cue& cue)
{
    const std::size_t region = layout_.regionOf(*cue.media);
    auto slot = std::make_unique<Slot>(++company_.lastItem, cue, region);
    const auto& place = layout_.regions[region].place;
    Order order;
    order.item = slot->item();
    order.media = cue.media;
    order.loaded = loaded_;
    order.language = cue.language;
    order.round = cue.round;
    order.from = cue.from;
    order.width = place.width;
    order.height = place.height;
    order.fit = layout_.fitOf(*cue.media);
    order.anchor = layout_.anchorOf(*cue.media);
    order.rotation = company_.screen.rotation();
    order.diagonalInches = diagonalOf(region);
    order.planes = company_.screen.planeOffer();
    order.unwanted = slot->unwanted();
    company_.preparer.prepare(std::move(order));
    return slot;
}

// The slot that was made when the cue was upcoming, or a new one.
Stage::SlotPtr Stage::prepared(const timeline::Cue& cue)
{
    const auto found = std::find_if(
        upcoming_.begin(), upcoming_.end(), [&](const SlotPtr& slot) { return slot->isFor(cue); });
    if (found == upcoming_.end()) {
        return order(cue);
    }
    SlotPtr slot = std::move(*found);
    upcoming_.erase(found);
    return slot;
}

void Stage::take(Prepared& prepared)
{
    for (auto* slots : {&active_, &upcoming_}) {
        for (const auto& slot : *slots) {
            if (slot->item() == prepared.item) {
                slot->take(std::move(prepared.content));
                openCaptions(*slot, prepared.captions);
                return;
            }
        }
    }
}

void Stage::openCaptions(Slot& slot, const CaptionFile& file)
{
    const auto& programme = loaded_->programme;
    if (!slot.moving() || !programme.captions) {
        return;
    }
    Captions::Video video;
    video.item = slot.item();
    video.region = slot.region();
    video.place = layout_.regions[slot.region()].place;
    video.target.width = video.place.width;
    video.target.height = video.place.height;
    video.target.diagonalInches = diagonalOf(slot.region());
    video.target.distanceMetres = programme.distanceMetres;
    if (file.track) {
        video.language = file.track->language;
    } else if (!programme.languages.empty()) {
        video.language = programme.languages.front();
    }
    captions_.open(std::move(video), file.track.get());
    slot.captions = file.name;
}

// Of the region, on the display.
double Stage::diagonalOf(std::size_t region) const
{
    const auto& place = layout_.regions[region].place;
    return model::diagonalOf(
        {place.x, place.y, place.width, place.height},
        company_.screen.width(),
        company_.screen.height(),
        loaded_->programme.diagonalInches);
}

void Stage::apply(const timeline::Step& step)
{
    for (const auto cue : step.ends) {
        endCue(cue);
    }
    for (const auto cue : step.freezes) {
        freezeCue(cue);
    }
    for (const auto& cue : step.begins) {
        // One that began and ended within one step was never there.
        if (std::find(step.ends.begin(), step.ends.end(), cue.id) == step.ends.end()) {
            beginCue(cue);
        }
    }
    for (const auto& cue : step.upcoming) {
        const auto region = layout_.regionOf(*cue.media);
        std::erase_if(upcoming_, [&](const SlotPtr& slot) {
            const bool dropped = slot->region() == region && !slot->isFor(cue) &&
                                 slot->stage() != SlotStage::kBroken;
            if (dropped) {
                captions_.close(slot->item());
            }
            return dropped;
        });
        const bool ordered =
            std::any_of(upcoming_.begin(), upcoming_.end(), [&](const SlotPtr& slot) {
                return slot->isFor(cue);
            });
        if (!ordered) {
            upcoming_.push_back(order(cue));
        }
    }
    next_ = step.next;
    finished_ = step.finished;
}

void Stage::beginCue(const timeline::Cue& cue)
{
    SlotPtr slot = prepared(cue);
    slot->begin(cue, steadyAt(cue.begin), shown_[slot->region()]);
    slot->endReported = false;
    slot->firstOfProgramme = !raised_;
    if (raised_) {
        open(*slot);
    }
    active_.push_back(std::move(slot));
}

// Its record begins: of an item behind the curtain when that rises, or when it fails there.
void Stage::open(Slot& slot)
{
    slot.opened = true;
    const auto& media = slot.media();
    ItemRecord record;
    record.item = slot.item();
    record.source = media.source;
    record.kind = model::wordOf(media.kind);
    record.language = slot.language();
    record.region = media.region;
    company_.ledger.began(record, media.kind == model::MediaKind::kVideo);
    if (raised_) {
        company_.events.push_back({Event::Kind::kItemBegan, name(), std::move(record), {}});
    }
}

void Stage::freezeCue(timeline::CueId cue)
{
    for (const auto& slot : active_) {
        if (slot->cue()->id == cue) {
            slot->freeze(steadyAt(reached_));
        }
    }
}

void Stage::endCue(timeline::CueId cue)
{
    const auto found = std::find_if(active_.begin(), active_.end(), [&](const SlotPtr& slot) {
        return slot->cue()->id == cue;
    });
    if (found == active_.end()) {
        return;
    }
    finish(**found, steadyAt(reached_), ItemEnd::kFinished);
    const std::size_t region = (*found)->region();
    active_.erase(found);
    for (const auto& slot : active_) {
        if (slot->region() == region && !covered(*slot)) {
            slot->reveal();
        }
    }
}

void Stage::finish(Slot& slot, SteadyTime at, ItemEnd end)
{
    if (!slot.opened) {
        open(slot);
    }
    auto& ledger = company_.ledger;
    std::string reason;
    if (slot.stage() == SlotStage::kBroken) {
        end = slot.fault().how == media::End::kTimedOut ? ItemEnd::kTimedOut : ItemEnd::kFailed;
        reason = slot.fault().reason;
        kLog.warning("{}", reason);
    } else {
        const auto unseen = slot.unseenBefore(at);
        ledger.expected(slot.item(), unseen);
        ledger.dropped(unseen);
    }
    ledger.decoder(slot.item(), slot.decoding());
    ledger.captions(slot.item(), slot.captions);
    captions_.close(slot.item());
    ledger.ended(slot.item(), end, reason);
    if (const ItemRecord* record = ledger.find(slot.item())) {
        company_.events.push_back({Event::Kind::kItemEnded, name(), *record, {}});
    }
}

// One that will fail keeps its place until its cue begins and ends; meanwhile its successor is
// made.
void Stage::updateUpcoming(SteadyTime now)
{
    for (const auto& slot : upcoming_) {
        slot->update(now);
    }
    const auto isNews = [](const SlotPtr& slot) {
        return slot->stage() == SlotStage::kBroken && !slot->endReported;
    };
    while (true) {
        const auto found = std::find_if(upcoming_.begin(), upcoming_.end(), isNews);
        if (found == upcoming_.end()) {
            return;
        }
        (*found)->endReported = true;
        apply(timeline_.willFail((*found)->media()));
    }
}

bool Stage::rehearse(SteadyTime now)
{
    updateUpcoming(now);
    bool again = true;
    while (again) {
        again = false;
        for (const auto& slot : active_) {
            slot->update(now);
            if (slot->stage() == SlotStage::kBroken) {
                const auto how = timelineEnd(slot->fault().how);
                apply(timeline_.mediaEnded(slot->cue()->id, how, reached_));
                again = true;
                break;
            }
        }
    }
    // With nothing to show yet, but something to come, the background is what is shown.
    return (!active_.empty() || next_) &&
           std::all_of(active_.begin(), active_.end(), [](const auto& slot) {
               return slot->stage() == SlotStage::kReady;
           });
}

void Stage::raise(SteadyTime at)
{
    origin_ = at - reached_;
    raised_ = true;
    company_.screen.setRegions(layout_.regions, layout_.background);
    company_.events.push_back({Event::Kind::kProgrammeBegan, name(), {}, {}});
    for (const auto& slot : active_) {
        slot->setDue(steadyAt(slot->cue()->begin));
        open(*slot);
    }
    followWallClock(reached_);
}

// The clock may be set while a playlist runs; slower than by these two seconds it may drift.
void Stage::followWallClock(Milliseconds now)
{
    constexpr Milliseconds kStep{2000};
    const auto shown = company_.clock.wall() - now;
    if (shown > wallOrigin_ + kStep || shown < wallOrigin_ - kStep) {
        wallOrigin_ = shown;
        apply(timeline_.clockSet(shown + reached_, reached_));
    }
}

Milliseconds Stage::sinceOrigin(SteadyTime at) const
{
    return std::chrono::round<Milliseconds>(at - origin_);
}

std::optional<Stage::Due> Stage::endOf(Slot& slot, Milliseconds now, SteadyTime steady) const
{
    if (slot.endReported) {
        return std::nullopt;
    }
    if (slot.stage() == SlotStage::kBroken) {
        return Due{now, &slot, timelineEnd(slot.fault().how)};
    }
    const auto over = slot.over();
    if (!over || *over > steady) {
        return std::nullopt;
    }
    return Due{sinceOrigin(*over), &slot, timeline::MediaEnd::kFinished};
}

// What happens next, up to now, in the order of time: the timeline never goes back.
std::optional<Stage::Due> Stage::earliest(Milliseconds now, SteadyTime steady) const
{
    std::optional<Due> first;
    if (next_ && *next_ <= now) {
        first = Due{*next_, nullptr, {}};
    }
    for (const auto& slot : active_) {
        const auto due = endOf(*slot, now, steady);
        if (due && (!first || due->at < first->at)) {
            first = due;
        }
    }
    return first;
}

void Stage::run(SteadyTime now)
{
    updateUpcoming(now);
    for (const auto& slot : active_) {
        slot->update(now);
    }
    const auto reachedNow = std::chrono::floor<Milliseconds>(now - origin_);
    followWallClock(reachedNow);
    while (const auto due = earliest(reachedNow, now)) {
        reached_ = std::max(reached_, due->at);
        if (due->slot == nullptr) {
            apply(timeline_.advance(reached_));
            continue;
        }
        due->slot->endReported = true;
        apply(timeline_.mediaEnded(due->slot->cue()->id, due->how, reached_));
    }
    clearIdleRegions();
}

void Stage::happened(const std::string& event, SteadyTime now)
{
    run(now);
    reached_ = std::max(reached_, std::chrono::floor<Milliseconds>(now - origin_));
    apply(timeline_.happened(event, reached_));
    clearIdleRegions();
}

SteadyTime Stage::nextDue(SteadyTime now)
{
    SteadyTime due = SteadyTime::max();
    for (const auto* slots : {&active_, &upcoming_}) {
        if (std::any_of(
                slots->begin(), slots->end(), [](auto& slot) { return slot->awaitsNews(); })) {
            due = now + kLookAround;
        }
    }
    if (!raised_) {
        return due;
    }
    if (next_) {
        due = std::min(due, steadyAt(*next_));
    }
    due = std::min({due, transitions_.nextDue(now), company_.screen.nextStep().value_or(due)});
    for (const auto& slot : active_) {
        if (const auto leaves = leavesAt(*slot)) {
            due = std::min(due, *leaves);
        }
        if (const auto picture = slot->nextPictureDue()) {
            due = std::min(due, *picture);
        }
        if (const auto over = slot->over(); over && !slot->endReported) {
            due = std::min(due, *over);
        }
    }
    return std::max(due, now);
}

std::optional<SteadyTime> Stage::nextEnd() const
{
    std::optional<SteadyTime> first;
    const auto consider = [&](SteadyTime end) { first = first ? std::min(*first, end) : end; };
    const bool films = std::any_of(
        active_.begin(), active_.end(), [](const auto& slot) { return slot->moving(); });
    for (const auto& slot : active_) {
        if (films && !slot->moving()) {
            continue; // a picture beside a film may end while that goes on
        }
        if (const auto& end = slot->cue()->end) {
            consider(steadyAt(*end));
        } else if (const auto over = slot->over()) {
            consider(*over);
        }
    }
    return first;
}

bool Stage::endless() const
{
    return std::none_of(active_.begin(), active_.end(), [](const SlotPtr& slot) {
        return slot->moving() || slot->cue()->end.has_value();
    });
}

void Stage::close(SteadyTime at)
{
    for (const auto& slot : active_) {
        if (!slot->opened) {
            continue; // it was behind the curtain, and never began
        }
        const auto& end = slot->cue()->end;
        const auto over = slot->over();
        const bool past = (end && steadyAt(*end) <= at) || (over && *over <= at);
        finish(*slot, at, past ? ItemEnd::kFinished : ItemEnd::kStopped);
    }
    active_.clear();
    upcoming_.clear();
}

} // namespace jtv::show
