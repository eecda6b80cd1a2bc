// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Lively = brightness that differs much from place to place.
#include "content/ingest/stills.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr std::array kPlaces{0.1, 0.3, 0.5, 0.7}; // parts of the film
constexpr GstClockTime kStillPatience = 10 * GST_SECOND;

double liveliness(const Pixels& pixels)
{
    double sum = 0;
    double squares = 0;
    double count = 0;
    constexpr std::size_t kEvery = std::size_t{4} * 61; // bytes; a prime number of pixels
    for (std::size_t i = 1; i < pixels.bgra.size(); i += kEvery) {
        const double green = pixels.bgra[i];
        sum += green;
        squares += green * green;
        ++count;
    }
    return count == 0 ? 0 : squares / count - sum / count * (sum / count);
}

Pixels pixelsOf(GstSample* sample)
{
    GstVideoInfo info;
    GstVideoFrame frame;
    Pixels pixels;
    if (gst_video_info_from_caps(&info, gst_sample_get_caps(sample)) == 0 ||
        gst_video_frame_map(&frame, &info, gst_sample_get_buffer(sample), GST_MAP_READ) == 0) {
        return pixels;
    }
    pixels = Pixels(GST_VIDEO_INFO_WIDTH(&info), GST_VIDEO_INFO_HEIGHT(&info));
    const auto* data = static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0));
    for (int y = 0; y < pixels.height; ++y) {
        const auto* row = data + std::ptrdiff_t{y} * GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0);
        std::memcpy(pixels.row(y), row, static_cast<std::size_t>(pixels.stride()));
    }
    gst_video_frame_unmap(&frame);
    for (std::size_t alpha = 3; alpha < pixels.bgra.size(); alpha += 4) {
        pixels.bgra[alpha] = 255;
    }
    return pixels;
}

std::array<std::uint8_t, 4> meanOf(const Pixels& pixels, int left, int top, int right, int bottom)
{
    std::array<unsigned, 4> sums{};
    for (int y = top; y < bottom; ++y) {
        const auto* row = pixels.row(y);
        for (int x = left; x < right; ++x) {
            for (std::size_t c = 0; c < 4; ++c) {
                sums[c] += row[std::size_t{4} * static_cast<std::size_t>(x) + c];
            }
        }
    }
    const auto count = static_cast<unsigned>((right - left) * (bottom - top));
    std::array<std::uint8_t, 4> mean{};
    for (std::size_t c = 0; c < 4; ++c) {
        mean[c] = static_cast<std::uint8_t>((sums[c] + count / 2) / count);
    }
    return mean;
}

} // namespace

Result<Pixels>
posterOf(const std::filesystem::path& film, Nanoseconds length, const Cancelled& cancelled)
{
    auto pipeline =
        Pipeline::parse("filesrc name=file ! decodebin name=decode videoconvert name=video ! "
                        "video/x-raw,format=BGRx ! appsink name=sink sync=false");
    if (!pipeline) {
        return std::move(pipeline).error();
    }
    pipeline->setPath("file", "location", film);
    pipeline->feedFromDecode();
    if (auto ready = pipeline->ready(cancelled); !ready) {
        return std::move(ready).error();
    }
    const auto sink = pipeline->element("sink");
    Pixels best;
    for (const double place : kPlaces) {
        const Nanoseconds at{
            static_cast<std::int64_t>(static_cast<double>(length.count()) * place)};
        // A film that cannot be sought in has its first picture only.
        const bool sought = pipeline->seek(at);
        const Sample sample(
            gst_app_sink_try_pull_preroll(GST_APP_SINK(sink.get()), kStillPatience));
        auto pixels = sample ? pixelsOf(sample.get()) : Pixels();
        if (best.width == 0 || liveliness(pixels) > liveliness(best)) {
            best = std::move(pixels);
        }
        if (!sought || cancelled) {
            break;
        }
    }
    if (best.width == 0) {
        return Error{
            ErrorKind::kInvalid,
            "no picture of the video can be shown; it may be damaged, save it again as MP4"};
    }
    return best;
}

Pixels shrunk(const Pixels& pixels, int width)
{
    if (pixels.width <= width) {
        return pixels;
    }
    Pixels small(width, std::max(1, pixels.height * width / pixels.width));
    for (int y = 0; y < small.height; ++y) {
        const int top = y * pixels.height / small.height;
        const int bottom = std::max(top + 1, (y + 1) * pixels.height / small.height);
        for (int x = 0; x < small.width; ++x) {
            const int left = x * pixels.width / small.width;
            const int right = std::max(left + 1, (x + 1) * pixels.width / small.width);
            const auto mean = meanOf(pixels, left, top, right, bottom);
            std::memcpy(small.row(y) + std::ptrdiff_t{4} * x, mean.data(), mean.size());
        }
    }
    return small;
}

} // namespace jtv::ingest
