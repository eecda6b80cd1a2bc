// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a video keeps; for the sources of Video only.
#pragma once

#include "player/media/memory_format.h"
#include "player/media/patience.h"
#include "player/media/picture_of.h"
#include "player/media/pipeline.h"
#include "player/media/stages.h"
#include "player/media/stall_ladder.h"
#include "player/media/video.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jtv::media {

struct Video::State {
    VideoOptions options;
    Reaper& reaper;
    std::shared_ptr<Signals> signals;
    Built built;

    Stage stage = Stage::kPrerolling;
    std::optional<Ended> ended;
    std::optional<frame::TimedFrame> current;
    Waiting waiting;   // for the next picture
    std::string fault; // what the bus said before the error itself

    Caps caps; // of the format below
    MemoryFormat format;
    FrameTimes times;
    std::uint64_t count = 0;
    Nanoseconds length{0};
    std::optional<GstClockTime> prerolled; // its buffer comes a second time when playing begins
    bool begun = false;
    bool hurried = false;         // its turn has come, begun or not
    bool waited = false;          // for memory, which is told once
    bool sought = false;          // frame times begin at clipBegin, not with the file
    std::vector<Choice> failed;   // ways that were tried
    StallLadder ladder;           // of the way now tried
    std::optional<Remedy> remedy; // tried since the last picture
    Choice rebuilt;               // the way that was rebuilt last
    bool resumed = false;         // pictures before `length` may come a second time
    mutable Decoding decoding;

    State(VideoOptions wanted, Reaper& taker)
        : options(std::move(wanted)), reaper(taker),
          signals(std::make_shared<Signals>(options.wake))
    {}

    void happened(Happening what, std::string reason);
    Sample pull();
    bool takeFormat(GstSample* sample);
    std::optional<frame::Frame> frameOf(Sample sample);
    void take(Sample sample);
    void readBus();
    bool awaitsMemory();
    enum class Start { kAtOnce, kPaused };
    Status build(Start start = Start::kAtOnce);
    Status buildClip();
    bool seek();
    bool seeksExactly() const;
    Nanoseconds before() const;
    std::string noPicture() const;
    std::optional<FrameTimes::Span> inClip(FrameTimes::Span span) const;
    Choice usedWay() const;
    void fail(Happening what, std::string reason);
    void stalled(std::string reason);
    void flush();
    Status buildAgain();
    Patience patienceNow() const;
};

} // namespace jtv::media
