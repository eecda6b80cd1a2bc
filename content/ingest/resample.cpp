// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Bicubic as most players have it, dithered by an ordered pattern that stands still.
#include "content/ingest/resample.h"

#include <fmt/format.h>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr std::size_t kAlignment = 64;

std::uint8_t* aligned(std::uint8_t* memory)
{
    void* place = memory;
    std::size_t room = 2 * kAlignment;
    return static_cast<std::uint8_t*>(std::align(kAlignment, kAlignment, place, room));
}

Error zimgError()
{
    std::array<char, 256> words{};
    zimg_get_last_error(words.data(), words.size());
    zimg_clear_last_error();
    return {
        ErrorKind::kUnsupported,
        fmt::format(
            "the picture's format cannot be converted ({}); save the video as MP4 with H.264",
            words.data())};
}

unsigned bytesOf(zimg_pixel_type_e type)
{
    return type == ZIMG_PIXEL_BYTE ? 1 : type == ZIMG_PIXEL_FLOAT ? 4 : 2;
}

} // namespace

AlignedPlanes::AlignedPlanes(const zimg_image_format& format)
{
    std::array<std::size_t, 3> offset{};
    std::size_t total = kAlignment;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const bool chroma = plane > 0 && format.color_family == ZIMG_COLOR_YUV;
        const unsigned width = format.width >> (chroma ? format.subsample_w : 0U);
        rows_[plane] = format.height >> (chroma ? format.subsample_h : 0U);
        rowBytes_[plane] = width * bytesOf(format.pixel_type);
        const auto stride = (rowBytes_[plane] + kAlignment - 1) / kAlignment * kAlignment;
        stride_[plane] = static_cast<std::ptrdiff_t>(stride);
        offset[plane] = total;
        total += stride * rows_[plane];
    }
    memory_ = std::make_unique<std::uint8_t[]>(total);
    auto* const first = aligned(memory_.get());
    for (std::size_t plane = 0; plane < 3; ++plane) {
        plane_[plane] = first + (offset[plane] - kAlignment);
    }
}

zimg_image_buffer AlignedPlanes::writable() const
{
    zimg_image_buffer buffer{};
    buffer.version = ZIMG_API_VERSION;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        buffer.plane[plane] = {plane_[plane], stride_[plane], ZIMG_BUFFER_MAX};
    }
    return buffer;
}

zimg_image_buffer_const AlignedPlanes::readable() const
{
    zimg_image_buffer_const buffer{};
    buffer.version = ZIMG_API_VERSION;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        buffer.plane[plane] = {plane_[plane], stride_[plane], ZIMG_BUFFER_MAX};
    }
    return buffer;
}

Result<Conversion>
Conversion::make(const zimg_image_format& from, const zimg_image_format& to, double white)
{
    zimg_graph_builder_params parameters;
    zimg_graph_builder_params_default(&parameters, ZIMG_API_VERSION);
    parameters.resample_filter = ZIMG_RESIZE_BICUBIC;
    parameters.resample_filter_uv = ZIMG_RESIZE_BICUBIC;
    parameters.dither_type = ZIMG_DITHER_ORDERED;
    parameters.nominal_peak_luminance = white;
    parameters.allow_approximate_gamma = 1;
    Conversion conversion;
    conversion.graph_.reset(zimg_filter_graph_build(&from, &to, &parameters));
    std::size_t size = 0;
    if (!conversion.graph_ ||
        zimg_filter_graph_get_tmp_size(conversion.graph_.get(), &size) != ZIMG_ERROR_SUCCESS) {
        return zimgError();
    }
    conversion.memory_ = std::make_unique<std::uint8_t[]>(size + 2 * kAlignment);
    conversion.scratch_ = aligned(conversion.memory_.get());
    return conversion;
}

Status Conversion::run(const zimg_image_buffer_const& from, const zimg_image_buffer& to)
{
    const auto done = zimg_filter_graph_process(
        graph_.get(), &from, &to, scratch_, nullptr, nullptr, nullptr, nullptr);
    return done == ZIMG_ERROR_SUCCESS ? Status(Done{}) : Status(zimgError());
}

} // namespace jtv::ingest
