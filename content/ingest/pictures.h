// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The decoded pictures of a video, one after the other.
#pragma once

#include "content/ingest/pipeline.h"
#include "content/ingest/shaper.h"

#include <gst/video/video.h>

#include <filesystem>
#include <memory>

namespace jtv::ingest {

// A decoded picture, mapped for reading as long as it lives.
class DecodedPicture {
public:
    // The sample is kept. Null planes when it cannot be mapped.
    explicit DecodedPicture(Sample sample, Nanoseconds time);
    DecodedPicture(DecodedPicture&&) = delete;
    DecodedPicture(const DecodedPicture&) = delete;
    DecodedPicture& operator=(const DecodedPicture&) = delete;
    DecodedPicture& operator=(DecodedPicture&&) = delete;
    ~DecodedPicture();

    Nanoseconds time() const { return time_; } // in the film
    const PictureFormat& format() const { return format_; }
    Planes planes() const;
    GstBuffer* buffer() const { return gst_sample_get_buffer(sample_.get()); }
    // Whether each row is as long as its picture is wide, as bytesOf() counts.
    explicit operator bool() const { return mapped_; }

private:
    Sample sample_;
    Nanoseconds time_;
    GstVideoFrame frame_{};
    PictureFormat format_;
    bool mapped_ = false;
};

// *any one thread*
class Pictures {
public:
    // startGStreamer() must have been called. Errors: kInvalid, kInternal.
    static Result<Pictures>
    open(const std::filesystem::path& file, bool deinterlace, const Cancelled& cancelled);

    // Goes to the key picture at or before `time`. False: it cannot, and begins at the beginning.
    bool seek(Nanoseconds time) { return pipeline_.seek(time); }

    // The next one; null at the end. Errors: kInvalid, kUnavailable.
    Result<std::unique_ptr<DecodedPicture>> next(const Cancelled& cancelled);

private:
    explicit Pictures(Pipeline pipeline);
    Result<Sample> pull(const Cancelled& cancelled); // null at the end
    Nanoseconds timeOf(GstSample* sample);

    Pipeline pipeline_;
    Element sink_;
    bool playing_ = false;
    Nanoseconds last_{-1};
    Nanoseconds step_{0};
};

} // namespace jtv::ingest
