// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One display at a display controller: found, described, and committed to.
#include "player/screen/kms_output.h"

#include "player/screen/log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <drm_fourcc.h>
#include <fmt/format.h>
#include <poll.h>
#include <string_view>
#include <system_error>
#include <utility>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace jtv::screen {
namespace {

using Resources = CHandle<drmModeRes, drmModeFreeResources>;
using Connector = CHandle<drmModeConnector, drmModeFreeConnector>;
using Encoder = CHandle<drmModeEncoder, drmModeFreeEncoder>;
using Planes = CHandle<drmModePlaneRes, drmModeFreePlaneResources>;
using Plane = CHandle<drmModePlane, drmModeFreePlane>;
using ObjectProperties = CHandle<drmModeObjectProperties, drmModeFreeObjectProperties>;
using Property = CHandle<drmModePropertyRes, drmModeFreeProperty>;
using Blob = CHandle<drmModePropertyBlobRes, drmModeFreePropertyBlob>;

// The mode the display prefers; the first one where it says nothing.
const drmModeModeInfo* preferredMode(const drmModeConnector& connector)
{
    const auto* begin = connector.modes;
    const auto* end = begin + connector.count_modes;
    const auto* found = std::find_if(begin, end, [](const drmModeModeInfo& mode) {
        return (mode.type & DRM_MODE_TYPE_PREFERRED) != 0;
    });
    return found != end ? found : begin;
}

std::uint32_t possibleCrtcs(int fd, const drmModeConnector& connector)
{
    std::uint32_t mask = 0;
    for (int i = 0; i < connector.count_encoders; ++i) {
        if (const Encoder encoder(drmModeGetEncoder(fd, connector.encoders[i])); encoder) {
            mask |= encoder->possible_crtcs;
        }
    }
    return mask;
}

// The blob IN_FORMATS: formats, and for each modifier which of them it goes with.
std::vector<PlaneFormat> formatsIn(const drmModePropertyBlobRes& blob)
{
    std::vector<PlaneFormat> formats;
    drm_format_modifier_blob head{};
    if (blob.length < sizeof(head)) {
        return formats;
    }
    const auto* bytes = static_cast<const std::uint8_t*>(blob.data);
    std::memcpy(&head, bytes, sizeof(head));
    for (std::uint32_t i = 0; i < head.count_modifiers; ++i) {
        drm_format_modifier modifier{};
        std::memcpy(
            &modifier, bytes + head.modifiers_offset + i * sizeof(modifier), sizeof(modifier));
        for (std::uint32_t bit = 0; bit < 64; ++bit) {
            const auto index = modifier.offset + bit;
            if ((modifier.formats >> bit & 1U) != 0 && index < head.count_formats) {
                std::uint32_t fourcc = 0;
                std::memcpy(
                    &fourcc, bytes + head.formats_offset + index * sizeof(fourcc), sizeof(fourcc));
                formats.push_back({fourcc, modifier.modifier});
            }
        }
    }
    return formats;
}

Nanoseconds refreshOf(const drmModeModeInfo& mode)
{
    const auto pixels = std::uint64_t{mode.htotal} * mode.vtotal;
    return mode.clock > 0 && pixels > 0
               ? Nanoseconds(static_cast<std::int64_t>(pixels * 1'000'000 / mode.clock))
               : Nanoseconds(std::chrono::seconds(1)) / 60;
}

int valueOf(int fd, std::uint32_t plane, std::string_view name)
{
    const ObjectProperties all(drmModeObjectGetProperties(fd, plane, DRM_MODE_OBJECT_PLANE));
    for (std::uint32_t i = 0; all && i < all->count_props; ++i) {
        const Property property(drmModeGetProperty(fd, all->props[i]));
        if (property && name == property->name) {
            return static_cast<int>(all->prop_values[i]);
        }
    }
    return 0;
}

Error errorOf(int code)
{
    const auto kind = code == EBUSY    ? ErrorKind::kUnavailable
                      : code == ENOSPC ? ErrorKind::kFull
                                       : ErrorKind::kInternal;
    return {
        kind,
        fmt::format("the display controller refuses: {}", std::generic_category().message(code))};
}

} // namespace

