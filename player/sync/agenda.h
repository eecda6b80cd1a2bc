// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When the sync thread does what: polls with jitter, growing pauses after failures. Pure.
#pragma once

#include "base/clock.h"

#include <array>
#include <cstdint>
#include <functional>

namespace jtv::sync {

enum class Task { kPlan, kStatus, kListen };
inline constexpr std::size_t kTasks = 3;

struct Intervals {
    Milliseconds plan{60'000};
    Milliseconds status{30'000};
    Milliseconds listen{2'000}; // after the event stream ended; the server may wish another
};

// Any one thread.
class Agenda {
public:
    // `random(bound)` gives a number in [0, bound).
    Agenda(Intervals intervals, std::function<std::uint32_t(std::uint32_t)> random);

    bool due(Task task, SteadyTime now) const { return at(task).next <= now; }
    SteadyTime next() const; // of all tasks

    // Now, unless the task is waiting after a failure: then the pause is kept.
    void hurry(Task task, SteadyTime now);
    // Now in any case: there is something new.
    void now(Task task, SteadyTime now) { at(task).next = now; }
    // Not before done() or failed().
    void suspend(Task task) { at(task).next = SteadyTime::max(); }
    // Its usual interval, ± 10 %, so that a hundred screens do not come at once.
    void done(Task task, SteadyTime now);
    // 1 s, 2 s, 4 s … at most one minute, each shortened by up to a half at random.
    void failed(Task task, SteadyTime now);

    int failures(Task task) const { return at(task).failures; }
    void setListenInterval(Milliseconds wish) { intervals_.listen = wish; }

private:
    struct Entry {
        SteadyTime next{};
        int failures = 0;
    };
    Entry& at(Task task) { return entries_.at(static_cast<std::size_t>(task)); }
    const Entry& at(Task task) const { return entries_.at(static_cast<std::size_t>(task)); }
    Milliseconds intervalOf(Task task) const;

    Intervals intervals_;
    std::function<std::uint32_t(std::uint32_t)> random_;
    std::array<Entry, kTasks> entries_;
};

} // namespace jtv::sync
