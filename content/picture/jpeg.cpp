// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// JPEG in and out, by turbojpeg.
#include "base/c_handle.h"
#include "content/picture/codecs.h"

#include <fmt/format.h>
#include <turbojpeg.h>

namespace jtv::picture {
namespace {

void destroy(void* handle)
{
    tjDestroy(handle);
}
using Codec = CHandle<void, destroy>;

void freeBuffer(unsigned char* buffer)
{
    tjFree(buffer);
}

Error damaged(void* codec)
{
    return {
        ErrorKind::kInvalid,
        fmt::format("the JPEG picture is damaged ({}); export it again", tjGetErrorStr2(codec))};
}

struct Header {
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colorspace = 0;
};

Result<Header> readHeader(void* codec, std::string_view bytes)
{
    Header header;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): turbojpeg's bytes are unsigned
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (tjDecompressHeader3(
            codec,
            data,
            bytes.size(),
            &header.width,
            &header.height,
            &header.subsampling,
            &header.colorspace) != 0) {
        return damaged(codec);
    }
    return header;
}

bool fourColours(const Header& header)
{
    return header.colorspace == TJCS_CMYK || header.colorspace == TJCS_YCCK;
}

// Print programs store CMYK inverted: 255 is no ink. Good enough for a screen without a profile.
void cmykToBgra(Pixels& pixels)
{
    for (std::size_t i = 0; i + 3 < pixels.bgra.size(); i += 4) {
        const unsigned key = pixels.bgra[i + 3];
        const unsigned red = pixels.bgra[i] * key / 255;
        const unsigned green = pixels.bgra[i + 1] * key / 255;
        const unsigned blue = pixels.bgra[i + 2] * key / 255;
        pixels.bgra[i] = static_cast<std::uint8_t>(blue);
        pixels.bgra[i + 1] = static_cast<std::uint8_t>(green);
        pixels.bgra[i + 2] = static_cast<std::uint8_t>(red);
        pixels.bgra[i + 3] = 255;
    }
}

// Cameras write harmless oddities that turbojpeg warns of; only a picture that stops in the middle
// is refused, so that never half of one is shown.
bool unusable(void* codec)
{
    return tjGetErrorCode(codec) == TJERR_FATAL ||
           std::string_view(tjGetErrorStr2(codec)).find("Premature end") != std::string_view::npos;
}

} // namespace

Result<Size> jpegSize(std::string_view bytes)
{
    const Codec codec(tjInitDecompress());
    auto header = readHeader(codec.get(), bytes);
    if (!header) {
        return std::move(header).error();
    }
    const bool turned = exifOrientation(bytes) >= 5;
    return turned ? Size{header->height, header->width} : Size{header->width, header->height};
}

Result<Pixels> decodeJpeg(std::string_view bytes, const Limits& limits)
{
    const Codec codec(tjInitDecompress());
    auto header = readHeader(codec.get(), bytes);
    if (!header) {
        return std::move(header).error();
    }
    if (auto fits = checkSize(
            static_cast<std::uint64_t>(header->width),
            static_cast<std::uint64_t>(header->height),
            limits);
        !fits) {
        return std::move(fits).error();
    }
    Pixels pixels(header->width, header->height);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): turbojpeg's bytes are unsigned
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const int format = fourColours(*header) ? TJPF_CMYK : TJPF_BGRA;
    if (tjDecompress2(
            codec.get(),
            data,
            bytes.size(),
            pixels.bgra.data(),
            pixels.width,
            pixels.stride(),
            pixels.height,
            format,
            0) != 0 &&
        unusable(codec.get())) {
        return damaged(codec.get());
    }
    if (fourColours(*header)) {
        cmykToBgra(pixels);
    }
    return upright(std::move(pixels), exifOrientation(bytes));
}

Result<std::string> encodeJpeg(const Pixels& pixels, int quality)
{
    if (pixels.width <= 0 || pixels.height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no picture to write"};
    }
    const Codec codec(tjInitCompress());
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const int failed = tjCompress2(
        codec.get(),
        pixels.bgra.data(),
        pixels.width,
        pixels.stride(),
        pixels.height,
        TJPF_BGRX,
        &buffer,
        &size,
        TJSAMP_420,
        quality,
        0);
    const CHandle<unsigned char, freeBuffer> owner(buffer);
    if (failed != 0) {
        return Error{
            ErrorKind::kInternal,
            fmt::format("writing the JPEG picture: {}", tjGetErrorStr2(codec.get()))};
    }
    return std::string(buffer, buffer + size);
}

} // namespace jtv::picture