KmsOutput::KmsOutput(UniqueFd fd, int width, int height)
    : fd_(std::move(fd)), width_(width), height_(height)
{
    look();
}

KmsOutput::~KmsOutput()
{
    if (mode_ != 0) {
        drmModeDestroyPropertyBlob(fd(), mode_);
    }
}

// nullopt: no display is attached there, or nothing can feed it.
std::optional<KmsOutput::Attached> KmsOutput::attachedTo(std::uint32_t id) const
{
    const Resources resources(drmModeGetResources(fd()));
    const Connector connector(drmModeGetConnector(fd(), id));
    if (!resources || !connector || connector->connection != DRM_MODE_CONNECTED ||
        connector->count_modes == 0) {
        return std::nullopt;
    }
    const auto crtcs = possibleCrtcs(fd(), *connector);
    for (unsigned index = 0; index < static_cast<unsigned>(resources->count_crtcs); ++index) {
        if ((crtcs >> index & 1U) != 0) {
            const auto* mode = static_cast<const std::uint8_t*>(
                static_cast<const void*>(preferredMode(*connector)));
            return Attached{
                id, resources->crtcs[index], index, {mode, mode + sizeof(drmModeModeInfo)}};
        }
    }
    return std::nullopt;
}

// The one that is shown already, as long as it is there; else the first one.
std::optional<KmsOutput::Attached> KmsOutput::findDisplay() const
{
    auto found = shown_ ? attachedTo(shown_->connector) : std::nullopt;
    const Resources resources(drmModeGetResources(fd()));
    for (int i = 0; resources && !found && i < resources->count_connectors; ++i) {
        found = attachedTo(resources->connectors[i]);
    }
    return found;
}

// A display that was away for a moment may need its mode set again.
bool KmsOutput::linkLost()
{
    constexpr std::uint64_t kBad = 1; // of the property's values
    return readProperties(shown_->connector, DRM_MODE_OBJECT_CONNECTOR)["link-status"] == kBad;
}

bool KmsOutput::look()
{
    const auto found = findDisplay();
    if (found == shown_ && (!found || !linkLost())) {
        return false;
    }
    darken();
    shown_.reset();
    planes_.clear();
    primary_ = 0;
    if (found && !take(*found)) {
        shown_.reset();
    }
    return true;
}

bool KmsOutput::take(const Attached& display)
{
    drmModeModeInfo mode{};
    std::memcpy(&mode, display.mode.data(), sizeof(mode));
    if (mode_ != 0) {
        drmModeDestroyPropertyBlob(fd(), std::exchange(mode_, 0));
    }
    shown_ = display;
    width_ = mode.hdisplay;
    height_ = mode.vdisplay;
    refresh_ = refreshOf(mode);
    return findPlanes() && drmModeCreatePropertyBlob(fd(), &mode, sizeof(mode), &mode_) == 0;
}

namespace {

PlaneType typeOf(std::uint64_t value)
{
    if (value == DRM_PLANE_TYPE_PRIMARY) {
        return PlaneType::kPrimary;
    }
    return value == DRM_PLANE_TYPE_CURSOR ? PlaneType::kCursor : PlaneType::kOverlay;
}

std::vector<PlaneFormat> formatsOf(int fd, const drmModePlane& plane, std::uint32_t inFormats)
{
    const Blob blob(inFormats != 0 ? drmModeGetPropertyBlob(fd, inFormats) : nullptr);
    if (blob) {
        return formatsIn(*blob);
    }
    std::vector<PlaneFormat> formats;
    formats.reserve(plane.count_formats);
    for (std::uint32_t i = 0; i < plane.count_formats; ++i) {
        formats.push_back({plane.formats[i], DRM_FORMAT_MOD_LINEAR});
    }
    return formats;
}

} // namespace

PlaneFacts KmsOutput::describe(std::uint32_t id)
{
    PlaneFacts facts;
    facts.id = id;
    const Plane plane(drmModeGetPlane(fd(), id));
    if (!plane) {
        return facts;
    }
    const auto values = readProperties(id, DRM_MODE_OBJECT_PLANE);
    const auto value = [&](const char* name) {
        const auto found = values.find(name);
        return found == values.end() ? std::uint64_t{0} : found->second;
    };
    facts.reachesOutput = (plane->possible_crtcs >> shown_->crtcIndex & 1U) != 0;
    facts.busy = plane->crtc_id != 0 && plane->crtc_id != shown_->crtc;
    facts.type = typeOf(value("type"));
    facts.zpos = value("zpos");
    facts.formats = formatsOf(fd(), *plane, static_cast<std::uint32_t>(value("IN_FORMATS")));
    return facts;
}

