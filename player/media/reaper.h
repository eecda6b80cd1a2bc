// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Takes every pipeline to NULL on a thread of its own, because a driver may never come back from
// it.
#pragma once

#include "base/c_handle.h"
#include "base/mailbox.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

struct _GstElement;

namespace jtv::media {

// Owns one reference of a pipeline.
void unrefElement(_GstElement* element);
using Pipeline = CHandle<_GstElement, unrefElement>;

inline constexpr std::chrono::seconds kReaperDeadline{2};

// Thread-safe, except for construction and destruction.
class Reaper {
public:
    Reaper();
    Reaper(const Reaper&) = delete;
    Reaper& operator=(const Reaper&) = delete;
    // Waits for the pipeline at work; call drain() first and end the process by _Exit when it says
    // no.
    ~Reaper();

    // Takes the pipeline over; returns at once.
    void take(Pipeline pipeline);

    // No pipeline is on its way.
    bool idle() const { return count_.load() == 0; }

    // True when a pipeline has been on its way to NULL for longer than the deadline: its decoder
    // hangs for good, and the process has to be started again at the next item boundary.
    bool overdue() const;

    // Waits until all pipelines are gone, at most `limit`; false when one is still on its way.
    bool drain(std::chrono::milliseconds limit = kReaperDeadline);

private:
    void work(const std::stop_token& stop);

    Mailbox<Pipeline> waiting_;
    Mailbox<bool> gone_;
    std::atomic<std::int64_t> since_{0}; // steady clock, ns, of the pipeline at work; 0 = none
    std::atomic<int> count_{0};          // taken and not yet gone
    std::jthread thread_;                // last: uses all above
};

} // namespace jtv::media
