// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// GStreamer pipelines as values: made from a description, waited for, taken down by scope.
#pragma once

#include "base/c_handle.h"
#include "base/clock.h"
#include "base/result.h"
#include "content/ingest/cancelled.h"

#include <gst/gst.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace jtv::ingest {

// GStreamer's own are `static inline`: as template arguments they would give every file its own
// type.
inline void unrefCaps(GstCaps* caps)
{
    gst_caps_unref(caps);
}
inline void unrefSample(GstSample* sample)
{
    gst_sample_unref(sample);
}
inline void unrefBuffer(GstBuffer* buffer)
{
    gst_buffer_unref(buffer);
}
inline void unrefMessage(GstMessage* message)
{
    gst_message_unref(message);
}

using Caps = CHandle<GstCaps, unrefCaps>;
using Sample = CHandle<GstSample, unrefSample>;
using Buffer = CHandle<GstBuffer, unrefBuffer>;
using Message = CHandle<GstMessage, unrefMessage>;
using Element = CHandle<GstElement, gst_object_unref>;
using Pad = CHandle<GstPad, gst_object_unref>;
using Bus = CHandle<GstBus, gst_object_unref>;
using GChars = CHandle<gchar, g_free>;
using GFault = CHandle<GError, g_error_free>;

// Once a process, before anything else of GStreamer: nothing but our own sentences goes to stderr.
void startGStreamer();

// *any one thread*. Its state goes to NULL when it dies.
class Pipeline {
public:
    // As gst_parse_launch() reads it; paths and other foreign words are set as properties. Errors:
    // kInternal, naming the element that is missing.
    static Result<Pipeline> parse(const std::string& description);

    Pipeline(Pipeline&&) noexcept = default;
    Pipeline& operator=(Pipeline&&) = delete;
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;
    ~Pipeline();

    GstElement* get() const { return pipeline_.get(); }
    // The element named in the description; it is there.
    Element element(const char* name) const;
    void setPath(const char* element, const char* property, const std::filesystem::path& path);

    // Feeds the elements "video", "audio" and "text" of the description, those that there are, from
    // the element "decode", a decodebin or parsebin: each with the first track of its kind. All
    // other tracks are read and dropped.
    void feedFromDecode();

    // Errors: kInvalid with the decoder's words. ready(): the first picture waits at the sinks.
    Status ready(const Cancelled& cancelled);
    void play();
    // To the key picture at or before `time`; ready() must have been called.
    bool seek(Nanoseconds time);

    // An error on the bus; waits for one so long.
    Status health(GstClockTime wait = 0);
    // Until all sinks have got everything. `tick` is called some times a second.
    Status finish(const Cancelled& cancelled, const std::function<void()>& tick = {});

    // The length as the file tells it; 0 = it does not.
    Nanoseconds duration() const;

private:
    explicit Pipeline(GstElement* pipeline) : pipeline_(pipeline) {}
    Status waitFor(GstMessageType wanted, const Cancelled&, const std::function<void()>& tick);

    Element pipeline_;
};

// "video/x-h264"; empty for none.
std::string mediaOf(const GstCaps* caps);

// Lets a pad's data be read and forgotten.
void dropTrack(GstElement* pipeline, GstPad* pad);

// What H.264 and H.265 streams say of their colours counts more than what the container says, which
// is wrong or without the range in many files. `bin`: to which a demuxer will be added.
void trustStreamColours(GstBin* bin);

} // namespace jtv::ingest
