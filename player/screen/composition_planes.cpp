// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which moving pictures are shown without being painted. A plane lies above everything painted, so
// only a picture that nothing covers may have one.
#include "player/screen/composition.h"

#include <algorithm>
#include <utility>

namespace jtv::screen {

// The parts of CpuPicture and DmaBuf that say how a picture is placed.
namespace {

struct Outline {
    int width = 0;
    int height = 0;
    int displayWidth = 0;
    int rotation = 0;
};

std::optional<Outline> outlineOf(const frame::Frame& picture)
{
    if (const auto* direct = std::get_if<frame::DmaBuf>(&picture)) {
        return Outline{direct->width, direct->height, direct->displayWidth, direct->rotation};
    }
    if (const auto* plain = std::get_if<frame::CpuPicture>(&picture)) {
        return Outline{plain->width, plain->height, plain->displayWidth, plain->rotation};
    }
    return std::nullopt;
}

// 4:2:0 pictures are cut between whole blocks of 2 by 2.
int even(int pixels)
{
    return pixels & ~1;
}

} // namespace

std::optional<Composition::PlanePlace> Composition::planePlace(std::size_t position) const
{
    const Layer& layer = layers_[position];
    const auto* moving = std::get_if<Moving>(&layer.picture.content());
    const auto outline = moving != nullptr ? outlineOf(moving->frame.picture) : std::nullopt;
    if (!outline || outline->rotation != 0 || degrees_ != 0 || layer.picture.mixing()) {
        return std::nullopt;
    }
    const int displayWidth = outline->displayWidth > 0 ? outline->displayWidth : outline->width;
    const Rect& region = layer.geometry.place;
    if (moving->fit == Fit::kScroll &&
        panFor(displayWidth, outline->height, region.width, region.height)) {
        return std::nullopt; // it is another part of the picture at each refresh
    }
    const auto placed = screen::place(
        displayWidth, outline->height, region.width, region.height, moving->fit, moving->anchor);
    PlanePlace found;
    found.target = {
        placed.target.x + region.x,
        placed.target.y + region.y,
        placed.target.width,
        placed.target.height};
    // From px of the picture as shown to px as stored.
    const auto stored = [&](int x) { return even(x * outline->width / displayWidth); };
    found.source = {
        stored(placed.source.x),
        even(placed.source.y),
        stored(placed.source.width),
        even(placed.source.height)};
    const bool covered =
        (!overlaysRaised_ && overlays_.over(found.target)) ||
        std::any_of(
            layers_.begin() + static_cast<std::ptrdiff_t>(position) + 1,
            layers_.end(),
            [&](const Layer& above) {
                const bool seen =
                    above.item != 0 || (above.region.filled && !above.region.filledWhenActive);
                return seen && overlap(above.geometry.visible, found.target);
            });
    const bool whole = within(found.target, layer.geometry.visible) == found.target;
    return covered || found.source.empty() || !whole ? std::nullopt : std::optional(found);
}

void Composition::offer(VideoPlanes& planes, std::size_t position)
{
    Layer& layer = layers_[position];
    const auto place = planePlace(position);
    if (layer.tried && (!place || (!layer.onPlane() && layer.tried != layer.item))) {
        planes.release(position); // the next item has a chance of its own
        layer.tried.reset();
    }
    if (!place) {
        layer.way = {};
        return;
    }
    if (!layer.fresh && layer.onPlane()) {
        return; // it is there already
    }
    layer.tried = layer.item;
    const auto& picture = std::get<Moving>(layer.picture.content()).frame.picture;
    layer.way = planes.take(position, picture, place->source, place->target).value_or(frame::Way{});
    layer.settled = layer.settled && layer.planeTarget == place->target;
    layer.planeTarget = place->target;
}

// Captions and calls above a video get a plane of their own, so that the video keeps its plane.
void Composition::raiseOverlays(VideoPlanes& planes)
{
    const bool before = std::exchange(overlaysRaised_, true);
    bool wanted = false;
    for (std::size_t position = 0; position < layers_.size() && !wanted; ++position) {
        const auto place = planePlace(position);
        wanted = place && overlays_.over(place->target);
    }
    const Canvas top = wanted ? planes.top() : Canvas{};
    overlaysRaised_ = top.data != nullptr;
    everything_ = everything_ || overlaysRaised_ != before;
    if (overlaysRaised_ && (!before || overlays_.changed())) {
        overlays_.paintAlone(top);
        planes.showTop(true);
    } else if (before && !overlaysRaised_) {
        planes.showTop(false);
    }
}

void Composition::losePlanes()
{
    left_.clear();
    overlaysRaised_ = false;
    for (Layer& layer : layers_) {
        layer.tried.reset();
        layer.way = {};
        layer.settled = false;
        layer.covered = {};
    }
    lose();
}

void Composition::usePlanes(VideoPlanes* planes, const Canvas& canvas)
{
    if (!changed_) {
        return;
    }
    settle(canvas);
    for (const auto position : std::exchange(left_, {})) {
        if (planes != nullptr) {
            planes->release(position);
        }
    }
    if (planes != nullptr) {
        raiseOverlays(*planes);
    }
    for (std::size_t position = 0; position < layers_.size(); ++position) {
        Layer& layer = layers_[position];
        const bool before = layer.onPlane();
        if (planes != nullptr) {
            offer(*planes, position);
        }
        if (!layer.onPlane()) {
            layer.picture.bringIntoMemory();
        }
        if (before && !layer.onPlane()) {
            layer.fresh = true;
            layer.covered = {}; // nothing of it has been painted
        }
    }
}

} // namespace jtv::screen
