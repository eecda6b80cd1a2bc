// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Parsers cut the stream into pictures; their times are all that is kept.
#include "content/ingest/scan.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <list>
#include <mutex>
#include <utility>
#include <vector>

namespace jtv::ingest {
namespace {

// A reader that gives nothing for so long has lost its way in a damaged file.
constexpr std::chrono::seconds kScanPatience{15};

struct Track {
    bool isVideo = false;
    GstSegment segment{};
    std::vector<std::int64_t> times;
    std::int64_t begin = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = 0;
    std::atomic<std::int64_t>* read = nullptr;
};

// Tracks are added by the demuxer's thread; each is written by its own.
struct Tracks {
    std::atomic<std::int64_t> read = 0; // packets of all tracks
    GstElement* pipeline = nullptr;
    std::mutex mutex; // protects the list, not what is in it
    std::list<Track> list;
};

void note(Track& track, GstBuffer* buffer)
{
    ++*track.read;
    const auto time =
        GST_BUFFER_PTS_IS_VALID(buffer) ? GST_BUFFER_PTS(buffer) : GST_BUFFER_DTS(buffer);
    if (!GST_CLOCK_TIME_IS_VALID(time)) {
        return;
    }
    const auto shown = gst_segment_to_stream_time(&track.segment, GST_FORMAT_TIME, time);
    if (!GST_CLOCK_TIME_IS_VALID(shown)) {
        return; // cut away by the container's edit list
    }
    const auto begin = static_cast<std::int64_t>(shown);
    const auto lasts = GST_BUFFER_DURATION_IS_VALID(buffer) ? GST_BUFFER_DURATION(buffer) : 0;
    track.begin = std::min(track.begin, begin);
    track.end = std::max(track.end, begin + static_cast<std::int64_t>(lasts));
    if (track.isVideo) {
        track.times.push_back(begin);
    }
}

GstPadProbeReturn onData(GstPad* /*pad*/, GstPadProbeInfo* probe, gpointer user)
{
    auto& track = *static_cast<Track*>(user);
    if ((GST_PAD_PROBE_INFO_TYPE(probe) & GST_PAD_PROBE_TYPE_BUFFER) != 0) {
        note(track, GST_PAD_PROBE_INFO_BUFFER(probe));
    } else if (GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(probe)) == GST_EVENT_SEGMENT) {
        gst_event_copy_segment(GST_PAD_PROBE_INFO_EVENT(probe), &track.segment);
    }
    return GST_PAD_PROBE_OK;
}

void onTrack(GstElement* /*parse*/, GstPad* pad, gpointer user)
{
    auto& tracks = *static_cast<Tracks*>(user);
    const Caps caps(gst_pad_query_caps(pad, nullptr));
    const auto media = mediaOf(caps.get());
    Track* track = nullptr;
    {
        const std::lock_guard lock(tracks.mutex);
        track = &tracks.list.emplace_back();
    }
    track->read = &tracks.read;
    track->isVideo = media.starts_with("video/") || media.starts_with("image/");
    gst_segment_init(&track->segment, GST_FORMAT_TIME);
    const auto kinds = static_cast<GstPadProbeType>(
        GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM);
    gst_pad_add_probe(pad, kinds, onData, track, nullptr);
    dropTrack(tracks.pipeline, pad);
}

// Whether nothing has been read for a while.
class Watch {
public:
    explicit Watch(const std::atomic<std::int64_t>& read) : read_(read) {}

    bool isStuck()
    {
        const auto now = std::chrono::steady_clock::now();
        if (const auto read = read_.load(); read != last_) {
            last_ = read;
            since_ = now;
        }
        return now - since_ > kScanPatience;
    }

private:
    const std::atomic<std::int64_t>& read_;
    std::int64_t last_ = 0;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

Error stuckError()
{
    return {
        ErrorKind::kInvalid,
        "the video could not be read to its end; it may be damaged, save it again as MP4"};
}

Scanned summed(const std::list<Track>& tracks)
{
    Scanned scanned;
    auto begin = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = 0;
    for (const auto& track : tracks) {
        begin = std::min(begin, track.begin);
        end = std::max(end, track.end);
        // A cover picture is a track of one picture.
        if (track.times.size() > static_cast<std::size_t>(scanned.pictures.pictures)) {
            scanned.pictures = timingOf(track.times, Nanoseconds{track.end});
        }
    }
    end = std::max(end, static_cast<std::int64_t>(scanned.pictures.end.count()));
    scanned.origin = Nanoseconds{std::min(begin, end)};
    scanned.length = Nanoseconds{end} - scanned.origin;
    scanned.pictures.begin -= scanned.origin;
    scanned.pictures.end -= scanned.origin;
    return scanned;
}

} // namespace

Result<Scanned> scan(const std::filesystem::path& file, const Cancelled& cancelled)
{
    Tracks tracks; // outlives the pipeline, which writes to it
    auto pipeline = Pipeline::parse("filesrc name=file ! parsebin name=decode");
    if (!pipeline) {
        return std::move(pipeline).error();
    }
    pipeline->setPath("file", "location", file);
    tracks.pipeline = pipeline->get();
    g_signal_connect(pipeline->element("decode").get(), "pad-added", G_CALLBACK(onTrack), &tracks);
    Cancelled stop{false};
    Watch watch(tracks.read);
    auto done = pipeline->finish(stop, [&] { stop = cancelled || watch.isStuck(); });
    if (!done) {
        return cancelled ? cancelledError() : watch.isStuck() ? stuckError() : done.error();
    }
    auto scanned = summed(tracks.list);
    if (scanned.pictures.pictures == 0) {
        return Error{
            ErrorKind::kInvalid, "there is no moving picture in this file; upload a video"};
    }
    return scanned;
}

} // namespace jtv::ingest
