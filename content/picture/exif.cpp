// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one thing of EXIF a picture needs to be shown right: which way is up (tag 0x0112).
#include "content/picture/bytes.h"
#include "content/picture/codecs.h"

#include <array>
#include <cstring>

namespace jtv::picture {
namespace {

// Where the upright picture's origin, its step to the right and its step down lie in the stored
// one.
struct Walk {
    bool fromRight;
    bool fromBottom;
    bool swapped; // a step to the right goes down in the stored picture
};
constexpr std::array<Walk, 7> kWalks{{
    {true, false, false}, // 2: mirrored
    {true, true, false},  // 3: upside down
    {false, true, false}, // 4: upside down and mirrored
    {false, false, true}, // 5: mirrored along the main diagonal
    {false, true, true},  // 6: to be turned clockwise
    {true, true, true},   // 7: mirrored along the other diagonal
    {true, false, true},  // 8: to be turned anticlockwise
}};

// The stored place of the pixel that stands at (x, y) when the picture is upright.
const std::uint8_t* storedPixel(const Pixels& pixels, const Walk& walk, int x, int y)
{
    const int across = walk.swapped ? y : x;
    const int down = walk.swapped ? x : y;
    return pixels.row(walk.fromBottom ? pixels.height - 1 - down : down) +
           std::ptrdiff_t{4} * (walk.fromRight ? pixels.width - 1 - across : across);
}

} // namespace

int exifOrientation(std::string_view tiff)
{
    constexpr std::string_view kHead("Exif\0\0", 6); // some writers leave JPEG's before it
    if (tiff.starts_with(kHead)) {
        tiff.remove_prefix(kHead.size());
    }
    if (!tiff.starts_with("II") && !tiff.starts_with("MM")) {
        return 1;
    }
    const Bytes bytes(tiff, tiff.starts_with("MM"));
    const std::size_t directory = bytes.four(4);
    const unsigned entries = directory < bytes.size() ? bytes.two(directory) : 0U;
    for (unsigned i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        if (entry + 12 > bytes.size()) {
            break;
        }
        if (bytes.two(entry) == 0x0112) {
            const unsigned value = bytes.two(entry + 8);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

Size uprightSize(Size stored, int orientation)
{
    return orientation >= 5 && orientation <= 8 ? Size{stored.height, stored.width} : stored;
}

Pixels upright(Pixels pixels, int orientation)
{
    if (orientation <= 1 || orientation > 8) {
        return pixels;
    }
    const Walk walk = kWalks[static_cast<std::size_t>(orientation) - 2];
    Pixels turned(
        walk.swapped ? pixels.height : pixels.width, walk.swapped ? pixels.width : pixels.height);
    for (int y = 0; y < turned.height; ++y) {
        std::uint8_t* to = turned.row(y);
        for (int x = 0; x < turned.width; ++x) {
            std::memcpy(to + std::ptrdiff_t{4} * x, storedPixel(pixels, walk, x, y), 4);
        }
    }
    return turned;
}

} // namespace jtv::picture
