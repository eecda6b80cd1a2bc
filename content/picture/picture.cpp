// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tells the formats apart and holds the limits; each format has a file of its own.
#include "content/picture/picture.h"

#include "base/file.h"
#include "content/picture/codecs.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::picture {
namespace {

enum class Format { kPng, kJpeg, kWebp, kUnknown };

Format formatOf(std::string_view bytes)
{
    using std::string_view_literals::operator""sv;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return Format::kPng;
    }
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        return Format::kJpeg;
    }
    if (bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) {
        return Format::kWebp;
    }
    return Format::kUnknown;
}

Error unknownFormat()
{
    return {
        ErrorKind::kUnsupported,
        "this is no PNG, JPEG or WebP picture; save it in one of these formats"};
}

} // namespace

bool isPicture(std::string_view bytes)
{
    return formatOf(bytes) != Format::kUnknown;
}

bool moves(std::string_view bytes)
{
    const auto format = formatOf(bytes);
    return (format == Format::kPng && pngMoves(bytes)) ||
           (format == Format::kWebp && webpMoves(bytes));
}

Error tooLarge(std::uint64_t width, std::uint64_t height)
{
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "the picture has {}x{} pixels, more than can be taken; make it smaller",
            width,
            height)};
}

Status
checkSize(std::uint64_t width, std::uint64_t height, std::uint64_t bytes, const Limits& limits)
{
    if (width == 0 || height == 0) {
        return Error{ErrorKind::kInvalid, "the picture has no pixels; export it again"};
    }
    const auto most = std::min(limits.pixels, limits.memory / bytes);
    return width <= most && height <= most / width ? Status(Done{}) : tooLarge(width, height);
}

void premultiply(Pixels& pixels)
{
    for (std::size_t i = 0; i + 3 < pixels.bgra.size(); i += 4) {
        const unsigned alpha = pixels.bgra[i + 3];
        if (alpha == 255) {
            continue;
        }
        for (std::size_t c = i; c < i + 3; ++c) {
            pixels.bgra[c] = static_cast<std::uint8_t>((pixels.bgra[c] * alpha + 127) / 255);
        }
    }
}

Result<Size> sizeOf(std::string_view bytes, const Limits& limits)
{
    switch (formatOf(bytes)) {
    case Format::kPng:
        return pngSize(bytes, limits);
    case Format::kJpeg:
        return jpegSize(bytes, limits);
    case Format::kWebp:
        return webpSize(bytes, limits);
    case Format::kUnknown:
        break;
    }
    return unknownFormat();
}

Result<Pixels> decode(std::string_view bytes, const Limits& limits)
{
    switch (formatOf(bytes)) {
    case Format::kPng:
        return decodePng(bytes, limits);
    case Format::kJpeg:
        return decodeJpeg(bytes, limits);
    case Format::kWebp:
        return decodeWebp(bytes, limits);
    case Format::kUnknown:
        break;
    }
    return unknownFormat();
}

Result<Pixels> readPicture(const std::filesystem::path& path, const Limits& limits)
{
    auto bytes = readFile(path, limits.fileBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto pixels = decode(*bytes, limits);
    if (!pixels) {
        return std::move(pixels).error().within(path.string());
    }
    return pixels;
}

Status writePng(const Pixels& pixels, const std::filesystem::path& path)
{
    auto bytes = encodePng(pixels);
    if (!bytes) {
        return std::move(bytes).error().within(path.string());
    }
    return replaceFile(path, *bytes);
}

} // namespace jtv::picture
