// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// JPEG in and out, by turbojpeg.
#include "base/c_handle.h"
#include "content/picture/codecs.h"
#include "content/picture/colours.h"
#include "content/picture/jpeg_segments.h"

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

bool fourColours(const JpegHead& head)
{
    return head.colours == 4;
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

// As large as it is decoded: one that needs more memory is made smaller by the decoder itself. The
// head is read by ourselves, because turbojpeg refuses inks with unusual sampling there.
Result<JpegHead> decodedHead(std::string_view bytes, const Limits& limits)
{
    constexpr int kMostScans = 64; // usual are 1 … 15; each of them costs time
    auto head = jpegHead(bytes);
    const auto width = static_cast<std::uint64_t>(head.width);
    const auto height = static_cast<std::uint64_t>(head.height);
    if (auto fits = checkSize(width, height, 1, limits); !fits) {
        return std::move(fits).error();
    }
    if (head.scans > kMostScans) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the JPEG picture is drawn {} times over; export it again", head.scans)};
    }
    for (const std::uint64_t part : {1U, 2U, 4U, 8U}) {
        const auto across = (width + part - 1) / part;
        const auto down = (height + part - 1) / part;
        if (head.kept + across * down * 4 <= limits.memory) {
            head.width = static_cast<int>(across);
            head.height = static_cast<int>(down);
            return head;
        }
    }
    return tooLarge(width, height);
}

// Little CMS where there is a profile.
void toSrgb(Pixels& pixels, const JpegHead& head, std::string_view bytes)
{
    const bool grey = head.colours == 1;
    const auto other = grey ? Samples::kGreyBgra : Samples::kBgra;
    const auto converter =
        ToSrgb::byProfile(jpegProfile(bytes), fourColours(head) ? Samples::kCmyk : other);
    if (converter) {
        converter->convert(pixels.bgra.data(), pixels.bgra.data(), pixels.bgra.size() / 4);
    } else if (fourColours(head)) {
        cmykToBgra(pixels);
    }
}

} // namespace

Result<Size> jpegSize(std::string_view bytes, const Limits& limits)
{
    const auto head = decodedHead(bytes, limits);
    if (!head) {
        return head.error();
    }
    return uprightSize({head->width, head->height}, exifOrientation(jpegExif(bytes)));
}

Result<Pixels> decodeJpeg(std::string_view bytes, const Limits& limits)
{
    const Codec codec(tjInitDecompress());
    const auto head = decodedHead(bytes, limits);
    if (!head) {
        return head.error();
    }
    Pixels pixels(head->width, head->height);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): turbojpeg's bytes are unsigned
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const int format = fourColours(*head) ? TJPF_CMYK : TJPF_BGRA;
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
    toSrgb(pixels, *head, bytes);
    return upright(std::move(pixels), exifOrientation(jpegExif(bytes)));
}

Result<std::string> encodeJpeg(const Pixels& pixels, int quality)
{
    if (pixels.width <= 0 || pixels.height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no picture to write"};
    }
    constexpr int kSparing = 85; // below it edges of colours are coarser than those of light
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
        quality > kSparing ? TJSAMP_444 : TJSAMP_420,
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
