// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one thing of EXIF a picture needs to be shown right: which way is up (tag 0x0112).
#include "content/picture/codecs.h"

#include <array>
#include <cstring>
#include <optional>

namespace jtv::picture {
namespace {

// Numbers out of bytes, never past their end; 0 where there are none.
class Reader {
public:
    explicit Reader(std::string_view bytes, bool bigEndian = true)
        : bytes_(bytes), bigEndian_(bigEndian)
    {}

    unsigned byte(std::size_t at) const
    {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    unsigned two(std::size_t at) const
    {
        return bigEndian_ ? byte(at) << 8U | byte(at + 1) : byte(at + 1) << 8U | byte(at);
    }
    unsigned four(std::size_t at) const
    {
        return bigEndian_ ? two(at) << 16U | two(at + 2) : two(at + 2) << 16U | two(at);
    }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
    bool bigEndian_;
};

// The TIFF structure within the first APP1 segment that says Exif.
std::optional<std::string_view> tiffIn(std::string_view jpeg)
{
    const Reader reader(jpeg);
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && reader.byte(at) == 0xFF) {
        const unsigned marker = reader.byte(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) { // the picture itself, or its end
            return std::nullopt;
        }
        const std::size_t length = reader.two(at + 2);
        const auto body = jpeg.substr(at + 4, length < 2 ? 0 : length - 2);
        if (marker == 0xE1 && body.starts_with("Exif") && body.size() > 14) {
            return body.substr(6);
        }
        at += 2 + std::max<std::size_t>(length, 2);
    }
    return std::nullopt;
}

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

int exifOrientation(std::string_view jpeg)
{
    const auto tiff = tiffIn(jpeg);
    if (!tiff || (!tiff->starts_with("II") && !tiff->starts_with("MM"))) {
        return 1;
    }
    const Reader reader(*tiff, tiff->starts_with("MM"));
    const std::size_t directory = reader.four(4);
    const unsigned entries = directory < reader.size() ? reader.two(directory) : 0U;
    for (unsigned i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        if (entry + 12 > reader.size()) {
            break;
        }
        if (reader.two(entry) == 0x0112) {
            const unsigned value = reader.two(entry + 8);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
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
