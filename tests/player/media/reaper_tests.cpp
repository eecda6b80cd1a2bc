// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pipelines go to NULL behind the scenes; one that hangs is noticed and waits for nobody.
#include "player/media/reaper.h"
#include "player/media/video.h"

#include <boost/test/unit_test.hpp>
#include <gst/gst.h>

#include <condition_variable>
#include <mutex>

namespace jtv::media {
namespace {

Pipeline makePipeline()
{
    return Pipeline(GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr))));
}

// A decoder that does not stop until it is let go.
struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    bool open = false;
    bool reached = false;

    void pass()
    {
        std::unique_lock lock(mutex);
        reached = true;
        changed.notify_all();
        changed.wait(lock, [this] { return open; });
    }
    void waitReached()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return reached; });
    }
    void release()
    {
        const std::lock_guard lock(mutex);
        open = true;
        changed.notify_all();
    }
};

GstPadProbeReturn block(GstPad* /*pad*/, GstPadProbeInfo* /*info*/, gpointer gate)
{
    static_cast<Gate*>(gate)->pass();
    return GST_PAD_PROBE_OK;
}

BOOST_AUTO_TEST_SUITE(reaper)

BOOST_AUTO_TEST_CASE(all_pipelines_are_gone_after_draining)
{
    start();
    Reaper reaper;
    BOOST_TEST(reaper.drain());
    for (int i = 0; i < 5; ++i) {
        reaper.take(makePipeline());
    }
    BOOST_TEST(reaper.drain(std::chrono::seconds(20)));
    BOOST_TEST(!reaper.overdue());
}

BOOST_AUTO_TEST_CASE(pipeline_that_hangs_is_given_up_after_the_limit)
{
    start();
    Gate gate;
    Reaper reaper;
    Pipeline pipeline(gst_parse_launch("fakesrc name=source ! fakesink", nullptr));
    const CHandle<GstElement, gst_object_unref> source(
        gst_bin_get_by_name(GST_BIN(pipeline.get()), "source"));
    const CHandle<GstPad, gst_object_unref> pad(gst_element_get_static_pad(source.get(), "src"));
    gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_BUFFER, block, &gate, nullptr);
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    gate.waitReached();
    reaper.take(std::move(pipeline));
    BOOST_TEST(!reaper.drain(std::chrono::milliseconds(50)));
    gate.release();
    BOOST_TEST(reaper.drain(std::chrono::seconds(20)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