// Values by name; the ids are kept for commits.
std::map<std::string, std::uint64_t>
KmsOutput::readProperties(std::uint32_t object, std::uint32_t type)
{
    std::map<std::string, std::uint64_t> values;
    const ObjectProperties all(drmModeObjectGetProperties(fd(), object, type));
    for (std::uint32_t i = 0; all && i < all->count_props; ++i) {
        if (const Property property(drmModeGetProperty(fd(), all->props[i])); property) {
            properties_[object][property->name] = property->prop_id;
            values[property->name] = all->prop_values[i];
        }
    }
    return values;
}

bool KmsOutput::findPlanes()
{
    const Planes all(drmModeGetPlaneResources(fd()));
    for (std::uint32_t i = 0; all && i < all->count_planes; ++i) {
        planes_.push_back(describe(all->planes[i]));
        const PlaneFacts& plane = planes_.back();
        if (plane.type == PlaneType::kPrimary && plane.reachesOutput && !plane.busy &&
            primary_ == 0) {
            primary_ = plane.id;
        }
    }
    readProperties(shown_->crtc, DRM_MODE_OBJECT_CRTC);
    readProperties(shown_->connector, DRM_MODE_OBJECT_CONNECTOR);
    return primary_ != 0;
}

// 0 where the object has none of this name.
std::uint32_t KmsOutput::property(std::uint32_t object, const std::string& name) const
{
    const auto found = properties_.find(object);
    if (found == properties_.end()) {
        return 0;
    }
    const auto id = found->second.find(name);
    return id == found->second.end() ? 0 : id->second;
}

std::vector<PlaneGeometry> KmsOutput::shownPlanes() const
{
    std::vector<std::pair<std::pair<std::uint64_t, std::uint32_t>, PlaneGeometry>> found;
    for (const PlaneFacts& facts : planes_) {
        const Plane plane(drmModeGetPlane(fd(), facts.id));
        if (!plane || plane->fb_id == 0 || plane->crtc_id != shown_->crtc) {
            continue;
        }
        PlaneGeometry geometry;
        geometry.framebuffer = plane->fb_id;
        const auto value = [&](const char* name) { return valueOf(fd(), facts.id, name); };
        geometry.target = {value("CRTC_X"), value("CRTC_Y"), value("CRTC_W"), value("CRTC_H")};
        const bool primary = facts.type == PlaneType::kPrimary;
        found.push_back({{primary ? 0 : facts.zpos + 1, facts.id}, geometry});
    }
    std::sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PlaneGeometry> planes;
    planes.reserve(found.size());
    for (const auto& [height, geometry] : found) {
        planes.push_back(geometry);
    }
    return planes;
}

struct KmsOutput::Request {
    CHandle<drmModeAtomicReq, drmModeAtomicFree> handle{drmModeAtomicAlloc()};
};

void KmsOutput::add(
    Request& request, std::uint32_t object, const char* name, std::uint64_t value) const
{
    if (const auto id = property(object, name); id != 0) {
        drmModeAtomicAddProperty(request.handle.get(), object, id, value);
    }
}

void KmsOutput::addPlane(Request& request, const PlaneState& state) const
{
    const auto fixed = [](int pixels) { return static_cast<std::uint64_t>(pixels) << 16U; };
    const auto whole = [](int pixels) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(pixels));
    };
    const auto set = [&](const char* name, std::uint64_t value) {
        add(request, state.plane, name, value);
    };
    set("FB_ID", state.framebuffer);
    set("CRTC_ID", state.framebuffer != 0 ? shown_->crtc : 0);
    if (state.framebuffer == 0) {
        return;
    }
    set("SRC_X", fixed(state.source.x));
    set("SRC_Y", fixed(state.source.y));
    set("SRC_W", fixed(state.source.width));
    set("SRC_H", fixed(state.source.height));
    set("CRTC_X", whole(state.target.x));
    set("CRTC_Y", whole(state.target.y));
    set("CRTC_W", whole(state.target.width));
    set("CRTC_H", whole(state.target.height));
    // The values of these enumerations are the same for all drivers.
    set("COLOR_ENCODING", state.bt709 ? 1 : 0);
    set("COLOR_RANGE", state.fullRange ? 1 : 0);
}

