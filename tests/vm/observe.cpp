// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Looks at a display controller from outside the player: a line of JSON for each plane that shows
// something, and its pixels as PPM. Needs CAP_SYS_ADMIN, not the display itself.
#include "base/c_handle.h"
#include "base/json/json.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <drm_fourcc.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace {

constexpr int kTries = 100; // at a plane that changes while it is read

using Plane = jtv::CHandle<drmModePlane, drmModeFreePlane>;
using Planes = jtv::CHandle<drmModePlaneRes, drmModeFreePlaneResources>;
using Properties = jtv::CHandle<drmModeObjectProperties, drmModeFreeObjectProperties>;
using Property = jtv::CHandle<drmModePropertyRes, drmModeFreeProperty>;
using Buffer = jtv::CHandle<drmModeFB2, drmModeFreeFB2>;

std::uint64_t property(int fd, std::uint32_t plane, std::string_view name)
{
    const Properties all(drmModeObjectGetProperties(fd, plane, DRM_MODE_OBJECT_PLANE));
    for (std::uint32_t i = 0; all && i < all->count_props; ++i) {
        const Property one(drmModeGetProperty(fd, all->props[i]));
        if (one && name == one->name) {
            return all->prop_values[i];
        }
    }
    return 0;
}

std::string fourcc(std::uint32_t code)
{
    std::string text;
    for (int shift = 0; shift < 32; shift += 8) {
        text += static_cast<char>((code >> shift) & 0x7fU);
    }
    return text;
}

using Bytes = std::vector<std::uint8_t>;

// A buffer's memory as it is now; empty where it cannot be read.
Bytes copyOf(int fd, std::uint32_t handle)
{
    int shared = -1;
    if (drmPrimeHandleToFD(fd, handle, DRM_CLOEXEC, &shared) != 0) {
        return {};
    }
    const jtv::UniqueFd owner(shared);
    const auto size = static_cast<std::size_t>(::lseek(shared, 0, SEEK_END));
    void* found = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, shared, 0);
    if (found == MAP_FAILED) {
        return {};
    }
    const auto* bytes = static_cast<const std::uint8_t*>(found);
    Bytes copy(bytes, bytes + size);
    ::munmap(found, size);
    return copy;
}

using Rgb = std::array<std::uint8_t, 3>;

std::uint8_t limited(int value)
{
    return static_cast<std::uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
}

// BT.709, limited range.
Rgb rgbOf(int y, int u, int v)
{
    const int light = 298 * (y - 16);
    return {
        limited((light + 459 * (v - 128) + 128) >> 8),
        limited((light - 55 * (u - 128) - 136 * (v - 128) + 128) >> 8),
        limited((light + 541 * (u - 128) + 128) >> 8)};
}

Rgb pixel(const drmModeFB2& fb, const std::uint8_t* data, std::size_t x, std::size_t y)
{
    const auto at = [&](unsigned plane, std::size_t column, std::size_t row) {
        return data[fb.offsets[plane] + row * fb.pitches[plane] + column];
    };
    switch (fb.pixel_format) {
    case DRM_FORMAT_XRGB8888:
    case DRM_FORMAT_ARGB8888:
        return {at(0, x * 4 + 2, y), at(0, x * 4 + 1, y), at(0, x * 4, y)};
    case DRM_FORMAT_NV12:
        return rgbOf(at(0, x, y), at(1, x & ~std::size_t{1}, y / 2), at(1, x | 1U, y / 2));
    case DRM_FORMAT_YUV420:
        return rgbOf(at(0, x, y), at(1, x / 2, y / 2), at(2, x / 2, y / 2));
    default:
        return {};
    }
}

void writePixels(const drmModeFB2& fb, const Bytes& bytes, const std::string& file)
{
    std::ofstream out(file, std::ios::binary);
    out << "P6\n" << fb.width << ' ' << fb.height << "\n255\n";
    std::string row;
    for (std::uint32_t y = 0; y < fb.height; ++y) {
        row.clear();
        for (std::uint32_t x = 0; x < fb.width; ++x) {
            for (const auto part : pixel(fb, bytes.data(), x, y)) {
                row += static_cast<char>(part);
            }
        }
        out << row;
    }
}

jtv::json::Value describe(int fd, const drmModePlane& plane, const drmModeFB2& fb)
{
    static constexpr std::array<const char*, 3> kTypes{"overlay", "primary", "cursor"};
    const auto value = [&](std::string_view name) { return property(fd, plane.plane_id, name); };
    const auto signedValue = [&](std::string_view name) {
        return static_cast<std::int64_t>(static_cast<std::int32_t>(value(name)));
    };
    return {
        {"plane", plane.plane_id},
        {"type", kTypes.at(value("type") % kTypes.size())},
        {"zpos", value("zpos")},
        {"x", signedValue("CRTC_X")},
        {"y", signedValue("CRTC_Y")},
        {"width", value("CRTC_W")},
        {"height", value("CRTC_H")},
        {"source_width", value("SRC_W") >> 16U},
        {"source_height", value("SRC_H") >> 16U},
        {"buffer", fb.fb_id},
        {"buffer_width", fb.width},
        {"buffer_height", fb.height},
        {"format", fourcc(fb.pixel_format)},
        {"modifier", fb.modifier}};
}

// One plane. False: it showed something else before its buffer was asked for, or before the memory
// was copied, which then may have been drawn anew.
bool observePlane(int fd, std::uint32_t id, const char* folder)
{
    const Plane plane(drmModeGetPlane(fd, id));
    if (!plane || plane->fb_id == 0) {
        return true;
    }
    const Buffer fb(drmModeGetFB2(fd, plane->fb_id));
    if (!fb) {
        return false;
    }
    const bool wanted = folder != nullptr && fb->handles[0] != 0;
    const Bytes bytes = wanted ? copyOf(fd, fb->handles[0]) : Bytes();
    for (const auto handle : fb->handles) {
        drmCloseBufferHandle(fd, handle);
    }
    const Plane after(drmModeGetPlane(fd, id));
    if (wanted && (!after || after->fb_id != plane->fb_id)) {
        return false;
    }
    fmt::print("{}\n", jtv::json::write(describe(fd, *plane, *fb)));
    if (!bytes.empty()) {
        writePixels(*fb, bytes, fmt::format("{}/{}.ppm", folder, id));
    } else if (wanted) {
        fmt::print(stderr, "the framebuffer {} cannot be read\n", fb->fb_id);
    }
    return true;
}

int observe(const char* card, const char* folder)
{
    const jtv::UniqueFd fd(::open(card, O_RDWR | O_CLOEXEC));
    if (!fd || drmSetClientCap(fd.get(), DRM_CLIENT_CAP_UNIVERSAL_PLANES, 1) != 0 ||
        drmSetClientCap(fd.get(), DRM_CLIENT_CAP_ATOMIC, 1) != 0) {
        fmt::print(stderr, "{} is no display controller with planes\n", card);
        return 1;
    }
    drmDropMaster(fd.get()); // the first to open a controller gets what the player needs
    const Planes all(drmModeGetPlaneResources(fd.get()));
    for (std::uint32_t i = 0; all && i < all->count_planes; ++i) {
        int tries = kTries;
        while (!observePlane(fd.get(), all->planes[i], folder) && tries > 0) {
            --tries;
        }
    }
    return 0;
}

} // namespace

int main(int count, char** words)
{
    if (count < 2) {
        fmt::print(stderr, "usage: jtv-observe-planes CARD [FOLDER]\n");
        return 2;
    }
    return observe(words[1], count > 2 ? words[2] : nullptr);
}
