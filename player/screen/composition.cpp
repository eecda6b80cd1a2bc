// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every region shows, and which parts of the picture have to be painted anew. A moving picture
// that keeps its place touches only its own rectangle; whatever lies on top of it is painted again.
#include "player/screen/composition.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace jtv::screen {
void Composition::setRegions(std::vector<Region> regions, std::uint32_t background)
{
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return regions[a].zIndex < regions[b].zIndex;
    });
    for (std::size_t position = 0; position < layers_.size(); ++position) {
        if (layers_[position].tried) {
            left_.push_back(position);
        }
    }
    layers_.clear();
    positions_.assign(regions.size(), 0);
    for (std::size_t position = 0; position < order.size(); ++position) {
        positions_[order[position]] = position;
        layers_.emplace_back().region = regions[order[position]];
    }
    background_ = background;
    everything_ = true;
    changed_ = false;
}

Composition::Layer& Composition::layerToChange(std::size_t region)
{
    assert(region < positions_.size());
    changed_ = true;
    return layers_[positions_[region]];
}

void Composition::show(std::size_t region, std::uint64_t item, Content content)
{
    Layer& layer = layerToChange(region);
    const bool goesOn = item != 0 && layer.item == item && std::holds_alternative<Moving>(content);
    layer.picture.show(std::move(content), goesOn);
    if (!goesOn) {
        layer.begun.reset();
        layer.refreshes = 0;
    }
    layer.item = item;
    layer.fresh = true;
}

void Composition::clear(std::size_t region)
{
    show(region, 0, std::monostate{});
}

void Composition::keep(std::size_t region)
{
    layerToChange(region).picture.keep();
}

void Composition::showBefore(std::size_t region, Content content)
{
    Layer& layer = layerToChange(region);
    layer.picture.showBefore(std::move(content));
    layer.stepped = true;
}

void Composition::mix(std::size_t region, const std::optional<Mix>& mix, bool leaving)
{
    Layer& layer = layerToChange(region);
    layer.picture.mix(mix, leaving);
    layer.stepped = true;
}

void Composition::overlay(int level, std::shared_ptr<const Still> still)
{
    overlays_.show(level, std::move(still));
    changed_ = true;
}

void Composition::scroll(SteadyTime now, Nanoseconds refresh)
{
    for (Layer& layer : layers_) {
        if (!layer.picture.scrolls(layer.region.place)) {
            continue;
        }
        layer.begun = layer.begun.value_or(now);
        const std::int64_t refreshes = (now - *layer.begun) / refresh;
        if (refreshes >= layer.picture.nextMove(layer.region.place, layer.refreshes)) {
            layer.refreshes = refreshes;
            layer.picture.scroll(refreshes);
            layer.stepped = true;
            changed_ = true;
        }
    }
}

std::optional<SteadyTime> Composition::nextStep(Nanoseconds refresh) const
{
    std::optional<SteadyTime> next;
    for (const Layer& layer : layers_) {
        if (layer.begun && layer.picture.scrolls(layer.region.place)) {
            const auto move = layer.picture.nextMove(layer.region.place, layer.refreshes);
            const SteadyTime due = *layer.begun + move * refresh;
            next = next ? std::min(*next, due) : due;
        }
    }
    return next;
}

void Composition::lose()
{
    everything_ = true;
    changed_ = true;
}

bool Composition::changed() const
{
    return changed_;
}

// Where everything lies in this pass.
void Composition::settle(const Canvas& canvas)
{
    const bool sideways = onItsSide(degrees_);
    const int width = sideways ? canvas.height : canvas.width;
    const int height = sideways ? canvas.width : canvas.height;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const Region& region = layers_[i].region;
        Geometry& geometry = layers_[i].geometry;
        geometry.width = region.place.width;
        geometry.height = region.place.height;
        geometry.degrees = degrees_;
        geometry.place = turned(region.place, width, height, degrees_);
        const Rect clip = within(region.clip.value_or(region.place), {0, 0, width, height});
        geometry.visible = within(
            turned(within(region.place, clip), width, height, degrees_),
            {0, 0, canvas.width, canvas.height});
        const bool covers = std::any_of(
            layers_.begin(),
            layers_.begin() + static_cast<std::ptrdiff_t>(i),
            [&](const Layer& below) {
                return (below.region.filled || below.item != 0) &&
                       overlap(below.geometry.visible, geometry.visible);
            });
        geometry.ground = region.filled ? std::optional(region.background)
                          : covers      ? std::nullopt
                                        : std::optional(background_);
    }
}

