// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoder's sample as a picture, without copying its pixels.
#pragma once

#include "player/frame/frame.h"
#include "player/media/glib.h"
#include "player/media/memory_format.h"

#include <gst/gst.h>
#include <gst/video/video.h>

#include <optional>

namespace jtv::media {

// Frame times of one stream, guessed where a container leaves them out.
class FrameTimes {
public:
    enum class Count {
        kRunning,  // since the last seek
        kFromFile, // since the begin of the file, whatever was sought
    };
    explicit FrameTimes(Count count = Count::kRunning) : count_(count) {}

    struct Span {
        Nanoseconds time{0};
        Nanoseconds duration{0};
    };
    // nullopt for a picture outside its segment, which is not to be shown.
    std::optional<Span> next(const GstSample* sample, const GstVideoInfo& format);

private:
    Nanoseconds durationOf(const GstBuffer* buffer, const GstVideoInfo& format) const;
    Nanoseconds placed(Nanoseconds stamp, Nanoseconds duration);

    Count count_;
    std::optional<Span> last_;
    Nanoseconds stamp_{0}; // as written, of the last frame
    Nanoseconds step_{0};  // between the last two different stamps
};

// nullopt when the CPU cannot read the format or the buffer cannot be mapped.
// `rotation` in degrees clockwise.
std::optional<frame::CpuPicture> pictureOf(Sample sample, const MemoryFormat& format, int rotation);

// The same where the decoder's memory can be handed to the display as it is; nullopt where it lies
// in ordinary memory. Takes a reference of its own.
std::optional<frame::DmaBuf>
deviceMemoryOf(GstSample* sample, const MemoryFormat& format, int rotation);

} // namespace jtv::media
