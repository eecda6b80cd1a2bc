// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The pictures keep the times their encoder gave them; the sound is turned up or down and encoded.
#include "content/ingest/mux.h"

#include "content/ingest/feed.h"
#include "content/ingest/loudness.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr int kSoundBits = 160'000; // a second

std::string describe(const Mux& mux)
{
    std::string film = "mp4mux name=mux faststart=true ! filesink name=target appsrc name=in ! "
                       "mux.video_0";
    if (!mux.gain) {
        return film;
    }
    film += fmt::format(
        " filesrc name=file ! decodebin name=decode audioconvert name=audio ! "
        "audioresample ! audio/x-raw,format=F32LE,rate={},channels=2 ! volume "
        "volume={:.6f} ! audioconvert ! avenc_aac bitrate={} ! aacparse ! queue "
        "name=tags max-size-bytes=4194304 max-size-time=0 max-size-buffers=0 ! mux.audio_1",
        kSampleRate,
        std::pow(10, std::min(*mux.gain, 20.0) / 20),
        kSoundBits);
    return film;
}

// The title, the place and the camera of the upload travel as tags; the muxer would write them.
GstPadProbeReturn withoutTags(GstPad* /*pad*/, GstPadProbeInfo* probe, gpointer /*unused*/)
{
    return GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(probe)) == GST_EVENT_TAG ? GST_PAD_PROBE_DROP
                                                                            : GST_PAD_PROBE_OK;
}

// Without a length the muxer leaves the last picture out of the film's.
Buffer bufferOf(const CodedPicture& picture, Nanoseconds step)
{
    Buffer buffer(gst_buffer_new_memdup(picture.bytes.data(), picture.bytes.size()));
    GST_BUFFER_PTS(buffer.get()) = picture.shown;
    GST_BUFFER_DTS(buffer.get()) = picture.decoded;
    GST_BUFFER_DURATION(buffer.get()) = static_cast<GstClockTime>(step.count());
    if (!picture.isKey) {
        GST_BUFFER_FLAG_SET(buffer.get(), GST_BUFFER_FLAG_DELTA_UNIT);
    }
    return buffer;
}

// With the journal's own zero as the film's.
Sample firstSample(const CodedFormat& format, Buffer buffer)
{
    const Caps caps(gst_caps_from_string(format.caps.c_str()));
    GstSegment segment;
    gst_segment_init(&segment, GST_FORMAT_TIME);
    segment.start = format.begin;
    return Sample(gst_sample_new(buffer.get(), caps.get(), &segment, nullptr));
}

} // namespace

Status writeFilm(const Mux& mux, const Cancelled& cancelled)
{
    auto pipeline = Pipeline::parse(describe(mux));
    if (!pipeline) {
        return std::move(pipeline).error();
    }
    pipeline->setPath("target", "location", mux.target);
    pipeline->setPath("mux", "faststart-file", mux.scratch / "faststart");
    if (mux.gain) {
        pipeline->setPath("file", "location", mux.sound);
        pipeline->feedFromDecode();
        const Pad pad(gst_element_get_static_pad(pipeline->element("tags").get(), "src"));
        gst_pad_set_offset(pad.get(), -mux.origin.count());
        gst_pad_add_probe(
            pad.get(), GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, withoutTags, nullptr, nullptr);
    }
    Feed feed(*pipeline, "in");
    pipeline->play();
    bool first = true;
    auto fed = mux.pictures.read([&](const CodedPicture& picture) {
        auto buffer = bufferOf(picture, mux.step);
        if (std::exchange(first, false)) {
            return feed.pushSample(
                firstSample(*mux.pictures.format(), std::move(buffer)), cancelled);
        }
        return feed.push(std::move(buffer), cancelled);
    });
    if (!fed) {
        return fed;
    }
    feed.end();
    return pipeline->finish(cancelled);
}

} // namespace jtv::ingest
