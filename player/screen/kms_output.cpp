// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One display at a display controller: found, described, and committed to.
#include "player/screen/kms_output.h"

#include "base/c_handle.h"

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
using Request = CHandle<drmModeAtomicReq, drmModeAtomicFree>;

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

Result<std::unique_ptr<KmsOutput>> KmsOutput::open(int fd)
{
    if (drmSetClientCap(fd, DRM_CLIENT_CAP_UNIVERSAL_PLANES, 1) != 0 ||
        drmSetClientCap(fd, DRM_CLIENT_CAP_ATOMIC, 1) != 0) {
        return Error{
            ErrorKind::kUnavailable, "the display driver cannot change planes all at once"};
    }
    std::unique_ptr<KmsOutput> output(new KmsOutput(fd));
    if (!output->findOutput()) {
        return Error{ErrorKind::kUnavailable, "no display is connected"};
    }
    if (!output->findPlanes()) {
        return Error{ErrorKind::kUnavailable, "the display has no primary plane"};
    }
    return output;
}

KmsOutput::~KmsOutput()
{
    if (mode_ != 0) {
        drmModeDestroyPropertyBlob(fd_, mode_);
    }
}

bool KmsOutput::findOutput()
{
    const Resources resources(drmModeGetResources(fd_));
    for (int i = 0; resources && i < resources->count_connectors; ++i) {
        const Connector connector(drmModeGetConnector(fd_, resources->connectors[i]));
        if (!connector || connector->connection != DRM_MODE_CONNECTED ||
            connector->count_modes == 0) {
            continue;
        }
        const auto crtcs = possibleCrtcs(fd_, *connector);
        for (int index = 0; index < resources->count_crtcs; ++index) {
            if ((crtcs >> static_cast<unsigned>(index) & 1U) == 0) {
                continue;
            }
            const drmModeModeInfo* mode = preferredMode(*connector);
            connector_ = connector->connector_id;
            crtc_ = resources->crtcs[index];
            crtcIndex_ = static_cast<unsigned>(index);
            width_ = mode->hdisplay;
            height_ = mode->vdisplay;
            refresh_ = refreshOf(*mode);
            return drmModeCreatePropertyBlob(fd_, mode, sizeof(*mode), &mode_) == 0;
        }
    }
    return false;
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
    const Plane plane(drmModeGetPlane(fd_, id));
    if (!plane) {
        return facts;
    }
    const auto values = readProperties(id, DRM_MODE_OBJECT_PLANE);
    const auto value = [&](const char* name) {
        const auto found = values.find(name);
        return found == values.end() ? std::uint64_t{0} : found->second;
    };
    facts.reachesOutput = (plane->possible_crtcs >> crtcIndex_ & 1U) != 0;
    facts.busy = plane->crtc_id != 0 && plane->crtc_id != crtc_;
    facts.type = typeOf(value("type"));
    facts.zpos = value("zpos");
    facts.formats = formatsOf(fd_, *plane, static_cast<std::uint32_t>(value("IN_FORMATS")));
    return facts;
}

// Values by name; the ids are kept for commits.
std::map<std::string, std::uint64_t>
KmsOutput::readProperties(std::uint32_t object, std::uint32_t type)
{
    std::map<std::string, std::uint64_t> values;
    const ObjectProperties all(drmModeObjectGetProperties(fd_, object, type));
    for (std::uint32_t i = 0; all && i < all->count_props; ++i) {
        if (const Property property(drmModeGetProperty(fd_, all->props[i])); property) {
            properties_[object][property->name] = property->prop_id;
            values[property->name] = all->prop_values[i];
        }
    }
    return values;
}

bool KmsOutput::findPlanes()
{
    const Planes all(drmModeGetPlaneResources(fd_));
    for (std::uint32_t i = 0; all && i < all->count_planes; ++i) {
        planes_.push_back(describe(all->planes[i]));
        const PlaneFacts& plane = planes_.back();
        if (plane.type == PlaneType::kPrimary && plane.reachesOutput && !plane.busy &&
            primary_ == 0) {
            primary_ = plane.id;
        }
    }
    readProperties(crtc_, DRM_MODE_OBJECT_CRTC);
    readProperties(connector_, DRM_MODE_OBJECT_CONNECTOR);
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
        const Plane plane(drmModeGetPlane(fd_, facts.id));
        if (!plane || plane->fb_id == 0 || plane->crtc_id != crtc_) {
            continue;
        }
        PlaneGeometry geometry;
        geometry.framebuffer = plane->fb_id;
        const auto value = [&](const char* name) { return valueOf(fd_, facts.id, name); };
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

// 0 or an errno.
int KmsOutput::send(
    const std::vector<PlaneState>& states, std::uint32_t flags, std::optional<SteadyTime>* at) const
{
    const Request request(drmModeAtomicAlloc());
    const auto add = [&](std::uint32_t object, const char* name, std::uint64_t value) {
        if (const auto id = property(object, name); id != 0) {
            drmModeAtomicAddProperty(request.get(), object, id, value);
        }
    };
    const auto fixed = [](int pixels) { return static_cast<std::uint64_t>(pixels) << 16U; };
    const auto whole = [](int pixels) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(pixels));
    };
    if ((flags & DRM_MODE_ATOMIC_ALLOW_MODESET) != 0) {
        add(connector_, "CRTC_ID", crtc_);
        add(crtc_, "MODE_ID", mode_);
        add(crtc_, "ACTIVE", 1);
    }
    for (const PlaneState& state : states) {
        add(state.plane, "FB_ID", state.framebuffer);
        add(state.plane, "CRTC_ID", state.framebuffer != 0 ? crtc_ : 0);
        if (state.framebuffer == 0) {
            continue;
        }
        add(state.plane, "SRC_X", fixed(state.source.x));
        add(state.plane, "SRC_Y", fixed(state.source.y));
        add(state.plane, "SRC_W", fixed(state.source.width));
        add(state.plane, "SRC_H", fixed(state.source.height));
        add(state.plane, "CRTC_X", whole(state.target.x));
        add(state.plane, "CRTC_Y", whole(state.target.y));
        add(state.plane, "CRTC_W", whole(state.target.width));
        add(state.plane, "CRTC_H", whole(state.target.height));
        // The values of these enumerations are the same for all drivers.
        add(state.plane, "COLOR_ENCODING", state.bt709 ? 1 : 0);
        add(state.plane, "COLOR_RANGE", state.fullRange ? 1 : 0);
    }
    return drmModeAtomicCommit(fd_, request.get(), flags, at) == 0 ? 0 : errno;
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
    pollfd waiting{fd_, POLLIN, 0};
    if (!waiting_ || ::poll(&waiting, 1, 0) <= 0) {
        return std::nullopt;
    }
    drmEventContext context{};
    context.version = 3;
    context.page_flip_handler2 = onFlip;
    drmHandleEvent(fd_, &context);
    if (flippedAt_) {
        waiting_ = false;
    }
    return std::exchange(flippedAt_, std::nullopt);
}

} // namespace jtv::screen
