// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every region shows, and which parts of the picture have to be painted anew. A moving picture
// that keeps its place touches only its own rectangle; whatever lies on top of it is painted again.
#include "player/screen/composition.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace jtv::screen {
namespace {

const frame::CpuPicture* cpuPicture(const frame::Frame& frame)
{
    return std::get_if<frame::CpuPicture>(&frame);
}

Rect moved(const Rect& rect, const Rect& origin)
{
    return {rect.x + origin.x, rect.y + origin.y, rect.width, rect.height};
}

} // namespace

void Composition::setRegions(std::vector<Region> regions, std::uint32_t background)
{
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return regions[a].zIndex < regions[b].zIndex;
    });
    layers_.clear();
    positions_.assign(regions.size(), 0);
    for (std::size_t position = 0; position < order.size(); ++position) {
        positions_[order[position]] = position;
        Layer layer;
        layer.region = regions[order[position]];
        layers_.push_back(std::move(layer));
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

void Composition::show(std::size_t region, std::uint64_t item, std::shared_ptr<const Still> still)
{
    Layer& layer = layerToChange(region);
    layer.content = std::move(still);
    layer.item = item;
    layer.fresh = true;
}

void Composition::show(std::size_t region, std::uint64_t item, frame::TimedFrame frame, Fit fit)
{
    Layer& layer = layerToChange(region);
    layer.content = Moving{std::move(frame), fit};
    layer.item = item;
    layer.fresh = true;
}

void Composition::clear(std::size_t region)
{
    Layer& layer = layerToChange(region);
    layer.content = std::monostate{};
    layer.item = 0;
    layer.fresh = true;
}

void Composition::overlay(int level, std::shared_ptr<const Still> still)
{
    overlays_.show(level, std::move(still));
    changed_ = true;
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

std::optional<Composition::Placed> Composition::placed(const Layer& layer) const
{
    const auto* moving = std::get_if<Moving>(&layer.content);
    const auto* picture = moving != nullptr ? cpuPicture(moving->frame.picture) : nullptr;
    if (picture == nullptr) {
        return std::nullopt;
    }
    const Rect& region = layer.region.place;
    const Shape shape = uprightShape(*picture);
    const auto upright =
        screen::place(shape.width, shape.height, region.width, region.height, moving->fit);
    Placed result;
    result.picture = *picture;
    result.picture.rotation = (picture->rotation + degrees_) % 360;
    result.source = turned(upright.source, shape.width, shape.height, degrees_);
    result.target =
        moved(turned(upright.target, region.width, region.height, degrees_), layer.place);
    return result;
}

Rect Composition::coverOf(const Layer& layer, const Canvas& canvas) const
{
    Rect cover;
    if (const auto* still = std::get_if<std::shared_ptr<const Still>>(&layer.content)) {
        cover = moved((*still)->target, layer.place);
    } else if (const auto moving = placed(layer)) {
        cover = moving->target;
    }
    return within(cover, {0, 0, canvas.width, canvas.height});
}

bool Composition::opaque(const Layer& layer)
{
    const auto* still = std::get_if<std::shared_ptr<const Still>>(&layer.content);
    return still == nullptr || (*still)->opaque;
}

void Composition::markFresh(const Canvas& canvas, std::vector<Rect>& exposed)
{
    const Rect whole{0, 0, canvas.width, canvas.height};
    const bool sideways = onItsSide(degrees_);
    const int width = sideways ? canvas.height : canvas.width;
    const int height = sideways ? canvas.width : canvas.height;
    if (everything_) {
        exposed.push_back(whole);
    }
    for (Layer& layer : layers_) {
        layer.place = turned(layer.region.place, width, height, degrees_);
        layer.dirty = false;
        layer.exposed = false;
        if (!layer.fresh && !everything_) {
            continue;
        }
        const Rect cover = coverOf(layer, canvas);
        const bool sameShape = cover == layer.covered && !cover.empty() && opaque(layer);
        layer.covered = cover;
        layer.dirty = true;
        if (!sameShape && !everything_) {
            layer.exposed = true;
            exposed.push_back(within(layer.place, whole));
        }
    }
}

// One round of "what is painted damages what lies above and, where it is transparent, below".
bool Composition::spread(std::vector<Rect>& exposed)
{
    bool grew = false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        Layer& layer = layers_[i];
        const auto touches = [&](const Rect& rect) { return overlap(rect, layer.place); };
        if (!layer.dirty) {
            layer.dirty = std::any_of(exposed.begin(), exposed.end(), touches) ||
                          std::any_of(
                              layers_.begin(),
                              layers_.begin() + static_cast<std::ptrdiff_t>(i),
                              [&](const Layer& below) {
                                  return below.dirty && overlap(below.place, layer.place);
                              });
            grew = grew || layer.dirty;
        }
        if (layer.dirty && !layer.exposed && !opaque(layer)) {
            layer.exposed = true;
            exposed.push_back(layer.place);
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

void Composition::paintLayer(const Canvas& canvas, const Layer& layer)
{
    if (const auto* still = std::get_if<std::shared_ptr<const Still>>(&layer.content)) {
        paintStill(canvas, **still, layer.place.x, layer.place.y);
        return;
    }
    auto moving = placed(layer);
    if (!moving) {
        return;
    }
    const Rect& target = moving->target;
    const Rect inside = within(target, {0, 0, canvas.width, canvas.height});
    if (inside != target && !inside.empty()) {
        // Partly off the screen: only the visible part of the picture is converted.
        const Rect whole = moving->source;
        const double across = static_cast<double>(whole.width) / target.width;
        const double down = static_cast<double>(whole.height) / target.height;
        moving->source = {
            whole.x + static_cast<int>((inside.x - target.x) * across),
            whole.y + static_cast<int>((inside.y - target.y) * down),
            std::max(1, static_cast<int>(inside.width * across)),
            std::max(1, static_cast<int>(inside.height * down))};
    }
    painter_.paint(canvas, moving->picture, moving->source, inside);
}

void Composition::refresh(
    const Canvas& canvas, Layer& layer, const std::vector<Rect>& exposed, Painted& painted)
{
    const bool barsToo =
        layer.region.filled && std::any_of(exposed.begin(), exposed.end(), [&](const Rect& rect) {
            return overlap(rect, layer.place);
        });
    if (barsToo) {
        paintColour(canvas, layer.place, layer.region.background);
    }
    paintLayer(canvas, layer);
    painted.damage.push_back(layer.covered);
    if (layer.fresh && layer.item != 0) {
        const auto* moving = std::get_if<Moving>(&layer.content);
        painted.shown.push_back({layer.item, moving != nullptr ? moving->frame.number : 0});
    }
    layer.fresh = false;
}

Composition::Painted Composition::paint(const Canvas& canvas)
{
    Painted painted;
    if (!changed_) {
        return painted;
    }
    std::vector<Rect> exposed;
    const Rect whole{0, 0, canvas.width, canvas.height};
    markFresh(canvas, exposed);
    overlays_.expose(whole, exposed);
    while (spread(exposed) || overlays_.spread(toPaint(exposed), whole, exposed)) {
    }
    for (const Rect& rect : exposed) {
        paintColour(canvas, rect, background_);
        painted.damage.push_back(within(rect, whole));
    }
    for (Layer& layer : layers_) {
        if (layer.dirty) {
            refresh(canvas, layer, exposed, painted);
        }
    }
    overlays_.paint(canvas, painted.damage);
    everything_ = false;
    changed_ = false;
    std::erase_if(painted.damage, [](const Rect& rect) { return rect.empty(); });
    if (std::find(painted.damage.begin(), painted.damage.end(), whole) != painted.damage.end()) {
        painted.damage.assign(1, whole);
    }
    return painted;
}

} // namespace jtv::screen
