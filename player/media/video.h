// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One prerolled video: file in, frames in order and exactly one end out.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/captions.h"
#include "content/model/decoders.h"
#include "player/frame/frame.h"
#include "player/media/device_memory.h"
#include "player/media/ladder.h"
#include "player/media/reaper.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::media {

// Once a process, before any other call of this library; loads GStreamer's registry (tens of ms).
void start();

// As start(), and loads the plug-ins that most videos need: worth a thread of its own while
// something else has to be waited for.
void startForVideos();

enum class End { kFinished, kFailed, kTimedOut };

// The one end of a video. `reason` is a plain sentence for kFailed and kTimedOut.
struct Ended {
    End how = End::kFinished;
    std::string reason;
};

struct VideoOptions {
    std::filesystem::path file;
    double soundLevel = 0; // 0 … 1; at 0 the sound is not even decoded
    std::string soundSink; // as gst-launch writes it; empty = the usual device
    bool captions = false; // read those inside the file
    // A part of the file: frame time 0 is clipBegin, and the end comes at clipEnd (> clipBegin;
    // nullopt: that of the file).
    Milliseconds clipBegin{0};
    std::optional<Milliseconds> clipEnd;
    // Without a sign of life for so long before the first frame, or without a first frame for three
    // times as long, it has timed out.
    Milliseconds prerollLimit{10'000};
    Offer display; // what the display can show without painting
    DeviceMemory memory;
    // Thread-safe; called from streaming threads when a frame or an end waits that was asked for in
    // vain.
    std::function<void()> wake;
};

// What is really in use, for logs and statistics.
struct Decoding {
    std::string decoder; // GStreamer element, e.g. "avdec_h264"; empty until known
    // Why a board with hardware decoders does not use one here, a plain phrase; empty when it does.
    std::string remark;
    int fallbacks = 0; // ways that were tried before and failed
    // What was done about a decoder that gave no pictures, before it was left.
    int flushes = 0;
    int rebuilds = 0;
};

// The board this process runs on; after start().
model::Board boardHere();

// Any one thread at a time: opened on the prepare thread, handed to main, closed there. Closing
// gives the pipeline to the reaper and never blocks.
class Video {
public:
    // Builds the pipeline and lets it decode up to the first few frames; returns before they are
    // there; for a clipBegin it waits, at most 3 s, until it can seek. Errors: kNotFound, kDenied
    // (the file), kInternal (an element is missing, with the package's name).
    static Result<std::unique_ptr<Video>> open(VideoOptions options, Reaper& reaper);

    Video(const Video&) = delete;
    Video& operator=(const Video&) = delete;
    ~Video();

    // Takes note of what the streaming threads and the bus have to say; never blocks.
    void update(SteadyTime now);

    // Its turn has come: it waits for memory only as long as others are about to give some back.
    void hurry();

    // True once a frame waits. A video that has ended without any never gets ready.
    bool ready() const;

    // Starts the sound, so that it belongs to frame time 0 at `begin`. Frames may be taken before.
    void begin(SteadyTime begin);

    // The sound stands still, and goes on as if frame time 0 had been at `begin`. Frames may be
    // taken all the while, but none comes to one whose sound stands.
    void holdSound();
    void goOn(SteadyTime begin);

    // The next frame in order, or null; valid until pop(). wake() is called when one comes later.
    const frame::TimedFrame* front();
    void pop();

    // Set once, when the last frame has been popped or the video cannot go on; never changes after.
    const std::optional<Ended>& ended() const;

    // Frame time at which the last frame taken so far is over; after kFinished, the video's length.
    Nanoseconds length() const;

    // Captions that have come since the last call, of the track that suits the languages best, by
    // frame time; they come some frames before they are due. An end of Milliseconds::max(): until
    // the next one; without lines: nothing from then on.
    std::vector<model::Caption> takeCaptions(const std::vector<std::string>& languages);
    // "embedded de", "embedded"; empty when there was none so far.
    std::string captionTrack() const;

    const Decoding& decoding() const;
    // What it asks of the machine; known once it is ready().
    model::Playing load() const;

private:
    struct State;
    explicit Video(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace jtv::media
