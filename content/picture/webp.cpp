// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebP in, by libwebp; of a moving one the first picture.
#include "base/c_handle.h"
#include "content/picture/chunks.h"
#include "content/picture/codecs.h"
#include "content/picture/colours.h"

#include <cstring>
#include <string>
#include <webp/decode.h>
#include <webp/demux.h>

namespace jtv::picture {
namespace {

using Animation = CHandle<WebPAnimDecoder, WebPAnimDecoderDelete>;

const std::uint8_t* data(std::string_view bytes)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libwebp's bytes are unsigned
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Error damaged()
{
    return {ErrorKind::kInvalid, "the WebP picture is damaged; export it again"};
}

// Lossless pictures and moving ones are kept a second and third time.
std::uint64_t bytesAPixel(const WebPBitstreamFeatures& found)
{
    constexpr int kLossless = 2;
    if (found.has_animation != 0) {
        return 16;
    }
    return found.format == kLossless ? 8 : 4;
}

Result<WebPBitstreamFeatures> features(std::string_view bytes, const Limits& limits)
{
    WebPBitstreamFeatures found{};
    if (WebPGetFeatures(data(bytes), bytes.size(), &found) != VP8_STATUS_OK) {
        return damaged();
    }
    auto fits = checkSize(
        static_cast<std::uint64_t>(found.width),
        static_cast<std::uint64_t>(found.height),
        bytesAPixel(found),
        limits);
    return fits ? Result<WebPBitstreamFeatures>(found) : std::move(fits).error();
}

// Laid on an empty canvas.
bool decodeFirst(std::string_view bytes, Pixels& pixels)
{
    WebPAnimDecoderOptions options;
    if (WebPAnimDecoderOptionsInit(&options) == 0) {
        return false;
    }
    options.color_mode = MODE_BGRA;
    const WebPData whole{data(bytes), bytes.size()};
    const Animation animation(WebPAnimDecoderNew(&whole, &options));
    std::uint8_t* canvas = nullptr;
    int time = 0;
    WebPAnimInfo info;
    if (!animation || WebPAnimDecoderGetInfo(animation.get(), &info) == 0 ||
        info.canvas_width != static_cast<std::uint32_t>(pixels.width) ||
        info.canvas_height != static_cast<std::uint32_t>(pixels.height) ||
        WebPAnimDecoderGetNext(animation.get(), &canvas, &time) == 0) {
        return false;
    }
    std::memcpy(pixels.bgra.data(), canvas, pixels.bgra.size());
    return true;
}

} // namespace

bool webpMoves(std::string_view bytes)
{
    WebPBitstreamFeatures found{};
    return WebPGetFeatures(data(bytes), bytes.size(), &found) == VP8_STATUS_OK &&
           found.has_animation != 0;
}

Result<Size> webpSize(std::string_view bytes, const Limits& limits)
{
    const auto found = features(bytes, limits);
    if (!found) {
        return found.error();
    }
    return uprightSize({found->width, found->height}, exifOrientation(riffChunk(bytes, "EXIF")));
}

Result<Pixels> decodeWebp(std::string_view bytes, const Limits& limits)
{
    const auto found = features(bytes, limits);
    if (!found) {
        return found.error();
    }
    Pixels pixels(found->width, found->height);
    const bool whole = found->has_animation != 0 ? decodeFirst(bytes, pixels)
                                                 : WebPDecodeBGRAInto(
                                                       data(bytes),
                                                       bytes.size(),
                                                       pixels.bgra.data(),
                                                       pixels.bgra.size(),
                                                       pixels.stride()) != nullptr;
    if (!whole) {
        return damaged();
    }
    if (const auto converter = ToSrgb::byProfile(riffChunk(bytes, "ICCP"), Samples::kBgra)) {
        converter->convert(pixels.bgra.data(), pixels.bgra.data(), pixels.bgra.size() / 4);
    }
    premultiply(pixels);
    return upright(std::move(pixels), exifOrientation(riffChunk(bytes, "EXIF")));
}

} // namespace jtv::picture
