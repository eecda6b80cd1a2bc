// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The captions inside a file: texts of its subtitle streams, and line-21 data of its pictures, read
// as they pass by on their way to nowhere else.
#pragma once

#include "content/model/captions.h"
#include "player/media/glib.h"

#include <gst/gst.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jtv::media {

// Thread-safe.
class CaptionStreams : public std::enable_shared_from_this<CaptionStreams> {
public:
    // Whether streams of this kind are read here.
    static bool knows(const GstCaps* caps);
    // Any thread, before data flows: reads what passes the pad.
    void watch(GstPad* pad, const GstCaps* caps);
    // The same for the line-21 data of decoded pictures.
    void watchPictures(GstPad* pad);

    // What has come since the last call, of the stream that suits the languages best; once
    // something was given back, only of that stream. Times are the frames' times.
    std::vector<model::Caption> take(const std::vector<std::string>& languages);
    // "embedded de"; empty while nothing was given back.
    std::string chosen() const;

    class Reader;

private:
    friend class Reader;
    struct Stream {
        std::string language;
        std::vector<model::Caption> waiting;
    };
    std::size_t add();
    static void add(GstPad* pad, Reader* reader);

    mutable std::mutex mutex_; // protects all below
    std::vector<Stream> streams_;
    std::optional<std::size_t> chosen_;
};

} // namespace jtv::media
