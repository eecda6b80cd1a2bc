// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A display controller as a surface. One commit is under way at a time; what is asked for meanwhile
// goes into the next one.
#include "player/screen/kms_surface.h"

#include "player/screen/controller.h"
#include "player/screen/kms_screenshot.h"
#include "player/screen/log.h"
#include "player/screen/picture_copy.h"

#include <algorithm>
#include <cstring>
#include <drm_fourcc.h>
#include <fmt/format.h>
#include <set>
#include <sys/epoll.h>
#include <utility>

namespace jtv::screen {
namespace {

constexpr std::size_t kPoolSize = 3; // shown, under way, being written

// Other than row by row, of planes above the interface.
std::set<std::uint64_t> modifiersOf(const std::vector<PlaneFacts>& planes, std::uint32_t fourcc)
{
    std::set<std::uint64_t> modifiers;
    for (const PlaneFacts& plane : planes) {
        for (const PlaneFormat& format : plane.formats) {
            if (format.fourcc == fourcc && format.modifier != DRM_FORMAT_MOD_LINEAR &&
                !planesFor(planes, format).empty()) {
                modifiers.insert(format.modifier);
            }
        }
    }
    return modifiers;
}

Rect wholeOf(const KmsOutput& output)
{
    return {0, 0, output.width(), output.height()};
}

} // namespace

KmsSurface::KmsSurface(std::unique_ptr<KmsOutput> output)
    : output_(std::move(output)), events_(::epoll_create1(EPOLL_CLOEXEC))
{
    for (const int fd : {output_->fd(), hotplug_.fd()}) {
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        ::epoll_ctl(events_.get(), EPOLL_CTL_ADD, fd, &wanted);
    }
}

bool KmsSurface::makeScreens()
{
    for (auto& screen : screens_) {
        auto made = KmsBuffer::allocate(
            output_->fd(), DRM_FORMAT_XRGB8888, output_->width(), output_->height());
        if (!made) {
            kLog.error("{}", made.error().message);
            return false;
        }
        screen = *std::move(made);
    }
    return true;
}

bool KmsSurface::renew()
{
    if (memory_.width != output_->width() || memory_.height != output_->height()) {
        memory_ = Pixels(output_->width(), output_->height());
        screens_ = {};
    }
    stale_.fill({wholeOf(*output_)});
    return !output_->connected() || screens_[1] || makeScreens();
}

// The display is dark, and shows none of our memory.
void KmsSurface::forget()
{
    layers_.clear();
    top_ = {};
    painted_ = false;
    unsent_ = false;
}

bool KmsSurface::changed()
{
    if (!hotplug_.happened() || !output_->look()) {
        return false;
    }
    forget();
    return true;
}

void KmsSurface::light(bool on)
{
    if (awake_ != on) {
        awake_ = on;
        output_->darken();
        forget();
    }
}

Canvas KmsSurface::canvas()
{
    return {memory_.bgra.data(), memory_.stride(), memory_.width, memory_.height};
}

bool KmsSurface::update(const std::vector<Rect>& damage)
{
    for (auto& stale : stale_) {
        stale.insert(stale.end(), damage.begin(), damage.end());
    }
    if (!lit()) {
        stale_.fill({wholeOf(*output_)});
        return true;
    }
    if (!damage.empty()) {
        const auto to = screens_.at(back_)->plane(0);
        for (const Rect& rect : stale_.at(back_)) {
            for (int y = rect.y; y < rect.y + rect.height; ++y) {
                std::memcpy(
                    to.data + std::ptrdiff_t{to.stride} * y + std::ptrdiff_t{4} * rect.x,
                    memory_.row(y) + std::ptrdiff_t{4} * rect.x,
                    static_cast<std::size_t>(rect.width) * 4);
            }
        }
        stale_.at(back_).clear();
        painted_ = true;
    }
    return send();
}

void KmsSurface::addTop(std::vector<PlaneState>& states)
{
    const Rect whole = wholeOf(*output_);
    if (top_.hide) {
        states.push_back({top_.plane, 0, {}, {}, true, false});
    } else if (top_.changed) {
        const auto& buffer = *top_.buffers.at(top_.back);
        const auto to = buffer.plane(0);
        for (int y = 0; y < top_.memory.height; ++y) {
            std::memcpy(
                to.data + std::ptrdiff_t{to.stride} * y,
                top_.memory.row(y),
                static_cast<std::size_t>(top_.memory.stride()));
        }
        states.push_back({top_.plane, buffer.framebuffer(), whole, whole, true, false});
    }
}

std::vector<PlaneState> KmsSurface::wantedStates()
{
    std::vector<PlaneState> states;
    if (painted_) {
        const Rect whole = wholeOf(*output_);
        states.push_back(
            {output_->primary(), screens_.at(back_)->framebuffer(), whole, whole, true, false});
    }
    for (const auto& [id, layer] : layers_) {
        if (layer.wanted) {
            states.push_back(layer.wanted->state);
        }
    }
    addTop(states);
    return states;
}

// False when something of it cannot be shown and has to be painted instead.
bool KmsSurface::send()
{
    const auto states = wantedStates();
    unsent_ = false;
    if (states.empty()) {
        return true;
    }
    if (const auto sent = output_->commit(states); !sent) {
        if (sent.error().kind == ErrorKind::kUnavailable) {
            unsent_ = true;
            return true;
        }
        refuseAll(sent.error());
        return false;
    }
    if (painted_) {
        painted_ = false;
        back_ = 1 - back_;
    }
    if (std::exchange(top_.changed, false)) {
        top_.back = 1 - top_.back;
    }
    if (std::exchange(top_.hide, false)) {
        top_.plane = 0;
    }
    for (auto& [id, layer] : layers_) {
        if (layer.wanted) {
            layer.flying = std::move(layer.wanted->buffer);
            layer.wanted.reset();
        }
    }
    return true;
}

// The controller says no to a picture it took before: bandwidth, memory, or another mode.
void KmsSurface::refuseAll(const Error& error)
{
    kLog.warning("{}; moving pictures are painted instead", error.message);
    for (auto& [id, layer] : layers_) {
        darken(layer);
        layer.refused = true;
    }
}

void KmsSurface::darken(Layer& layer)
{
    layer.tested.reset();
    layer.wanted.reset();
    if (layer.shown || layer.flying) {
        layer.wanted = OnDisplay{{layer.plane, 0, {}, {}, true, false}, nullptr};
    } else {
        layer.plane = 0;
    }
}

bool KmsSurface::ready()
{
    if (output_->waiting()) {
        return false;
    }
    if (unsent_) {
        send();
    }
    return !output_->waiting();
}

std::optional<SteadyTime> KmsSurface::flipped()
{
    const auto at = output_->flipped();
    if (!at) {
        return std::nullopt;
    }
    for (auto& [id, layer] : layers_) {
        layer.shown = std::exchange(layer.flying, nullptr);
    }
    std::erase_if(layers_, [](const auto& entry) {
        const Layer& layer = entry.second;
        return !layer.shown && !layer.wanted && !layer.refused;
    });
    return at;
}

std::optional<Result<Pixels>> KmsSurface::screenshot() const
{
    return lit() ? std::optional(readDisplay(*output_)) : std::nullopt;
}

PlaneOffer KmsSurface::planeOffer() const
{
    PlaneOffer offer;
    offer.controller = output_->connected();
    for (const auto& [fourcc, name] :
         {std::pair(DRM_FORMAT_NV12, "NV12"), std::pair(DRM_FORMAT_YUV420, "YU12")}) {
        const auto able = planesFor(output_->planes(), {fourcc, DRM_FORMAT_MOD_LINEAR});
        if (!able.empty()) {
            offer.formats.emplace_back(name);
            offer.planes = std::max(offer.planes, static_cast<int>(able.size()));
        }
        for (const auto modifier : modifiersOf(output_->planes(), fourcc)) {
            offer.formats.push_back(fmt::format("{}:{:#018x}", name, modifier));
        }
    }
    return offer;
}

TakenPlanes KmsSurface::taken() const
{
    TakenPlanes planes;
    if (top_.plane != 0) {
        planes.insert(top_.plane);
    }
    for (const auto& [id, layer] : layers_) {
        if (layer.plane != 0) {
            planes.insert(layer.plane);
        }
    }
    return planes;
}

// Finds the layer's plane, or another one when this format is not for it.
bool KmsSurface::place(Layer& layer, PlaneFormat format, OnDisplay& picture)
{
    if (layer.plane == 0 || layer.format != format) {
        const auto able = planesFor(output_->planes(), format);
        const bool stays = std::find(able.begin(), able.end(), layer.plane) != able.end();
        if (!stays) {
            if (layer.plane != 0) {
                return false; // it goes dark first
            }
            const auto plane = lowestFree(output_->planes(), format, taken());
            if (!plane) {
                return false;
            }
            layer.plane = *plane;
        }
        layer.format = format;
    }
    picture.state.plane = layer.plane;
    return true;
}

std::optional<KmsSurface::OnDisplay>
KmsSurface::imported(const frame::DmaBuf& picture, const Rect& source, const Rect& target)
{
    auto buffer = KmsBuffer::import(output_->fd(), picture);
    if (!buffer) {
        kLog.warning("{}", buffer.error().message);
        return std::nullopt;
    }
    OnDisplay result;
    result.state.framebuffer = (*buffer)->framebuffer();
    result.state.source = source;
    result.state.target = target;
    result.state.bt709 = picture.matrix != frame::Matrix::kBt601;
    result.state.fullRange = picture.fullRange;
    result.buffer = *std::move(buffer);
    return result;
}

KmsSurface::Buffer KmsSurface::fromPool(Layer& layer, int width, int height)
{
    std::erase_if(layer.pool, [&](const Buffer& buffer) {
        return buffer->width() != width || buffer->height() != height;
    });
    for (const Buffer& buffer : layer.pool) {
        if (buffer.use_count() == 1) {
            return buffer;
        }
    }
    if (layer.pool.size() >= kPoolSize) {
        return nullptr;
    }
    auto made = KmsBuffer::allocate(output_->fd(), DRM_FORMAT_YUV420, width, height);
    if (!made) {
        return nullptr;
    }
    layer.pool.emplace_back(*std::move(made));
    return layer.pool.back();
}

// One copy of the picture into memory that the controller reads; scaled on the way where the
// controller cannot.
std::optional<KmsSurface::OnDisplay> KmsSurface::copied(
    Layer& layer, const frame::CpuPicture& picture, const Rect& source, const Rect& target)
{
    const int width = layer.scales ? source.width : target.width;
    const int height = layer.scales ? source.height : target.height;
    Buffer buffer = fromPool(layer, width, height);
    if (!buffer) {
        return std::nullopt;
    }
    PlanarMemory to{};
    for (std::size_t i = 0; i < to.data.size(); ++i) {
        to.data.at(i) = buffer->plane(i).data;
        to.stride.at(i) = buffer->plane(i).stride;
    }
    copyPicture(picture, source, to, width, height);
    OnDisplay result;
    result.state.framebuffer = buffer->framebuffer();
    result.state.source = {0, 0, width, height};
    result.state.target = target;
    result.state.bt709 = picture.matrix != frame::Matrix::kBt601;
    result.state.fullRange = picture.fullRange;
    result.buffer = std::move(buffer);
    return result;
}

// Would the controller show it? Asked once for each format and place.
bool KmsSurface::accept(Layer& layer, PlaneFormat format, std::optional<OnDisplay> picture)
{
    const std::uint32_t before = layer.plane;
    if (!picture || !place(layer, format, *picture)) {
        return false;
    }
    const Tested now{format, picture->state.source, picture->state.target};
    if (layer.tested != now) {
        if (!output_->possible({picture->state})) {
            layer.plane = before;
            return false;
        }
        layer.tested = now;
    }
    layer.wanted = std::move(picture);
    return true;
}

std::optional<frame::Way> KmsSurface::take(
    std::size_t id, const frame::Frame& picture, const Rect& source, const Rect& target)
{
    Layer& layer = layers_[id];
    if (layer.refused) {
        return std::nullopt;
    }
    std::optional<frame::CpuPicture> readable;
    if (const auto* direct = std::get_if<frame::DmaBuf>(&picture)) {
        const PlaneFormat format{direct->fourcc, direct->modifier};
        if (accept(layer, format, imported(*direct, source, target))) {
            return frame::Way{frame::Path::kPlane, true, layer.plane};
        }
        readable = direct->inMemory ? direct->inMemory() : std::nullopt;
    } else if (const auto* plain = std::get_if<frame::CpuPicture>(&picture)) {
        readable = *plain;
    }
    const PlaneFormat format{DRM_FORMAT_YUV420, DRM_FORMAT_MOD_LINEAR};
    while (readable) {
        if (accept(layer, format, copied(layer, *readable, source, target))) {
            return frame::Way{frame::Path::kPlane, false, layer.plane};
        }
        if (!std::exchange(layer.scales, false)) {
            break;
        }
    }
    darken(layer);
    layer.refused = true;
    return std::nullopt;
}

void KmsSurface::release(std::size_t id)
{
    const auto found = layers_.find(id);
    if (found == layers_.end()) {
        return;
    }
    Layer& layer = found->second;
    darken(layer);
    layer.refused = false;
    layer.scales = true;
    layer.pool.clear();
}

Canvas KmsSurface::top()
{
    if (top_.plane == 0) {
        // A video must find a plane below.
        const auto plane = highestFree(output_->planes(), {DRM_FORMAT_ARGB8888, 0}, taken());
        if (!plane || planeOffer().planes < 2) {
            return {};
        }
        for (auto& buffer : top_.buffers) {
            if (buffer) {
                continue;
            }
            auto made = KmsBuffer::allocate(
                output_->fd(), DRM_FORMAT_ARGB8888, output_->width(), output_->height());
            if (!made) {
                return {};
            }
            buffer = *std::move(made);
        }
        top_.plane = *plane;
        top_.memory = Pixels(output_->width(), output_->height());
    }
    return {top_.memory.bgra.data(), top_.memory.stride(), top_.memory.width, top_.memory.height};
}

void KmsSurface::showTop(bool shown)
{
    top_.changed = shown;
    top_.hide = !shown && top_.plane != 0;
}

std::unique_ptr<Surface> makeKmsSurface(int width, int height)
{
    auto controller = openController();
    if (!controller) {
        kLog.warning("{}; SDL may find another way", controller.error().message);
        return nullptr;
    }
    auto surface = std::make_unique<KmsSurface>(
        std::make_unique<KmsOutput>(*std::move(controller), width, height));
    return surface->renew() ? std::move(surface) : nullptr;
}

} // namespace jtv::screen
