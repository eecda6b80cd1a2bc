// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoder's sample as a picture, without copying its pixels.
#include "player/media/picture_of.h"

#include <gst/allocators/gstdmabuf.h>

#include <array>
#include <memory>

namespace jtv::media {
namespace {

// Keeps the decoder's buffer mapped for as long as the picture is in use.
struct Mapped {
    Sample sample;
    GstVideoFrame frame{};
    bool mapped = false;

    explicit Mapped(Sample taken, const GstVideoInfo& format) : sample(std::move(taken))
    {
        GstVideoInfo info = format;
        mapped = gst_video_frame_map(
                     &frame, &info, gst_sample_get_buffer(sample.get()), GST_MAP_READ) != FALSE;
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    ~Mapped()
    {
        if (mapped) {
            gst_video_frame_unmap(&frame);
        }
    }
};

std::optional<frame::PixelFormat> formatOf(const GstVideoInfo& format)
{
    switch (GST_VIDEO_INFO_FORMAT(&format)) {
    case GST_VIDEO_FORMAT_I420:
        return frame::PixelFormat::kI420;
    case GST_VIDEO_FORMAT_NV12:
        return frame::PixelFormat::kNv12;
    default:
        return std::nullopt;
    }
}

frame::Matrix matrixOf(const GstVideoInfo& format)
{
    switch (format.colorimetry.matrix) {
    case GST_VIDEO_COLOR_MATRIX_BT709:
        return frame::Matrix::kBt709;
    case GST_VIDEO_COLOR_MATRIX_BT2020:
        return frame::Matrix::kBt2020;
    case GST_VIDEO_COLOR_MATRIX_BT601:
    case GST_VIDEO_COLOR_MATRIX_FCC:
        return frame::Matrix::kBt601;
    default:
        // Nothing written: what every player assumes, standard definition is BT.601.
        return GST_VIDEO_INFO_HEIGHT(&format) > 576 ? frame::Matrix::kBt709 : frame::Matrix::kBt601;
    }
}

int displayWidthOf(const GstVideoInfo& format)
{
    const int width = GST_VIDEO_INFO_WIDTH(&format);
    const auto numerator = GST_VIDEO_INFO_PAR_N(&format);
    const auto denominator = GST_VIDEO_INFO_PAR_D(&format);
    if (numerator <= 0 || denominator <= 0) {
        return width;
    }
    const auto shown = std::int64_t{width} * numerator / denominator;
    // A ratio beyond any real picture is a broken header, not a shape.
    return shown >= 1 && shown <= std::int64_t{16} * width ? static_cast<int>(shown) : width;
}

// What any picture of the stream has, wherever its pixels lie.
template <typename Picture>
void describe(Picture& picture, const GstVideoInfo& format, int rotation)
{
    picture.width = GST_VIDEO_INFO_WIDTH(&format);
    picture.height = GST_VIDEO_INFO_HEIGHT(&format);
    picture.displayWidth = displayWidthOf(format);
    picture.matrix = matrixOf(format);
    picture.fullRange = format.colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255;
    picture.rotation = rotation;
}

} // namespace

Nanoseconds FrameTimes::durationOf(const GstBuffer* buffer, const GstVideoInfo& format) const
{
    if (GST_BUFFER_DURATION_IS_VALID(buffer)) {
        return Nanoseconds(GST_BUFFER_DURATION(buffer));
    }
    if (GST_VIDEO_INFO_FPS_N(&format) > 0 && GST_VIDEO_INFO_FPS_D(&format) > 0) {
        return Nanoseconds(
            GST_SECOND * static_cast<unsigned>(GST_VIDEO_INFO_FPS_D(&format)) /
            static_cast<unsigned>(GST_VIDEO_INFO_FPS_N(&format)));
    }
    return last_ ? last_->duration : Nanoseconds(0);
}

Nanoseconds FrameTimes::placed(Nanoseconds stamp, Nanoseconds duration)
{
    // Some transport streams stamp only every second picture; the other one comes with the same.
    const bool repeated = last_ && stamp == stamp_;
    if (last_ && stamp > stamp_) {
        step_ = stamp - stamp_;
    }
    stamp_ = stamp;
    if (repeated) {
        return last_->time + (duration > Nanoseconds(0) ? last_->duration : step_ / 2);
    }
    return last_ && stamp < last_->time ? last_->time + last_->duration : stamp;
}

std::optional<FrameTimes::Span>
FrameTimes::next(const GstSample* sample, const GstVideoInfo& format)
{
    // GStreamer's getters take a pointer they do not write to.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* taken = const_cast<GstSample*>(sample);
    const GstBuffer* buffer = gst_sample_get_buffer(taken);
    Span span;
    span.duration = durationOf(buffer, format);
    if (GST_BUFFER_PTS_IS_VALID(buffer)) {
        auto* const timeOf =
            count_ == Count::kRunning ? gst_segment_to_running_time : gst_segment_to_stream_time;
        const auto time =
            timeOf(gst_sample_get_segment(taken), GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
        if (!GST_CLOCK_TIME_IS_VALID(time)) {
            return std::nullopt;
        }
        span.time = placed(Nanoseconds(time), span.duration);
    } else if (last_) {
        span.time = last_->time + last_->duration;
    }
    last_ = span;
    return span;
}

namespace {

// Where the planes lie: as the buffer says, or as its format does.
struct Lying {
    unsigned planes = 0;
    std::array<std::size_t, GST_VIDEO_MAX_PLANES> offset{};
    std::array<int, GST_VIDEO_MAX_PLANES> stride{};
};

Lying lyingOf(GstBuffer* buffer, const GstVideoInfo& format)
{
    Lying lying;
    const GstVideoMeta* meta = gst_buffer_get_video_meta(buffer);
    lying.planes = meta != nullptr ? meta->n_planes : GST_VIDEO_INFO_N_PLANES(&format);
    for (unsigned i = 0; i < lying.planes && i < GST_VIDEO_MAX_PLANES; ++i) {
        lying.offset.at(i) = meta != nullptr ? meta->offset[i] : format.offset[i];
        lying.stride.at(i) = meta != nullptr ? meta->stride[i] : format.stride[i];
    }
    return lying;
}

} // namespace

std::optional<frame::CpuPicture> pictureOf(Sample sample, const MemoryFormat& format, int rotation)
{
    const auto pixelFormat = formatOf(format.info);
    if (!pixelFormat || format.modifier != 0) {
        return std::nullopt;
    }
    auto owner = std::make_shared<Mapped>(std::move(sample), format.info);
    if (!owner->mapped) {
        return std::nullopt;
    }
    frame::CpuPicture picture;
    picture.format = *pixelFormat;
    describe(picture, format.info, rotation);
    for (unsigned plane = 0; plane < GST_VIDEO_FRAME_N_PLANES(&owner->frame) && plane < 3;
         ++plane) {
        picture.planes[plane].data =
            static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&owner->frame, plane));
        picture.planes[plane].stride =
            static_cast<int>(GST_VIDEO_FRAME_PLANE_STRIDE(&owner->frame, plane));
    }
    picture.owner = std::move(owner);
    return picture;
}

std::optional<frame::DmaBuf>
deviceMemoryOf(GstSample* sample, const MemoryFormat& format, int rotation)
{
    GstBuffer* buffer = gst_sample_get_buffer(sample);
    const Lying lying = lyingOf(buffer, format.info);
    frame::DmaBuf picture;
    if (format.fourcc == 0 || lying.planes == 0 || lying.planes > picture.planes.size()) {
        return std::nullopt;
    }
    for (unsigned plane = 0; plane < lying.planes; ++plane) {
        guint index = 0;
        guint count = 0;
        gsize skip = 0;
        if (gst_buffer_find_memory(buffer, lying.offset.at(plane), 1, &index, &count, &skip) ==
            FALSE) {
            return std::nullopt;
        }
        GstMemory* memory = gst_buffer_peek_memory(buffer, index);
        if (gst_is_dmabuf_memory(memory) == FALSE) {
            return std::nullopt;
        }
        picture.planes.at(plane).fd = gst_dmabuf_memory_get_fd(memory);
        picture.planes.at(plane).offset = static_cast<std::uint32_t>(memory->offset + skip);
        picture.planes.at(plane).stride = static_cast<std::uint32_t>(lying.stride.at(plane));
    }
    picture.planeCount = static_cast<int>(lying.planes);
    picture.fourcc = format.fourcc;
    picture.modifier = format.modifier;
    describe(picture, format.info, rotation);
    const std::shared_ptr<GstSample> owner(gst_sample_ref(sample), unrefSample);
    picture.owner = owner;
    picture.inMemory = [owner, format, rotation] {
        return pictureOf(Sample(gst_sample_ref(owner.get())), format, rotation);
    };
    return picture;
}

} // namespace jtv::media
