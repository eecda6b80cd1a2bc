// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a file is decoded: filesrc ! decodebin ! videoconvert ! appsink, and a sound branch when
// wanted. Where there are hardware decoders, filesrc ! parsebin ! the one that ladder.h chooses.
#pragma once

#include "base/result.h"
#include "player/media/caption_streams.h"
#include "player/media/device_memory.h"
#include "player/media/glib.h"
#include "player/media/ladder.h"
#include "player/media/reaper.h"
#include "player/media/video.h"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace jtv::media {

// What streaming threads write and the owner of the video reads. Lives as long as the pipeline,
// which may be longer than the video. Thread-safe.
class Signals {
public:
    explicit Signals(std::function<void()> wake) : wake_(std::move(wake)) {}

    // Streaming threads.
    void frameWaits();
    void endOfStream();
    void setRotation(int degrees) { rotation_ = degrees; }
    void setDecoder(const std::string& name);
    void setChoice(Choice choice);
    void setBroken() { broken_ = true; }
    bool broken() const { return broken_; } // an error is on its way to the owner
    void wakeNow();
    void goesOn() { ++steps_; } // data or news came through: slow is not the same as stuck
    // Memory for the decoder; false: there is none yet, and `goOn` will be called when there is.
    bool hasMemory() const;
    void keep(DeviceMemory::Share memory);
    void awaitMemory(std::uint64_t bytes, std::function<void()> goOn);

    // The video's owner. After silence() nothing is called any more.
    void want() { wanted_ = true; }
    void silence();
    bool atEnd() const { return atEnd_; }
    int rotation() const { return rotation_; }
    std::string decoder() const;
    Choice choice() const;
    std::uint64_t steps() const { return steps_; }           // changes as long as something goes on
    std::uint64_t memoryAwaited() const { return awaited_; } // bytes; 0 = none
    void giveMemory(DeviceMemory::Share memory);

private:
    std::atomic<bool> wanted_{true};
    std::atomic<bool> atEnd_{false};
    std::atomic<bool> broken_{false};
    std::atomic<int> rotation_{0};
    std::atomic<std::uint64_t> steps_{0};
    std::atomic<std::uint64_t> awaited_{0};
    mutable std::mutex mutex_; // protects all below
    std::function<void()> wake_;
    std::string decoder_;
    Choice choice_;
    DeviceMemory::Share memory_;
    std::function<void()> goOn_;
    bool silenced_ = false;
};

// Frames the pipeline decodes ahead; each holds one decoder buffer.
inline constexpr unsigned kFramesAhead = 4;

struct Built {
    Pipeline pipeline;
    GstAppSink* frames = nullptr;             // owned by the pipeline
    std::shared_ptr<CaptionStreams> captions; // null when they are not wanted
    bool sound = false;                       // a sound branch exists
};

// Errors: kInternal with the package to install.
// `failed`: ways that were tried before.
Result<Built> buildPipeline(
    const VideoOptions& options,
    const std::vector<Choice>& failed,
    const std::shared_ptr<Signals>& signals);

// A plain sentence for an error message of the bus.
std::string explain(GstMessage* message, const std::filesystem::path& file);
// The same for a missing decoder's message; empty when it is none.
std::string explainMissing(GstMessage* message, const std::filesystem::path& file);

} // namespace jtv::media
