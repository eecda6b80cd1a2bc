// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a stream's pictures lie in memory, by its caps: plainly, or since GStreamer 1.24 as the
// kernel's display drivers name it ("NV12:0x0100000000000002").
#pragma once

#include "player/media/glib.h"

#include <gst/video/video.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::media {

struct MemoryFormat {
    GstVideoInfo info{};        // as if it lay row by row
    std::uint32_t fourcc = 0;   // DRM_FORMAT_*
    std::uint64_t modifier = 0; // DRM_FORMAT_MOD_*; 0 = row by row, and the CPU can read it
};

// A format and modifier as such caps write it: "NV12", "NV12:0x0700000000000004".
struct DrmFormat {
    std::uint32_t fourcc = 0;
    std::uint64_t modifier = 0;
};
std::optional<DrmFormat> parseDrmFormat(std::string_view text);

// nullopt when these are no pictures that frame::PixelFormat knows.
std::optional<MemoryFormat> memoryFormatOf(const GstCaps* caps);

// What the player takes: pictures of 8 bit 4:2:0 in any memory, and memory that is described by
// one of these names, as planes show it.
Caps capsTaken(const std::vector<std::string>& drmFormats);

} // namespace jtv::media
