// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoder's picture of one colour.
#pragma once

#include "player/frame/frame.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace jtv::doubles {

struct Yuv {
    std::uint8_t y = 16;
    std::uint8_t u = 128;
    std::uint8_t v = 128;
};

inline std::size_t length(int value)
{
    return static_cast<std::size_t>(value);
}

inline frame::CpuPicture colouredPicture(
    int width, int height, Yuv colour, frame::PixelFormat format = frame::PixelFormat::kI420)
{
    const int half = (width + 1) / 2;
    const int halfHeight = (height + 1) / 2;
    const auto chroma = length(half) * length(halfHeight);
    auto bytes = std::make_shared<std::vector<std::uint8_t>>(
        length(width) * length(height) + 2 * chroma, colour.y);
    std::uint8_t* u = bytes->data() + length(width) * length(height);
    frame::CpuPicture picture;
    picture.format = format;
    picture.width = picture.displayWidth = width;
    picture.height = height;
    picture.planes[0] = {bytes->data(), width};
    if (format == frame::PixelFormat::kNv12) {
        for (std::size_t i = 0; i < chroma; ++i) {
            u[2 * i] = colour.u;
            u[2 * i + 1] = colour.v;
        }
        picture.planes[1] = {u, 2 * half};
    } else {
        std::fill(u, u + chroma, colour.u);
        std::fill(u + chroma, u + 2 * chroma, colour.v);
        picture.planes[1] = {u, half};
        picture.planes[2] = {u + chroma, half};
    }
    picture.owner = std::move(bytes);
    return picture;
}

} // namespace jtv::doubles
