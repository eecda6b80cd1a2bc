// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A moving picture's frame on its way from the decoder to the display, and the word back that it
// was seen.
#pragma once

#include "base/clock.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace jtv::frame {

enum class PixelFormat { kI420, kNv12, kBgra };
enum class Matrix { kBt601, kBt709, kBt2020 };

// Pixels in memory. `owner` keeps them alive; the picture is never written to.
struct CpuPicture {
    struct Plane {
        const std::uint8_t* data = nullptr;
        int stride = 0; // bytes
    };
    PixelFormat format = PixelFormat::kI420;
    int width = 0;        // px, visible part
    int height = 0;       // px
    int displayWidth = 0; // px after the pixel aspect ratio is applied; = width for square pixels
    Matrix matrix = Matrix::kBt709;
    bool fullRange = false;
    int rotation =
        0; // degrees clockwise the picture must be turned to stand upright: 0, 90, 180, 270
    std::array<Plane, 3> planes;
    std::shared_ptr<const void> owner;
};

// A decoder's buffer in device memory: no CPU copy. `owner` keeps the descriptors open.
struct DmaBuf {
    struct Plane {
        int fd = -1;
        std::uint32_t offset = 0; // bytes
        std::uint32_t stride = 0; // bytes
    };
    std::uint32_t fourcc = 0;   // DRM_FORMAT_*
    std::uint64_t modifier = 0; // DRM_FORMAT_MOD_*
    int width = 0;              // px, visible part
    int height = 0;             // px
    int displayWidth = 0;       // as in CpuPicture
    Matrix matrix = Matrix::kBt709;
    bool fullRange = false;
    int rotation = 0; // as in CpuPicture
    int planeCount = 0;
    std::array<Plane, 4> planes;
    std::shared_ptr<const void> owner;
    // The same picture for the CPU to read, where no plane takes it; slow memory on some boards.
    // nullopt when it cannot be read.
    std::function<std::optional<CpuPicture>()> inMemory;
};

// The decoder's sink has put the picture on this DRM plane itself.
struct OnPlane {
    std::uint32_t planeId = 0;
};

using Frame = std::variant<CpuPicture, DmaBuf, OnPlane>;

struct TimedFrame {
    Frame picture;
    Nanoseconds time{0};      // when it is due, since the item's begin
    Nanoseconds duration{0};  // 0 = unknown
    std::uint64_t number = 0; // counts from 0 within the item
};

// How a picture came onto the display.
enum class Path { kPlane, kGl, kWindow };
struct Way {
    Path path = Path::kWindow;
    bool zeroCopy = false;     // no CPU touched its pixels
    std::uint32_t planeId = 0; // kPlane: DRM object id

    bool operator==(const Way&) const = default;
};

// What player/screen reports for each frame it put on the display, or was told had been put there.
struct Presented {
    std::uint64_t item = 0;   // the id given with the frame
    std::uint64_t number = 0; // TimedFrame::number
    SteadyTime at;
    Way way{};
};

} // namespace jtv::frame
