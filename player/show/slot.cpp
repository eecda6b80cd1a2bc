// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One item on its way from being ordered to its one end.
#include "player/show/slot.h"

#include <algorithm>
#include <utility>

namespace jtv::show {
namespace {

// How long the predecessor's picture stays when an item is not ready although it is due.
constexpr std::chrono::seconds kLateLimit{3};

} // namespace

Slot::Slot(std::uint64_t item, const timeline::Cue& cue, std::size_t region)
    : item_(item), media_(cue.media), language_(cue.language), round_(cue.round), from_(cue.from),
      region_(region), unwanted_(std::make_shared<std::atomic<bool>>(false))
{}

Slot::~Slot()
{
    *unwanted_ = true;
}

bool Slot::isFor(const timeline::Cue& cue) const
{
    const bool moves = cue.media->kind == model::MediaKind::kVideo;
    return !cue_ && media_ == cue.media && language_ == cue.language && round_ == cue.round &&
           (!moves || from_ == cue.from);
}

media::Video* Slot::video() const
{
    if (!content_) {
        return nullptr;
    }
    const auto* video = std::get_if<std::unique_ptr<media::Video>>(&*content_);
    return video != nullptr ? video->get() : nullptr;
}

void Slot::breakUp(media::End how, std::string reason)
{
    stage_ = SlotStage::kBroken;
    fault_ = {how, std::move(reason)};
}

void Slot::take(Result<Content> content)
{
    if (stage_ == SlotStage::kBroken) {
        return;
    }
    if (!content) {
        breakUp(media::End::kFailed, std::move(content).error().message);
        return;
    }
    content_ = *std::move(content);
    if (video() == nullptr) {
        stage_ = SlotStage::kReady;
    }
}

void Slot::update(SteadyTime now)
{
    if (stage_ == SlotStage::kBroken) {
        return;
    }
    if (media::Video* playing = video()) {
        if (begun()) {
            playing->hurry();
        }
        playing->update(now);
        if (stage_ == SlotStage::kOrdered && playing->ready()) {
            stage_ = SlotStage::kReady;
        }
        const auto& ended = playing->ended();
        if (ended && ended->how != media::End::kFinished) {
            breakUp(ended->how, ended->reason);
            return;
        }
    }
    if (stage_ == SlotStage::kOrdered && begun() && now - due_ > kLateLimit && !firstOfProgramme) {
        breakUp(
            media::End::kTimedOut,
            media_->source + ": it was not ready in time; a smaller or simpler file helps");
    }
}

void Slot::begin(const timeline::Cue& cue, SteadyTime due, std::uint64_t predecessor)
{
    cue_ = cue;
    due_ = due;
    predecessor_ = predecessor;
}

std::optional<Slot::Picture> Slot::next(SteadyTime now, Nanoseconds refresh)
{
    if (!begun() || !content_ || stage_ == SlotStage::kBroken) {
        return std::nullopt;
    }
    if (const auto* still = std::get_if<std::shared_ptr<const screen::Still>>(&*content_)) {
        if (stage_ == SlotStage::kShowing) {
            return std::nullopt;
        }
        stage_ = SlotStage::kShowing;
        return Picture{*still, {due_, Nanoseconds(0)}, 0};
    }
    const bool waits = held() || (!began_ && !mayStart);
    return waits ? std::nullopt : nextFrame(*video(), now, refresh);
}

std::optional<Slot::Picture>
Slot::nextFrame(media::Video& playing, SteadyTime now, Nanoseconds refresh)
{
    std::optional<Picture> newest;
    while (const auto* frame = playing.front()) {
        if (!began_) {
            // A start that is late moves the whole item; one within a refresh does not.
            began_ = now - due_ > refresh ? now : due_;
            playing.begin(*began_);
            stage_ = SlotStage::kShowing;
        }
        const SteadyTime due = frame->number == 0 ? due_ : *began_ + frame->time;
        if (frame->number != 0 && (due > now || (frozenAt_ && due >= *frozenAt_))) {
            break;
        }
        const std::uint64_t skipped = newest ? newest->skipped + 1 : 0;
        newest = Picture{*frame, {due, frame->duration}, skipped};
        playing.pop();
    }
    return newest;
}

std::optional<SteadyTime> Slot::starvesSince(SteadyTime now)
{
    media::Video* playing = video();
    if (playing == nullptr || !began_ || stage_ == SlotStage::kBroken ||
        playing->front() != nullptr || playing->ended() || frozenAt_) {
        return std::nullopt;
    }
    const SteadyTime due = *began_ + playing->length();
    return due <= now ? std::optional(due) : std::nullopt;
}

std::optional<model::Playing> Slot::load() const
{
    const media::Video* playing = video();
    return playing != nullptr && playing->ready() ? std::optional(playing->load()) : std::nullopt;
}

void Slot::hold(SteadyTime since, bool starving)
{
    media::Video* playing = video();
    if (playing == nullptr || !began_ || held() || frozenAt_ || playing->ended()) {
        return;
    }
    heldSince_ = since;
    if (!starving) {
        playing->holdSound();
    }
}

void Slot::resume(SteadyTime now)
{
    if (held() && began_) {
        *began_ += now - *heldSince_;
        heldSince_.reset();
        video()->goOn(*began_);
    }
}

void Slot::freeze(SteadyTime at)
{
    media::Video* playing = video();
    if (playing == nullptr || !began_ || playing->ended()) {
        return;
    }
    frozenAt_ = at;
    heldSince_.reset();
    playing->holdSound();
}

std::optional<SteadyTime> Slot::nextPictureDue()
{
    media::Video* playing = video();
    if (playing == nullptr || !began_ || held() || stage_ == SlotStage::kBroken) {
        return std::nullopt;
    }
    const auto* frame = playing->front();
    const auto due = frame != nullptr ? std::optional(*began_ + frame->time) : std::nullopt;
    return due && frozenAt_ && *due >= *frozenAt_ ? std::nullopt : due;
}

bool Slot::awaitsNews()
{
    if (stage_ == SlotStage::kOrdered) {
        return true;
    }
    media::Video* playing = video();
    return stage_ == SlotStage::kShowing && playing != nullptr && !frozenAt_ && !playing->ended() &&
           playing->front() == nullptr;
}

std::optional<SteadyTime> Slot::over() const
{
    const media::Video* playing = video();
    if (playing == nullptr || !began_ || !playing->ended() ||
        playing->ended()->how != media::End::kFinished) {
        return std::nullopt;
    }
    return *began_ + playing->length();
}

std::uint64_t Slot::unseenBefore(SteadyTime end)
{
    end = frozenAt_ ? std::min(end, *frozenAt_) : end;
    std::uint64_t unseen = 0;
    media::Video* playing = video();
    while (playing != nullptr && began_) {
        const auto* frame = playing->front();
        if (frame == nullptr || *began_ + frame->time >= end) {
            break;
        }
        ++unseen;
        playing->pop();
    }
    return unseen;
}

void Slot::reveal()
{
    if (stage_ == SlotStage::kShowing && !moving()) {
        stage_ = SlotStage::kReady;
    }
}

std::vector<model::Caption> Slot::takeCaptions(const std::vector<std::string>& languages)
{
    media::Video* playing = video();
    auto taken =
        playing != nullptr ? playing->takeCaptions(languages) : std::vector<model::Caption>();
    if (!taken.empty()) {
        captions = playing->captionTrack();
    }
    return taken;
}

media::Decoding Slot::decoding() const
{
    if (const media::Video* playing = video()) {
        return playing->decoding();
    }
    return {media_->kind == model::MediaKind::kImage ? "picture" : "typeset", {}, 0};
}

} // namespace jtv::show
