// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A picture in memory, as slides, images and screenshots are handed on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jtv {

// 32 bits a pixel, bytes in memory order B, G, R, A, alpha premultiplied (Cairo's ARGB32 and SDL's
// ARGB8888 on little-endian machines). Rows follow each other without gaps: stride = width * 4.
struct Pixels {
    int width = 0;   // px, 0 = no picture
    int height = 0;  // px
    std::vector<std::uint8_t> bgra;

    Pixels() = default;
    Pixels(int w, int h)
        : width(w), height(h), bgra(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}

    int stride() const { return width * 4; }
    const std::uint8_t* row(int y) const {
        return bgra.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride());
    }
    std::uint8_t* row(int y) {
        return bgra.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride());
    }
};

}  // namespace jtv
