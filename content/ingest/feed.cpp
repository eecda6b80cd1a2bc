// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The appsrc's own blocking would sleep for ever once the pipeline has failed; the bus is waited
// on.
#include "content/ingest/feed.h"

#include <gst/app/gstappsrc.h>

namespace jtv::ingest {
namespace {

constexpr guint64 kMostFed = guint64{24} << 20U;
constexpr GstClockTime kFeedPause = 2 * GST_MSECOND;

} // namespace

Feed::Feed(Pipeline& pipeline, const char* name)
    : pipeline_(pipeline), source_(pipeline.element(name))
{
    g_object_set(
        source_.get(),
        "format",
        GST_FORMAT_TIME,
        "block",
        FALSE,
        "max-bytes",
        guint64{0},
        "handle-segment-change",
        TRUE,
        nullptr);
}

Status Feed::waitForRoom(const Cancelled& cancelled)
{
    while (gst_app_src_get_current_level_bytes(GST_APP_SRC(source_.get())) > kMostFed) {
        if (cancelled) {
            return cancelledError();
        }
        if (auto healthy = pipeline_.health(kFeedPause); !healthy) {
            return healthy;
        }
    }
    return cancelled ? Status(cancelledError()) : pipeline_.health();
}

Status Feed::push(Buffer buffer, const Cancelled& cancelled)
{
    if (auto room = waitForRoom(cancelled); !room) {
        return room;
    }
    gst_app_src_push_buffer(GST_APP_SRC(source_.get()), buffer.release());
    return Done{};
}

Status Feed::pushSample(const Sample& sample, const Cancelled& cancelled)
{
    if (auto room = waitForRoom(cancelled); !room) {
        return room;
    }
    gst_app_src_push_sample(GST_APP_SRC(source_.get()), sample.get());
    return Done{};
}

void Feed::end()
{
    gst_app_src_end_of_stream(GST_APP_SRC(source_.get()));
}

} // namespace jtv::ingest
