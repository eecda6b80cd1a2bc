// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures into the display's memory; the only user of libyuv beside still.cpp.
#pragma once

#include "player/frame/frame.h"
#include "player/screen/still.h"

#include <array>
#include <cstdint>
#include <vector>

namespace jtv::screen {

// Memory that is shown: 32 bits a pixel, B, G, R, unused.
struct Canvas {
    std::uint8_t* data = nullptr;
    int stride = 0; // bytes
    int width = 0;  // px
    int height = 0; // px

    std::uint8_t* at(int x, int y) const
    {
        return data + std::ptrdiff_t{stride} * y + std::ptrdiff_t{4} * x;
    }
};

// The part of a rectangle within another.
Rect within(const Rect& rect, const Rect& bounds);
bool overlap(const Rect& a, const Rect& b);

// Upright size after pixel aspect ratio and rotation.
struct Shape {
    int width = 0;
    int height = 0;
};
Shape uprightShape(const frame::CpuPicture& picture);

void paintColour(const Canvas& canvas, const Rect& rect, std::uint32_t rrggbb);
// `at` is the region's top left corner. Blends where the still is not opaque.
void paintStill(const Canvas& canvas, const Still& still, int x, int y);
// The same without blending: alpha is copied too.
void copyStill(const Canvas& canvas, const Still& still, int x, int y);

// Any one thread. Keeps its intermediate pictures from frame to frame.
class Painter {
public:
    // Converts `source` (px of the upright picture) to `target` (px of the canvas, wholly inside
    // it) in one pass, or scales first and then converts.
    void paint(
        const Canvas& canvas,
        const frame::CpuPicture& picture,
        const Rect& source,
        const Rect& target);

private:
    // Planes of a 4:2:0 picture that this class or the decoder owns.
    struct Planes {
        std::array<const std::uint8_t*, 3> data{};
        std::array<int, 3> stride{};
        int width = 0;
        int height = 0;
    };
    Planes planar(const frame::CpuPicture& picture);
    Planes scaled(const Planes& from, int width, int height);

    std::vector<std::uint8_t> turned_;
    std::vector<std::uint8_t> scaled_;
};

} // namespace jtv::screen
