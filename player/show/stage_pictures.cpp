// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What of a programme is on the screen: which slot's picture a region shows, how it comes and goes,
// and what was seen of it.
#include "player/show/stage.h"

#include <algorithm>
#include <map>
#include <utility>

namespace jtv::show {

// A region without an item shows its background; the programme's last pictures stay.
void Stage::clearIdleRegions()
{
    for (std::size_t region = 0; region < shown_.size() && !finished(); ++region) {
        const bool used = std::any_of(active_.begin(), active_.end(), [&](const SlotPtr& slot) {
            return slot->region() == region;
        });
        if (!used && shown_[region] != 0) {
            transitions_.stop(region);
            company_.screen.clear(region);
            captions_.clear(region);
            shown_[region] = 0;
        }
    }
}

// The one that began last lies on top.
bool Stage::covered(const Slot& slot) const
{
    const auto self = std::find_if(
        active_.begin(), active_.end(), [&](const SlotPtr& each) { return each.get() == &slot; });
    return std::any_of(self, active_.end(), [&](const SlotPtr& each) {
        return each.get() != &slot && each->region() == slot.region() &&
               each->stage() == SlotStage::kShowing;
    });
}

void Stage::goOnBehind(const Slot& slot, Slot::Picture picture)
{
    auto* frame = std::get_if<frame::TimedFrame>(&picture.content);
    if (frame != nullptr && transitions_.running(slot.region())) {
        company_.screen.showBefore(
            slot.region(),
            std::move(*frame),
            layout_.fitOf(slot.media()),
            layout_.anchorOf(slot.media()));
    }
}

// A first picture comes in: by its own transition, or by the usual one where it follows another.
void Stage::enter(const Slot& slot, SteadyTime now)
{
    const auto& programme = loaded_->programme;
    auto effect = effectNamed(*programme.playlist, slot.media().transIn);
    if (!effect && slot.predecessor() != 0) {
        effect = programme.transition;
    }
    const bool late = now - slot.due() > company_.screen.refreshInterval();
    transitions_.enter(slot.region(), effect.value_or(Effect{}), late ? now : slot.due());
}

// When its last pictures go out, to be gone when the item ends; nullopt: they stay, or it has
// begun.
std::optional<SteadyTime> Stage::leavesAt(const Slot& slot) const
{
    const auto& end = slot.cue()->end;
    const auto effect = effectNamed(*loaded_->programme.playlist, slot.media().transOut);
    if (slot.left || !end || !effect || slot.stage() != SlotStage::kShowing || covered(slot)) {
        return std::nullopt;
    }
    return steadyAt(*end) - effect->duration;
}

void Stage::leave(SteadyTime now)
{
    for (const auto& slot : active_) {
        const auto at = leavesAt(*slot);
        if (at && *at <= now) {
            slot->left = true;
            transitions_.leave(
                slot->region(),
                *effectNamed(*loaded_->programme.playlist, slot->media().transOut),
                *at);
        }
    }
}

void Stage::hand(Slot& slot, Slot::Picture picture, SteadyTime now)
{
    if (shown_[slot.region()] != slot.item()) {
        enter(slot, now);
    }
    company_.ledger.expected(slot.item(), picture.skipped + 1);
    company_.ledger.dropped(picture.skipped);
    slot.pictureTime = picture.time;
    shown_[slot.region()] = slot.item();
    const auto* frame = std::get_if<frame::TimedFrame>(&picture.content);
    captions_.handed(slot.region(), slot.item(), frame != nullptr ? frame->time : Nanoseconds(0));
    if (auto* still = std::get_if<std::shared_ptr<const screen::Still>>(&picture.content)) {
        company_.screen.show(slot.region(), slot.item(), std::move(*still));
        return;
    }
    company_.screen.show(
        slot.region(),
        slot.item(),
        std::get<frame::TimedFrame>(std::move(picture.content)),
        layout_.fitOf(slot.media()),
        layout_.anchorOf(slot.media()));
}

void Stage::note(const frame::Presented& presented)
{
    const auto found = std::find_if(active_.begin(), active_.end(), [&](const SlotPtr& slot) {
        return slot->item() == presented.item;
    });
    if (found == active_.end()) {
        return;
    }
    Slot& slot = **found;
    const bool first = std::exchange(slot.firstOfProgramme, false);
    const bool anotherWay = company_.ledger.presented(
        presented, first ? std::nullopt : slot.pictureTime, slot.media().region);
    if (anotherWay) {
        company_.ledger.decoder(slot.item(), slot.decoding());
    }
}

void Stage::present(SteadyTime now)
{
    const auto refresh = company_.screen.refreshInterval();
    keepTogether(now);
    for (const auto& slot : active_) {
        captions_.add(slot->item(), slot->takeCaptions(loaded_->programme.languages));
        auto picture = slot->next(now, refresh);
        if (picture && covered(*slot)) {
            goOnBehind(*slot, std::move(*picture));
        } else if (picture) {
            hand(*slot, std::move(*picture), now);
        }
    }
    leave(now);
    transitions_.step(now);
    const auto seen = company_.screen.present();
    for (const auto& presented : seen) {
        note(presented);
    }
    if (!seen.empty()) {
        countBlack();
    }
}

// Videos that are written side by side in a par and began together.
void Stage::keepTogether(SteadyTime now)
{
    std::map<std::pair<const void*, Milliseconds>, std::vector<Slot*>> groups;
    for (const auto& slot : active_) {
        const void* group = companions_.groupOf(slot->media());
        if (group != nullptr && slot->stage() != SlotStage::kBroken) {
            groups[{group, slot->cue()->begin}].push_back(slot.get());
        }
    }
    const auto area = [this](const Slot* slot) {
        const auto& place = layout_.regions[slot->region()].place;
        return std::int64_t{place.width} * place.height;
    };
    for (auto& [key, slots] : groups) {
        std::stable_sort(slots.begin(), slots.end(), [&](const Slot* a, const Slot* b) {
            return area(a) > area(b); // the main picture first
        });
        if (slots.size() > 1) {
            refuseTooMany(slots, company_.board.value_or(media::boardHere()));
        }
        keepInStep(slots, now);
    }
}

void Stage::countBlack()
{
    for (const auto& slot : active_) {
        const auto shown = shown_[slot->region()];
        if (covered(*slot)) {
            continue;
        }
        if (shown == 0 || (shown != slot->item() && shown != slot->predecessor())) {
            company_.ledger.black();
            return;
        }
    }
}

} // namespace jtv::show