void Composition::markFresh(const Canvas& canvas, std::vector<Rect>& exposed)
{
    if (everything_) {
        exposed.push_back({0, 0, canvas.width, canvas.height});
    }
    for (Layer& layer : layers_) {
        layer.dirty = false;
        layer.exposed = false;
        const bool settled = layer.onPlane() && layer.settled;
        if ((settled || (!layer.fresh && !layer.stepped)) && !everything_) {
            continue;
        }
        const Rect cover = layer.onPlane() ? Rect{} : layer.picture.cover(layer.geometry);
        const bool sameShape =
            cover == layer.covered && !cover.empty() && layer.picture.opaque(layer.geometry);
        layer.covered = cover;
        layer.dirty = true;
        if (!sameShape && !everything_) {
            layer.exposed = true;
            exposed.push_back(layer.geometry.visible);
        }
    }
}

// One round of "what is painted damages what lies above and, where it is transparent, below".
bool Composition::spread(std::vector<Rect>& exposed)
{
    bool grew = false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        Layer& layer = layers_[i];
        const auto touches = [&](const Rect& rect) {
            return overlap(rect, layer.geometry.visible);
        };
        if (!layer.dirty) {
            layer.dirty = std::any_of(exposed.begin(), exposed.end(), touches) ||
                          std::any_of(
                              layers_.begin(),
                              layers_.begin() + static_cast<std::ptrdiff_t>(i),
                              [&](const Layer& below) {
                                  return below.dirty &&
                                         overlap(below.geometry.visible, layer.geometry.visible);
                              });
            grew = grew || layer.dirty;
        }
        if (layer.dirty && !layer.exposed && !layer.picture.opaque(layer.geometry)) {
            layer.exposed = true;
            exposed.push_back(layer.geometry.visible);
            grew = true;
        }
    }
    return grew;
}

// What this pass paints below the overlays.
std::vector<Rect> Composition::toPaint(const std::vector<Rect>& exposed) const
{
    std::vector<Rect> rects = exposed;
    for (const Layer& layer : layers_) {
        if (layer.dirty) {
            rects.push_back(layer.covered);
        }
    }
    return rects;
}

void Composition::refresh(
    const Canvas& canvas, Layer& layer, const std::vector<Rect>& exposed, Painted& painted)
{
    const Rect& visible = layer.geometry.visible;
    const bool wanted = layer.region.filled && (layer.item != 0 || !layer.region.filledWhenActive);
    const bool barsToo = wanted && std::any_of(exposed.begin(), exposed.end(), [&](const Rect& r) {
                             return overlap(r, visible);
                         });
    if (barsToo) {
        paintColour(canvas, visible, layer.region.background);
    }
    if (!layer.onPlane()) {
        layer.picture.paint(canvas, layer.geometry, painter_);
    }
    painted.damage.push_back(layer.covered);
}

void Composition::tell(Layer& layer, Painted& painted)
{
    if (layer.fresh && layer.item != 0) {
        const auto* moving = std::get_if<Moving>(&layer.picture.content());
        painted.shown.push_back(
            {layer.item, moving != nullptr ? moving->frame.number : 0, layer.way});
    }
    layer.fresh = false;
    layer.stepped = false;
    layer.settled = layer.onPlane();
}

Composition::Painted Composition::paint(const Canvas& canvas)
{
    Painted painted;
    if (!changed_) {
        return painted;
    }
    std::vector<Rect> exposed;
    const Rect whole{0, 0, canvas.width, canvas.height};
    settle(canvas);
    markFresh(canvas, exposed);
    if (!overlaysRaised_) {
        overlays_.expose(whole, exposed);
    }
    while (spread(exposed) ||
           (!overlaysRaised_ && overlays_.spread(toPaint(exposed), whole, exposed))) {
    }
    for (const Rect& rect : exposed) {
        paintColour(canvas, rect, background_);
        painted.damage.push_back(within(rect, whole));
    }
    for (Layer& layer : layers_) {
        if (layer.dirty) {
            refresh(canvas, layer, exposed, painted);
        }
        tell(layer, painted);
    }
    if (!overlaysRaised_) {
        overlays_.paint(canvas, painted.damage);
    }
    everything_ = false;
    changed_ = false;
    std::erase_if(painted.damage, [](const Rect& rect) { return rect.empty(); });
    if (std::find(painted.damage.begin(), painted.damage.end(), whole) != painted.damage.end()) {
        painted.damage.assign(1, whole);
    }
    return painted;
}

} // namespace jtv::screen
