// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoded picture into memory of somebody else.
#include "player/screen/picture_copy.h"

#include <cstddef>
#include <libyuv/convert.h>
#include <libyuv/planar_functions.h>
#include <libyuv/scale.h>
#include <vector>

namespace jtv::screen {
namespace {

struct Source {
    std::array<const std::uint8_t*, 3> data{};
    std::array<int, 3> stride{};
};

const std::uint8_t* at(const frame::CpuPicture::Plane& plane, int x, int y)
{
    return plane.data + std::ptrdiff_t{plane.stride} * y + x;
}

// Y, U, V of the part; an NV12 picture is taken apart into `apart`, which then owns the result.
Source
planesOf(const frame::CpuPicture& picture, const Rect& part, std::vector<std::uint8_t>& apart)
{
    const auto& planes = picture.planes;
    Source source;
    source.data[0] = at(planes[0], part.x, part.y);
    source.stride[0] = planes[0].stride;
    if (picture.format == frame::PixelFormat::kI420) {
        for (std::size_t i = 1; i < source.data.size(); ++i) {
            source.data.at(i) = at(planes.at(i), part.x / 2, part.y / 2);
            source.stride.at(i) = planes.at(i).stride;
        }
        return source;
    }
    const int width = (part.width + 1) / 2;
    const int height = (part.height + 1) / 2;
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    apart.resize(2 * size);
    libyuv::SplitUVPlane(
        at(planes[1], part.x & ~1, part.y / 2),
        planes[1].stride,
        apart.data(),
        width,
        apart.data() + size,
        width,
        width,
        height);
    source.data[1] = apart.data();
    source.data[2] = apart.data() + size;
    source.stride[1] = source.stride[2] = width;
    return source;
}

} // namespace

void copyPicture(
    const frame::CpuPicture& picture,
    const Rect& source,
    const PlanarMemory& to,
    int width,
    int height)
{
    std::vector<std::uint8_t> apart;
    const Source from = planesOf(picture, source, apart);
    // With equal sizes this is a copy.
    libyuv::I420Scale(
        from.data[0],
        from.stride[0],
        from.data[1],
        from.stride[1],
        from.data[2],
        from.stride[2],
        source.width,
        source.height,
        to.data[0],
        to.stride[0],
        to.data[1],
        to.stride[1],
        to.data[2],
        to.stride[2],
        width,
        height,
        libyuv::kFilterBilinear);
}

} // namespace jtv::screen
