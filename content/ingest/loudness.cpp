// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The first of two passes: what is measured here is the gain of the second.
#include "content/ingest/loudness.h"

#include <gst/app/gstappsink.h>

#include <algorithm>
#include <cmath>
#include <ebur128.h>
#include <fmt/format.h>

namespace jtv::ingest {
namespace {

constexpr unsigned kChannels = 2;
constexpr GstClockTime kSoundPause = 50 * GST_MSECOND;

void destroy(ebur128_state* state)
{
    ebur128_destroy(&state);
}
using Meter = CHandle<ebur128_state, destroy>;

Status hear(ebur128_state* meter, GstSample* sample)
{
    GstMapInfo map;
    GstBuffer* buffer = gst_sample_get_buffer(sample);
    if (gst_buffer_map(buffer, &map, GST_MAP_READ) == 0) {
        return Error{ErrorKind::kInternal, "the sound cannot be read from memory; try again"};
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): F32LE, as the caps say
    const auto* samples = reinterpret_cast<const float*>(map.data);
    const auto frames = map.size / (sizeof(float) * kChannels);
    const bool failed = ebur128_add_frames_float(meter, samples, frames) != EBUR128_SUCCESS;
    gst_buffer_unmap(buffer, &map);
    return failed ? Status(Error{ErrorKind::kInternal, "no memory left to measure the sound"})
                  : Status(Done{});
}

void told(GstSample* sample, const std::function<void(Nanoseconds)>& tick)
{
    const auto at = GST_BUFFER_PTS(gst_sample_get_buffer(sample));
    if (tick && GST_CLOCK_TIME_IS_VALID(at)) {
        tick(Nanoseconds{at});
    }
}

std::optional<Loudness> read(ebur128_state* meter)
{
    Loudness loudness;
    double peak = 0;
    for (unsigned channel = 0; channel < kChannels; ++channel) {
        double one = 0;
        ebur128_true_peak(meter, channel, &one);
        peak = std::max(peak, one);
    }
    const bool heard = ebur128_loudness_global(meter, &loudness.integrated) == EBUR128_SUCCESS &&
                       std::isfinite(loudness.integrated) && peak > 0;
    loudness.peak = heard ? 20 * std::log10(peak) : 0;
    return heard ? std::optional(loudness) : std::nullopt;
}

} // namespace

double Loudness::gain() const
{
    return std::min(kLoudness - integrated, kMostPeak - peak);
}

Result<std::optional<Loudness>> measureLoudness(
    const std::filesystem::path& file,
    const Cancelled& cancelled,
    const std::function<void(Nanoseconds)>& tick)
{
    auto pipeline = Pipeline::parse(fmt::format(
        "filesrc name=file ! decodebin name=decode audioconvert name=audio ! audioresample ! "
        "audio/x-raw,format=F32LE,layout=interleaved,rate={},channels={} ! "
        "appsink name=sink sync=false max-buffers=16",
        kSampleRate,
        kChannels));
    const Meter meter(ebur128_init(
        kChannels,
        static_cast<unsigned long>(kSampleRate),
        EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
    if (!pipeline || !meter) {
        return pipeline ? Error{ErrorKind::kInternal, "no memory left to measure the sound"}
                        : std::move(pipeline).error();
    }
    pipeline->setPath("file", "location", file);
    pipeline->feedFromDecode();
    pipeline->play();
    const auto element = pipeline->element("sink");
    auto* const sink = GST_APP_SINK(element.get());
    while (gst_app_sink_is_eos(sink) == 0 && !cancelled) {
        const Sample sample(gst_app_sink_try_pull_sample(sink, kSoundPause));
        auto heard = sample ? hear(meter.get(), sample.get()) : pipeline->health();
        if (!heard) {
            return std::move(heard).error();
        }
        if (sample) {
            told(sample.get(), tick);
        }
    }
    if (cancelled) {
        return cancelledError();
    }
    if (auto healthy = pipeline->health(); !healthy) {
        return std::move(healthy).error();
    }
    return read(meter.get());
}

} // namespace jtv::ingest
