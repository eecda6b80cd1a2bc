// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// PNG out, by libpng's simplified interface.
#include "content/picture/codecs.h"

#include <algorithm>
#include <fmt/format.h>
#include <png.h>
#include <vector>

namespace jtv::picture {
namespace {

// Frees what libpng keeps behind the image on every way out.
struct Image {
    png_image image{};

    Image() { image.version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(&image); }
};

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
        if (pixels.bgra[i] != 255) {
            return false;
        }
    }
    return true;
}

// Three bytes a pixel.
std::vector<std::uint8_t> coloursOf(const Pixels& pixels)
{
    std::vector<std::uint8_t> colours(pixels.bgra.size() / 4 * 3);
    for (std::size_t from = 0, to = 0; to < colours.size(); from += 4, to += 3) {
        colours[to] = pixels.bgra[from];
        colours[to + 1] = pixels.bgra[from + 1];
        colours[to + 2] = pixels.bgra[from + 2];
    }
    return colours;
}

// Four bytes a pixel, the colours as they were before premultiply().
std::vector<std::uint8_t> straightAlpha(const Pixels& pixels)
{
    auto straight = pixels.bgra;
    for (std::size_t i = 0; i + 3 < straight.size(); i += 4) {
        const unsigned alpha = straight[i + 3];
        for (std::size_t c = i; c < i + 3 && alpha != 0; ++c) {
            straight[c] =
                static_cast<std::uint8_t>(std::min(255U, (straight[c] * 255U + alpha / 2) / alpha));
        }
    }
    return straight;
}

} // namespace

// NOLINTNEXTLINE(readability-function-cognitive-complexity): it is libpng's macro for the size
Result<std::string> encodePng(const Pixels& pixels)
{
    if (pixels.width <= 0 || pixels.height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no picture to write"};
    }
    Image png;
    png.image.width = static_cast<png_uint_32>(pixels.width);
    png.image.height = static_cast<png_uint_32>(pixels.height);
    png.image.flags = PNG_IMAGE_FLAG_FAST;
    const bool opaque = isOpaque(pixels);
    png.image.format = opaque ? PNG_FORMAT_BGR : PNG_FORMAT_BGRA;
    const auto straight = opaque ? coloursOf(pixels) : straightAlpha(pixels);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png.image);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(
            &png.image, bytes.data(), &size, 0, straight.data(), 0, nullptr) == 0) {
        return Error{
            ErrorKind::kInternal, fmt::format("writing the PNG picture: {}", png.image.message)};
    }
    bytes.resize(size);
    return bytes;
}

} // namespace jtv::picture
