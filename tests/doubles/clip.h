// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Short real clips, made by GStreamer's own program.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace jtv::doubles {

// `pipeline` ends before the file: "videotestsrc num-buffers=30 ! x264enc ! mp4mux".
inline void makeMedia(const std::filesystem::path& file, const std::string& pipeline)
{
    const std::string command = "gst-launch-1.0 -q " + pipeline + " ! filesink location='" +
                                file.string() + "' >/dev/null 2>&1";
    // NOLINTNEXTLINE(concurrency-mt-unsafe,cert-env33-c): the test has one thread here
    if (std::system(command.c_str()) != 0) {
        throw std::runtime_error("gst-launch-1.0 could not make " + file.string());
    }
}

// H.264 in MP4, 30 pictures a second.
inline void makeClip(
    const std::filesystem::path& file, int frames, const std::string& size = "width=64,height=48")
{
    makeMedia(
        file,
        "videotestsrc num-buffers=" + std::to_string(frames) + " ! video/x-raw,format=I420," +
            size + ",framerate=30/1 ! x264enc speed-preset=ultrafast ! h264parse ! mp4mux");
}

} // namespace jtv::doubles
