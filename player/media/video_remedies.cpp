// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a video does when its decoder fails or gives no pictures.
#include "base/file.h"
#include "player/media/log.h"
#include "player/media/video_state.h"

namespace jtv::media {
namespace {

// A decoder may stall without a word; a picture that does not come for so long never will.
constexpr Milliseconds kStallLimit{5000};
// Drivers stall more often than software, and there is another way down: 1 s and three pictures.
constexpr Milliseconds kHardwareStallLimit{1100};
// A slow machine has more time for the first picture than one that is stuck.
constexpr int kSlowness = 3;

// A step that helps does so at once, or has a sign of life at once; there are three of them, and
// the last one shall play a second after the first began.
constexpr Patience kFlushPatience{Milliseconds(250), Milliseconds(1000)};
constexpr Patience kRebuildPatience{Milliseconds(500), Milliseconds(2000)};

// Back to the key frame before `time` in the file. On a thread of GStreamer's own: with a driver
// that hangs it never comes back.
void flushLater(GstElement* pipeline, Nanoseconds time)
{
    gst_element_call_async(
        pipeline,
        [](GstElement* element, gpointer data) {
            constexpr auto kHow =
                GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT | GST_SEEK_FLAG_SNAP_BEFORE;
            const auto where = static_cast<const Nanoseconds*>(data)->count();
            gst_element_seek_simple(
                element, GST_FORMAT_TIME, static_cast<GstSeekFlags>(kHow), where);
        },
        new Nanoseconds(time),
        [](gpointer data) { delete static_cast<Nanoseconds*>(data); });
}

} // namespace

// One that is rebuilt and has not come to its decoder yet is still what it was.
Choice Video::State::usedWay() const
{
    Choice now = signals->choice();
    return remedy == Remedy::kRebuild && now == Choice{} ? rebuilt : now;
}

// What was shown last stays on the display meanwhile. It goes on without sound.
Status Video::State::buildAgain()
{
    signals->silence();
    reaper.take(std::move(built.pipeline));
    signals = std::make_shared<Signals>(options.wake);
    options.soundLevel = begun ? 0 : options.soundLevel;
    caps.reset();
    times = FrameTimes();
    prerolled.reset();
    waiting.over();
    resumed = true;
    return build();
}

// A decoder in hardware is followed by the next way down, which goes on where the picture stopped.
void Video::State::fail(Happening what, std::string reason)
{
    const Choice used = usedWay();
    if (used.decoder.empty() || stage == Stage::kEnded) {
        happened(what, std::move(reason));
        return;
    }
    kLog.warning("{} ({}); going on without {}", reason, used.decoder, used.decoder);
    failed.push_back(used);
    ladder.begin();
    remedy = Remedy::kNextWay;
    if (auto again = buildAgain(); !again) {
        happened(Happening::kError, std::move(again).error().message);
    }
}

// The picture stands still. Software does not hang, and a stream that never began is not helped.
void Video::State::stalled(std::string reason)
{
    const std::string decoder = usedWay().decoder;
    const bool helpless = decoder.empty() || stage != Stage::kRunning;
    const Remedy step = helpless ? Remedy::kNextWay : ladder.next(!built.sound);
    if (step == Remedy::kNextWay) {
        fail(Happening::kSilence, std::move(reason));
        return;
    }
    kLog.warning(
        "{}: {} has gone silent; {} it",
        options.file.string(),
        decoder,
        step == Remedy::kFlush ? "emptying" : "rebuilding");
    rebuilt = signals->choice();
    remedy = step;
    if (step == Remedy::kFlush) {
        flush();
        return;
    }
    ++decoding.rebuilds;
    if (auto again = buildAgain(); !again) {
        happened(Happening::kError, std::move(again).error().message);
    }
}

void Video::State::flush()
{
    ++decoding.flushes;
    // From now on frame times come from places in the file, which a seek does not change.
    times = FrameTimes(FrameTimes::Count::kFromFile);
    sought = false;
    resumed = true;
    waiting.over();
    flushLater(built.pipeline.get(), length + options.clipBegin);
}

Patience Video::State::patienceNow() const
{
    if (remedy == Remedy::kFlush) {
        return kFlushPatience;
    }
    if (remedy == Remedy::kRebuild) {
        return kRebuildPatience;
    }
    if (stage == Stage::kPrerolling || remedy) {
        return {options.prerollLimit, kSlowness * options.prerollLimit};
    }
    const bool hardware = !signals->choice().decoder.empty();
    return hardware ? Patience{kHardwareStallLimit, kStallLimit}
                    : Patience{kStallLimit, kSlowness * kStallLimit};
}

} // namespace jtv::media
