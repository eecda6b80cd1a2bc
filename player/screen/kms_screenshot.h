// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a display controller shows now, read back from its planes' memory: never what the player
// believes it shows.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "player/screen/kms_output.h"

#include <array>
#include <cstdint>

namespace jtv::screen {

// One plane's memory. `modifier` is DRM's; the CPU sees the bytes as they lie.
struct PlaneMemory {
    const std::uint8_t* data = nullptr;
    std::uint32_t fourcc = 0;
    std::uint64_t modifier = 0;
    int width = 0;  // px
    int height = 0; // px
    std::array<std::uint32_t, 4> offsets{};
    std::array<std::uint32_t, 4> pitches{}; // bytes
    bool bt709 = true;
    bool fullRange = false;
};

// As BGRA. Errors: kUnsupported for a format or an order of pixels that is not known here. Linear
// XRGB8888, ARGB8888, NV12 and YUV420, and NV12 in Broadcom's columns of 128 bytes (SAND128).
Result<Pixels> readPlane(const PlaneMemory& memory);

// All planes, the lower below the higher. Errors: kUnsupported: "video plane not readable: …".
Result<Pixels> readDisplay(const KmsOutput& output);

} // namespace jtv::screen
