// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// x264 and x265 by GStreamer, with a bound on the bits a second that hardware decoders keep up
// with.
#include "content/ingest/encoder.h"

#include "content/ingest/shaper.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <mutex>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr int kKeySeconds = 2;       // between key pictures, at most
constexpr int kMostKilobits = 20000; // a second; also the decoder's buffer

int keyDistance(Rate rate)
{
    return std::max(1, static_cast<int>(std::lround(rate.perSecond() * kKeySeconds)));
}

std::string h264(const Recipe& recipe, const EncoderOptions& options)
{
    return fmt::format(
        "x264enc speed-preset={} pass=qual quantizer={} key-int-max={} bitrate={} "
        "vbv-buf-capacity=1000 threads={} option-string=level={}:8x8dct=1:cabac=1 ! "
        "video/x-h264,profile=high,stream-format=avc,alignment=au ! "
        "h264parse ! video/x-h264,stream-format=avc,alignment=au",
        options.preset,
        options.quality > 0 ? options.quality : 20,
        keyDistance(recipe.rate),
        kMostKilobits,
        options.threads,
        recipe.level);
}

std::string hevc(const Recipe& recipe, const EncoderOptions& options)
{
    return fmt::format(
        "x265enc speed-preset={} tune=0 key-int-max={} option-string=\"crf={}:open-gop=0:"
        "vbv-maxrate={}:vbv-bufsize={}{}\" ! video/x-h265,profile=main ! h265parse ! "
        "video/x-h265,stream-format=hvc1,alignment=au",
        options.preset,
        keyDistance(recipe.rate),
        options.quality > 0 ? options.quality : 24,
        kMostKilobits,
        kMostKilobits,
        options.threads > 0 ? fmt::format(":pools={}", options.threads) : "");
}

std::string describe(const Recipe& recipe, const EncoderOptions& options)
{
    return fmt::format(
        "appsrc name=in caps=video/x-raw,format=I420,width={},height={},framerate={}/{},"
        "pixel-aspect-ratio=1/1,interlace-mode=progressive,colorimetry=bt709 ! {} ! "
        "appsink name=out sync=false",
        recipe.canvas.width,
        recipe.canvas.height,
        recipe.rate.numerator,
        recipe.rate.denominator,
        recipe.codec == Codec::kH264 ? h264(recipe, options) : hevc(recipe, options));
}

CodedPicture pictureOf(GstBuffer* buffer)
{
    CodedPicture picture;
    picture.shown = GST_BUFFER_PTS(buffer);
    picture.decoded =
        GST_BUFFER_DTS_IS_VALID(buffer) ? GST_BUFFER_DTS(buffer) : GST_BUFFER_PTS(buffer);
    picture.isKey = !GST_BUFFER_FLAG_IS_SET(buffer, GST_BUFFER_FLAG_DELTA_UNIT);
    picture.bytes.resize(gst_buffer_get_size(buffer));
    gst_buffer_extract(buffer, 0, picture.bytes.data(), picture.bytes.size());
    return picture;
}

} // namespace

// Where encoded pictures leave the pipeline, on its thread.
struct Encoder::Outlet {
    Journal& journal;
    std::mutex mutex; // protects fault
    Status fault = Done{};

    explicit Outlet(Journal& to) : journal(to) {}

    Status health()
    {
        const std::lock_guard lock(mutex);
        return fault;
    }

    Status take(GstSample* sample)
    {
        const auto* segment = gst_sample_get_segment(sample);
        if (!journal.format()) {
            const GChars words(gst_caps_to_string(gst_sample_get_caps(sample)));
            if (auto begun = journal.begin({words.get(), segment->start}); !begun) {
                return begun;
            }
        }
        // Each run of an encoder has a zero of its own, so that no time is below it.
        auto picture = pictureOf(gst_sample_get_buffer(sample));
        const auto shift = journal.format()->begin - segment->start;
        picture.shown += shift;
        picture.decoded += shift;
        return journal.append(picture);
    }

    static GstFlowReturn onSample(GstAppSink* sink, gpointer user)
    {
        auto& outlet = *static_cast<Outlet*>(user);
        const Sample sample(gst_app_sink_pull_sample(sink));
        auto taken = sample ? outlet.take(sample.get()) : Status(Done{});
        const std::lock_guard lock(outlet.mutex);
        if (!taken) {
            outlet.fault = std::move(taken);
        }
        return outlet.fault ? GST_FLOW_OK : GST_FLOW_ERROR;
    }
};

Encoder::Encoder(std::unique_ptr<Outlet> outlet, Pipeline pipeline, const Recipe& recipe)
    : outlet_(std::move(outlet)), pipeline_(std::make_unique<Pipeline>(std::move(pipeline))),
      feed_(std::make_unique<Feed>(*pipeline_, "in")), rate_(recipe.rate)
{}

Encoder::Encoder(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

Result<Encoder> Encoder::make(const Recipe& recipe, const EncoderOptions& options, Journal& journal)
{
    auto pipeline = Pipeline::parse(describe(recipe, options));
    if (!pipeline) {
        return std::move(pipeline).error();
    }
    auto outlet = std::make_unique<Outlet>(journal);
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = Outlet::onSample;
    const auto sink = pipeline->element("out");
    gst_app_sink_set_callbacks(GST_APP_SINK(sink.get()), &callbacks, outlet.get(), nullptr);
    Encoder encoder(std::move(outlet), std::move(*pipeline), recipe);
    encoder.pipeline_->play();
    return encoder;
}

Status Encoder::push(Buffer canvas, std::int64_t picture, const Cancelled& cancelled)
{
    const auto begin = timeOf(picture, rate_);
    GST_BUFFER_PTS(canvas.get()) = static_cast<GstClockTime>(begin.count());
    GST_BUFFER_DTS(canvas.get()) = GST_CLOCK_TIME_NONE;
    GST_BUFFER_DURATION(canvas.get()) =
        static_cast<GstClockTime>((timeOf(picture + 1, rate_) - begin).count());
    auto pushed = feed_->push(std::move(canvas), cancelled);
    auto kept = outlet_->health();
    return kept ? pushed : kept;
}

Status Encoder::finish(const Cancelled& cancelled)
{
    feed_->end();
    auto done = pipeline_->finish(cancelled);
    auto kept = outlet_->health();
    return kept ? done : kept;
}

Buffer makeCanvas(Size size)
{
    Buffer canvas(gst_buffer_new_allocate(nullptr, bytesOf(size), nullptr));
    const auto luma = static_cast<gsize>(size.width) * static_cast<gsize>(size.height);
    gsize offsets[GST_VIDEO_MAX_PLANES] = {0, luma, luma + luma / 4, 0};
    gint strides[GST_VIDEO_MAX_PLANES] = {size.width, size.width / 2, size.width / 2, 0};
    gst_buffer_add_video_meta_full(
        canvas.get(),
        GST_VIDEO_FRAME_FLAG_NONE,
        GST_VIDEO_FORMAT_I420,
        static_cast<guint>(size.width),
        static_cast<guint>(size.height),
        3,
        offsets,
        strides);
    return canvas;
}

} // namespace jtv::ingest
