// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a file is decoded: filesrc ! decodebin ! videoconvert ! appsink, and a sound branch when
// wanted.
#pragma once

#include "base/result.h"
#include "player/media/caption_streams.h"
#include "player/media/glib.h"
#include "player/media/reaper.h"
#include "player/media/video.h"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

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
    void wakeNow();

    // The video's owner. After silence() nothing is called any more.
    void want() { wanted_ = true; }
    void silence();
    bool atEnd() const { return atEnd_; }
    int rotation() const { return rotation_; }
    std::string decoder() const;

private:
    std::atomic<bool> wanted_{true};
    std::atomic<bool> atEnd_{false};
    std::atomic<int> rotation_{0};
    mutable std::mutex mutex_; // protects wake_ and decoder_
    std::function<void()> wake_;
    std::string decoder_;
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
Result<Built> buildPipeline(const VideoOptions& options, const std::shared_ptr<Signals>& signals);

// A plain sentence for an error message of the bus.
std::string explain(GstMessage* message, const std::filesystem::path& file);
// The same for a missing decoder's message; empty when it is none.
std::string explainMissing(GstMessage* message, const std::filesystem::path& file);

} // namespace jtv::media
