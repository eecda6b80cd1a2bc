// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory that a display controller can show: our own, or a decoder's.
#pragma once

#include "base/result.h"
#include "player/frame/frame.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace jtv::screen {

// A framebuffer of a display controller; taken down when it dies, so it has to live until something
// else is shown in its place. Main-thread only. `fd` is borrowed and outlives it.
class KmsBuffer {
public:
    // Memory the CPU writes, row by row; XRGB8888, ARGB8888, NV12 or YUV420. Errors: kFull.
    static Result<std::unique_ptr<KmsBuffer>>
    allocate(int fd, std::uint32_t fourcc, int width, int height);

    // A decoder's memory, not copied; keeps the picture's owner alive. Errors: kUnsupported.
    static Result<std::unique_ptr<KmsBuffer>> import(int fd, const frame::DmaBuf& picture);

    KmsBuffer(const KmsBuffer&) = delete;
    KmsBuffer& operator=(const KmsBuffer&) = delete;
    ~KmsBuffer();

    std::uint32_t framebuffer() const { return framebuffer_; }
    int width() const { return width_; }
    int height() const { return height_; }
    std::uint32_t fourcc() const { return fourcc_; }

    // Of allocated memory only.
    struct Plane {
        std::uint8_t* data = nullptr;
        int stride = 0; // bytes
    };
    Plane plane(std::size_t index) const;

private:
    explicit KmsBuffer(int fd) : fd_(fd) {}
    bool makeDumb();
    bool makeFramebuffer(std::uint64_t modifier, bool withModifier);

    int fd_;
    std::uint32_t fourcc_ = 0;
    int width_ = 0;
    int height_ = 0;
    std::uint32_t framebuffer_ = 0;
    std::array<std::uint32_t, 4> handles_{};
    std::array<std::uint32_t, 4> pitches_{};
    std::array<std::uint32_t, 4> offsets_{};
    std::uint8_t* memory_ = nullptr;
    std::size_t size_ = 0; // of memory_
    std::shared_ptr<const void> owner_;
};

} // namespace jtv::screen
