// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// AVIF and HEIC by libheif, which turns them upright itself.
#include "base/c_handle.h"
#include "content/ingest/foreign_picture.h"

#include <fmt/format.h>
#include <libheif/heif.h>

namespace jtv::ingest {
namespace {

void releaseImage(heif_image* image)
{
    heif_image_release(image);
}
void releaseHandle(heif_image_handle* handle)
{
    heif_image_handle_release(handle);
}
using Context = CHandle<heif_context, heif_context_free>;
using Handle = CHandle<heif_image_handle, releaseHandle>;
using Image = CHandle<heif_image, releaseImage>;

Error unreadable(const heif_error& fault)
{
    return {
        fault.code == heif_error_Unsupported_feature ? ErrorKind::kUnsupported
                                                     : ErrorKind::kInvalid,
        fmt::format(
            "the picture (AVIF or HEIC) cannot be read ({}); save it as JPEG or PNG",
            fault.message)};
}

// Red, green, blue, alpha to ours.
Pixels pixelsOf(const heif_image* image)
{
    int stride = 0;
    const auto* data = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    Pixels pixels(
        heif_image_get_width(image, heif_channel_interleaved),
        heif_image_get_height(image, heif_channel_interleaved));
    for (int y = 0; y < pixels.height; ++y) {
        const auto* from = data + std::ptrdiff_t{y} * stride;
        auto* to = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, from += 4, to += 4) {
            const unsigned alpha = from[3];
            to[0] = static_cast<std::uint8_t>((from[2] * alpha + 127) / 255);
            to[1] = static_cast<std::uint8_t>((from[1] * alpha + 127) / 255);
            to[2] = static_cast<std::uint8_t>((from[0] * alpha + 127) / 255);
            to[3] = static_cast<std::uint8_t>(alpha);
        }
    }
    return pixels;
}

} // namespace

Result<Pixels> decodeHeif(std::string_view bytes, const Limits& limits)
{
    const Context context(heif_context_alloc());
    auto fault = heif_context_read_from_memory_without_copy(
        context.get(), bytes.data(), bytes.size(), nullptr);
    if (fault.code != heif_error_Ok) {
        return unreadable(fault);
    }
    heif_image_handle* found = nullptr;
    fault = heif_context_get_primary_image_handle(context.get(), &found);
    const Handle handle(found);
    if (fault.code != heif_error_Ok) {
        return unreadable(fault);
    }
    const auto width = static_cast<std::uint64_t>(heif_image_handle_get_width(found));
    const auto height = static_cast<std::uint64_t>(heif_image_handle_get_height(found));
    if (width == 0 || height == 0 || width > limits.imagePixels / height) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the picture has {}x{} pixels; make it smaller", width, height)};
    }
    heif_image* decoded = nullptr;
    fault = heif_decode_image(
        found, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr);
    const Image image(decoded);
    return fault.code == heif_error_Ok ? Result<Pixels>(pixelsOf(decoded)) : unreadable(fault);
}

} // namespace jtv::ingest
