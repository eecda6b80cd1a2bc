// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Takes every pipeline to NULL on a thread of its own.
#include "player/media/reaper.h"

#include "player/media/log.h"

#include <gst/gst.h>

#include <utility>

namespace jtv::media {
namespace {

std::int64_t steadyNow()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

void unrefElement(_GstElement* element)
{
    gst_object_unref(element);
}

Reaper::Reaper() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

Reaper::~Reaper()
{
    thread_.request_stop();
    waiting_.post(nullptr);
}

void Reaper::take(Pipeline pipeline)
{
    ++count_;
    waiting_.post(std::move(pipeline));
}

bool Reaper::overdue() const
{
    const auto since = since_.load();
    return since != 0 && steadyNow() - since > std::chrono::nanoseconds(kReaperDeadline).count();
}

bool Reaper::drain(std::chrono::milliseconds limit)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    while (count_.load() > 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left.count() <= 0) {
            kLog.error("a decoder does not stop; the player has to be started again");
            return false;
        }
        gone_.wait(left);
    }
    return true;
}

void Reaper::work(const std::stop_token& stop)
{
    while (true) {
        auto pipelines = waiting_.wait(std::chrono::hours(1));
        for (auto& pipeline : pipelines) {
            if (!pipeline) {
                continue;
            }
            since_ = steadyNow();
            gst_element_set_state(pipeline.get(), GST_STATE_NULL);
            pipeline.reset();
            since_ = 0;
            --count_;
            gone_.post(true);
        }
        if (stop.stop_requested() && count_.load() == 0) {
            return;
        }
    }
}

} // namespace jtv::media
