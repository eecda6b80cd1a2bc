// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// decodebin chooses the decoder; odd sample formats become one of the planar ones that zimg knows.
#include "content/ingest/pictures.h"

#include <gst/app/gstappsink.h>

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr const char* kFormats =
    "{ I420, Y42B, Y444, I420_10LE, I422_10LE, Y444_10LE, I420_12LE, I422_12LE, Y444_12LE }";
constexpr GstClockTime kPicturePause = 50 * GST_MSECOND;
constexpr std::chrono::seconds kPicturePatience{30}; // for one picture

Colours coloursOf(const GstVideoColorimetry& told)
{
    return {
        static_cast<int>(gst_video_color_matrix_to_iso(told.matrix)),
        static_cast<int>(gst_video_transfer_function_to_iso(told.transfer)),
        static_cast<int>(gst_video_color_primaries_to_iso(told.primaries)),
        told.range == GST_VIDEO_COLOR_RANGE_0_255};
}

// cd/m²
double peakOf(GstCaps* caps)
{
    constexpr double kUsual = 1000;
    GstVideoMasteringDisplayInfo display{};
    GstVideoContentLightLevel light{};
    if (gst_video_content_light_level_from_caps(&light, caps) != 0 &&
        light.max_content_light_level > 0) {
        return light.max_content_light_level;
    }
    if (gst_video_mastering_display_info_from_caps(&display, caps) != 0 &&
        display.max_display_mastering_luminance > 0) {
        return display.max_display_mastering_luminance / 10'000.0;
    }
    return kUsual;
}

PictureFormat formatOf(const GstVideoInfo& info, GstCaps* caps)
{
    PictureFormat format;
    format.size = {GST_VIDEO_INFO_WIDTH(&info), GST_VIDEO_INFO_HEIGHT(&info)};
    format.depth = static_cast<int>(GST_VIDEO_INFO_COMP_DEPTH(&info, 0));
    format.halfWidth = static_cast<int>(GST_VIDEO_FORMAT_INFO_W_SUB(info.finfo, 1));
    format.halfHeight = static_cast<int>(GST_VIDEO_FORMAT_INFO_H_SUB(info.finfo, 1));
    format.colours = coloursOf(info.colorimetry);
    // GstVideoInfo forgets the range of a picture whose matrix is not told.
    const char* told = gst_structure_get_string(gst_caps_get_structure(caps, 0), "colorimetry");
    format.colours.fullRange =
        format.colours.fullRange || (told != nullptr && std::string_view(told).starts_with("1:"));
    format.peak = peakOf(caps);
    return format;
}

// Says that rows may have gaps between them: without it decoders copy every picture once more.
GstPadProbeReturn onQuery(GstPad* /*pad*/, GstPadProbeInfo* probe, gpointer /*unused*/)
{
    GstQuery* query = GST_PAD_PROBE_INFO_QUERY(probe);
    if (GST_QUERY_TYPE(query) != GST_QUERY_ALLOCATION) {
        return GST_PAD_PROBE_OK;
    }
    gst_query_add_allocation_meta(query, GST_VIDEO_META_API_TYPE, nullptr);
    return GST_PAD_PROBE_HANDLED;
}

} // namespace

DecodedPicture::DecodedPicture(Sample sample, Nanoseconds time)
    : sample_(std::move(sample)), time_(time)
{
    GstVideoInfo info;
    GstCaps* caps = gst_sample_get_caps(sample_.get());
    if (caps != nullptr && gst_video_info_from_caps(&info, caps) != 0) {
        format_ = formatOf(info, caps);
        mapped_ = gst_video_frame_map(&frame_, &info, buffer(), GST_MAP_READ) != 0;
    }
}

DecodedPicture::~DecodedPicture()
{
    if (mapped_) {
        gst_video_frame_unmap(&frame_);
    }
}

Planes DecodedPicture::planes() const
{
    Planes planes;
    for (unsigned plane = 0; mapped_ && plane < 3; ++plane) {
        planes.data[plane] =
            static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame_, plane));
        planes.stride[plane] = GST_VIDEO_FRAME_PLANE_STRIDE(&frame_, plane);
    }
    return planes;
}

Pictures::Pictures(Pipeline pipeline)
    : pipeline_(std::move(pipeline)), sink_(pipeline_.element("sink"))
{}

Result<Pictures>
Pictures::open(const std::filesystem::path& file, bool deinterlace, const Cancelled& cancelled)
{
    auto pipeline = Pipeline::parse(fmt::format(
        "filesrc name=file ! decodebin name=decode {} ! video/x-raw,format={} ! "
        "appsink name=sink sync=false max-buffers=4 enable-last-sample=false",
        deinterlace ? "deinterlace name=video method=linear fields=top ! videoconvert"
                    : "videoconvert name=video",
        kFormats));
    if (!pipeline) {
        return std::move(pipeline).error();
    }
    pipeline->setPath("file", "location", file);
    pipeline->feedFromDecode();
    const Pad pad(gst_element_get_static_pad(pipeline->element("sink").get(), "sink"));
    gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_QUERY_DOWNSTREAM, onQuery, nullptr, nullptr);
    if (auto ready = pipeline->ready(cancelled); !ready) {
        return std::move(ready).error();
    }
    return Pictures(std::move(*pipeline));
}

Result<Sample> Pictures::pull(const Cancelled& cancelled)
{
    auto* const sink = GST_APP_SINK(sink_.get());
    const auto deadline = std::chrono::steady_clock::now() + kPicturePatience;
    while (std::chrono::steady_clock::now() < deadline) {
        Sample sample(gst_app_sink_try_pull_sample(sink, kPicturePause));
        if (sample) {
            return sample;
        }
        if (cancelled) {
            return cancelledError();
        }
        if (auto healthy = pipeline_.health(); !healthy) {
            return std::move(healthy).error();
        }
        if (gst_app_sink_is_eos(sink) != 0) {
            return Sample();
        }
    }
    return Error{
        ErrorKind::kInvalid,
        "the video stops in the middle; it may be damaged, save it again as MP4"};
}

Nanoseconds Pictures::timeOf(GstSample* sample)
{
    const auto* buffer = gst_sample_get_buffer(sample);
    auto time = last_ + step_;
    if (GST_BUFFER_PTS_IS_VALID(buffer)) {
        const auto shown = gst_segment_to_stream_time(
            gst_sample_get_segment(sample), GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
        time = GST_CLOCK_TIME_IS_VALID(shown) ? Nanoseconds{shown} : time;
    }
    // Transport streams give some pictures the time of the one before: half a step further on.
    if (time <= last_) {
        time = last_ + step_ / 2;
    } else if (last_ >= Nanoseconds{0}) {
        step_ = time - last_;
    }
    last_ = time;
    return std::max(time, Nanoseconds{0});
}

Result<std::unique_ptr<DecodedPicture>> Pictures::next(const Cancelled& cancelled)
{
    if (!std::exchange(playing_, true)) {
        pipeline_.play();
    }
    auto sample = pull(cancelled);
    if (!sample) {
        return std::move(sample).error();
    }
    if (*sample == nullptr) {
        return std::unique_ptr<DecodedPicture>();
    }
    const auto time = timeOf(sample->get());
    return std::make_unique<DecodedPicture>(std::move(*sample), time);
}

} // namespace jtv::ingest
