// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions from the track to the overlay.
#include "player/show/captions.h"

#include "content/typeset/caption.h"
#include "player/screen/overlay.h"
#include "player/show/log.h"

#include <algorithm>
#include <utility>

namespace jtv::show {
namespace {

// How long before their time captions are set in type; the prepare thread may be busy with a slide.
constexpr Milliseconds kAhead{4000};
constexpr std::size_t kMostOrdered = 4;
constexpr std::size_t kMostKept = 12;

Milliseconds frameTime(Nanoseconds time)
{
    // A frame of 30 Hz lies at 33.333 ms: a caption of 33 ms begins with it, one of 34 ms after.
    return std::chrono::floor<Milliseconds>(time + std::chrono::microseconds(500));
}

int levelOf(std::size_t region)
{
    return static_cast<int>(screen::Level::kCaptions) + static_cast<int>(region);
}

} // namespace

CaptionPicture setCaptions(const CaptionOrder& order)
{
    CaptionPicture picture{order.item, order.showing, nullptr};
    auto patch =
        typeset::renderCaptions(order.captions, order.regions, order.language, order.target);
    if (!patch) {
        kCaptionLog.warning("captions are not shown: {}", patch.error().message);
        return picture;
    }
    if (patch->pixels.width == 0) {
        return picture;
    }
    auto still = std::make_shared<screen::Still>();
    still->target = {
        order.place.x + patch->x,
        order.place.y + patch->y,
        patch->pixels.width,
        patch->pixels.height};
    still->pixels = std::move(patch->pixels);
    still->opaque = false;
    picture.still = std::move(still);
    return picture;
}

Captions::Captions(screen::Screen& screen, Send send) : screen_(screen), send_(std::move(send)) {}

Captions::~Captions()
{
    for (const auto& [region, shown] : shown_) {
        screen_.overlay(levelOf(region), nullptr);
    }
    for (const auto& [item, track] : tracks_) {
        *track.unwanted = true;
    }
}

void Captions::open(Video video, const model::CaptionTrack* captions)
{
    Track track;
    track.video = std::move(video);
    if (captions != nullptr) {
        track.regions = captions->regions;
        for (const auto& caption : captions->captions) {
            track.times.add(caption);
        }
    }
    const auto item = track.video.item;
    auto& kept = tracks_.insert_or_assign(item, std::move(track)).first->second;
    if (const auto first = kept.times.at(Milliseconds(0)); !first.empty()) {
        order(kept, first);
    }
    lookAhead(kept, Milliseconds(0));
}

void Captions::add(std::uint64_t item, std::vector<model::Caption> captions)
{
    const auto found = tracks_.find(item);
    if (found == tracks_.end() || captions.empty()) {
        return;
    }
    Track& track = found->second;
    const auto first = captions.front().begin;
    for (auto& caption : captions) {
        track.times.add(std::move(caption));
    }
    lookAhead(track, first - Milliseconds(1));
}

void Captions::order(Track& track, const CaptionTimes::Showing& showing)
{
    if (!track.pictures.emplace(showing, std::nullopt).second) {
        return;
    }
    CaptionOrder order;
    order.item = track.video.item;
    order.showing = showing;
    for (const auto number : showing) {
        order.captions.push_back(track.times.caption(number));
    }
    order.regions = track.regions;
    order.language = track.video.language;
    order.target = track.video.target;
    order.place = track.video.place;
    order.unwanted = track.unwanted;
    send_(std::move(order));
}

void Captions::lookAhead(Track& track, Milliseconds time)
{
    auto coming = track.times.coming(time, time + kAhead);
    coming.resize(std::min(coming.size(), kMostOrdered));
    if (track.pictures.size() > kMostKept) {
        const auto now = track.times.at(time);
        std::erase_if(track.pictures, [&](const auto& entry) {
            const auto& showing = entry.first;
            return showing != now &&
                   std::find(coming.begin(), coming.end(), showing) == coming.end();
        });
    }
    for (const auto& showing : coming) {
        order(track, showing);
    }
}

void Captions::take(const CaptionPicture& picture)
{
    const auto found = tracks_.find(picture.item);
    if (found == tracks_.end()) {
        return;
    }
    found->second.pictures[picture.showing] = picture.still;
    for (const auto& [region, shown] : shown_) {
        if (shown.item == picture.item && shown.wanted == picture.showing) {
            show(region, picture.still); // late, but better than not at all
            return;
        }
    }
}

void Captions::handed(std::size_t region, std::uint64_t item, Nanoseconds time)
{
    Shown& shown = shown_[region];
    const auto found = tracks_.find(item);
    const auto at = frameTime(time);
    auto wanted = found == tracks_.end() ? CaptionTimes::Showing{} : found->second.times.at(at);
    const bool same = shown.item == item && shown.wanted == wanted && shown.still;
    shown.item = item;
    shown.wanted = std::move(wanted);
    if (found == tracks_.end()) {
        show(region, nullptr);
        return;
    }
    Track& track = found->second;
    lookAhead(track, at);
    if (same) {
        return;
    }
    if (shown.wanted.empty()) {
        show(region, nullptr);
        return;
    }
    order(track, shown.wanted);
    show(region, track.pictures[shown.wanted].value_or(nullptr));
}

void Captions::show(std::size_t region, const Still& still)
{
    Shown& shown = shown_[region];
    if (shown.still && *shown.still == still) {
        return;
    }
    shown.still = still;
    screen_.overlay(levelOf(region), still);
}

void Captions::clear(std::size_t region)
{
    Shown& shown = shown_[region];
    shown.item = 0;
    shown.wanted.clear();
    show(region, nullptr);
}

void Captions::close(std::uint64_t item)
{
    const auto found = tracks_.find(item);
    if (found != tracks_.end()) {
        *found->second.unwanted = true;
        tracks_.erase(found);
    }
}

} // namespace jtv::show