// Whoever was here before has left pictures, a pointer perhaps.
void KmsOutput::clearOthers(Request& request, const std::vector<PlaneState>& kept) const
{
    for (const PlaneFacts& plane : planes_) {
        const bool ours = std::any_of(kept.begin(), kept.end(), [&](const PlaneState& state) {
            return state.plane == plane.id;
        });
        if (!ours && plane.reachesOutput && !plane.busy) {
            addPlane(request, {plane.id, 0, {}, {}, true, false});
        }
    }
}

// 0 or an errno.
int KmsOutput::send(
    const std::vector<PlaneState>& states, std::uint32_t flags, std::optional<SteadyTime>* at) const
{
    if (!shown_) {
        return ENODEV;
    }
    Request request;
    if ((flags & DRM_MODE_ATOMIC_ALLOW_MODESET) != 0) {
        add(request, shown_->connector, "CRTC_ID", shown_->crtc);
        add(request, shown_->crtc, "MODE_ID", mode_);
        add(request, shown_->crtc, "ACTIVE", 1);
        clearOthers(request, states);
    }
    for (const PlaneState& state : states) {
        addPlane(request, state);
    }
    return drmModeAtomicCommit(fd(), request.handle.get(), flags, at) == 0 ? 0 : errno;
}

void KmsOutput::darken()
{
    if (!shown_ || !modeSet_) {
        return;
    }
    Request request;
    add(request, shown_->connector, "CRTC_ID", 0);
    add(request, shown_->crtc, "MODE_ID", 0);
    add(request, shown_->crtc, "ACTIVE", 0);
    clearOthers(request, {});
    if (drmModeAtomicCommit(fd(), request.handle.get(), DRM_MODE_ATOMIC_ALLOW_MODESET, nullptr) !=
        0) {
        kLog.warning("the display cannot be switched off: {}", errorOf(errno).message);
    }
    modeSet_ = false;
    waiting_ = false;
}

bool KmsOutput::possible(const std::vector<PlaneState>& states) const
{
    const std::uint32_t mode = modeSet_ ? 0U : DRM_MODE_ATOMIC_ALLOW_MODESET;
    return send(states, DRM_MODE_ATOMIC_TEST_ONLY | mode, nullptr) == 0;
}

Status KmsOutput::commit(const std::vector<PlaneState>& states)
{
    std::uint32_t flags = DRM_MODE_PAGE_FLIP_EVENT;
    flags |= modeSet_ ? DRM_MODE_ATOMIC_NONBLOCK : DRM_MODE_ATOMIC_ALLOW_MODESET;
    if (const int code = send(states, flags, &flippedAt_); code != 0) {
        return errorOf(code);
    }
    modeSet_ = true;
    waiting_ = true;
    return Done{};
}

namespace {

void onFlip(
    int /*fd*/,
    unsigned /*sequence*/,
    unsigned seconds,
    unsigned microseconds,
    unsigned /*crtc*/,
    void* at)
{
    *static_cast<std::optional<SteadyTime>*>(at) =
        SteadyTime(std::chrono::seconds(seconds) + std::chrono::microseconds(microseconds));
}

} // namespace

std::optional<SteadyTime> KmsOutput::flipped()
{
    pollfd waiting{fd(), POLLIN, 0};
    if (::poll(&waiting, 1, 0) <= 0) {
        return std::nullopt;
    }
    drmEventContext context{};
    context.version = 3;
    context.page_flip_handler2 = onFlip;
    drmHandleEvent(fd(), &context);
    const auto at = std::exchange(flippedAt_, std::nullopt);
    // One of before the display went dark means nothing any more.
    return at && std::exchange(waiting_, false) ? at : std::nullopt;
}

} // namespace jtv::screen
