// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebP stills in, by libwebp.
#include "content/picture/codecs.h"

#include <webp/decode.h>

namespace jtv::picture {
namespace {

const std::uint8_t* data(std::string_view bytes)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libwebp's bytes are unsigned
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Error damaged()
{
    return {ErrorKind::kInvalid, "the WebP picture is damaged; export it again"};
}

Result<WebPBitstreamFeatures> features(std::string_view bytes)
{
    WebPBitstreamFeatures found{};
    if (WebPGetFeatures(data(bytes), bytes.size(), &found) != VP8_STATUS_OK) {
        return damaged();
    }
    if (found.has_animation != 0) {
        return Error{
            ErrorKind::kUnsupported,
            "this WebP picture moves; save it as a still picture or as a video"};
    }
    return found;
}

} // namespace

Result<Size> webpSize(std::string_view bytes)
{
    auto found = features(bytes);
    if (!found) {
        return std::move(found).error();
    }
    return Size{found->width, found->height};
}

Result<Pixels> decodeWebp(std::string_view bytes, const Limits& limits)
{
    auto size = webpSize(bytes);
    if (!size) {
        return std::move(size).error();
    }
    if (auto fits = checkSize(
            static_cast<std::uint64_t>(size->width),
            static_cast<std::uint64_t>(size->height),
            limits);
        !fits) {
        return std::move(fits).error();
    }
    Pixels pixels(size->width, size->height);
    if (WebPDecodeBGRAInto(
            data(bytes), bytes.size(), pixels.bgra.data(), pixels.bgra.size(), pixels.stride()) ==
        nullptr) {
        return damaged();
    }
    premultiply(pixels);
    return pixels;
}

} // namespace jtv::picture
