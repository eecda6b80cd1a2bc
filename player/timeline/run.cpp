// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Starting an element, and when the clock will next change something in it.
#include "player/timeline/stepper.h"

#include <algorithm>
#include <cmath>

namespace jtv::timeline {
namespace {

void lower(std::optional<Milliseconds>& least, std::optional<Milliseconds> other)
{
    if (other && (!least || *other < *least)) {
        least = other;
    }
}

// begin + dur × repeatCount, when that is known at once.
std::optional<Milliseconds> activeEnd(const model::Timing& timing, Milliseconds begin)
{
    const double count = timing.repeatCount.value_or(1);
    if (timing.dur.kind != model::Duration::Kind::kClock || std::isinf(count)) {
        return std::nullopt;
    }
    constexpr double kFarAway = 1e15; // ms; no clock gets there
    const double length = static_cast<double>(timing.dur.value.count()) * count;
    return begin + Milliseconds(std::llround(std::min(length, kFarAway)));
}

} // namespace

Run makeRun(
    const Outline& outline, ItemIndex index, Milliseconds base, std::optional<Milliseconds> limit)
{
    const auto& timing = outline.item(index).node->timing;
    Run run;
    run.item = index;
    run.begin = base + offsetOf(timing.begin).value_or(Milliseconds(0));
    run.hardEnd = activeEnd(timing, run.begin);
    lower(run.hardEnd, limit);
    if (const auto offset = offsetOf(timing.end)) {
        const auto end = base + *offset;
        lower(
            run.hardEnd, end <= run.begin ? base : end); // an end before its begin: it never plays
    }
    return run;
}

std::optional<Milliseconds> nextEvent(const Run& run, std::size_t& visited)
{
    ++visited;
    auto next = run.hardEnd;
    switch (run.phase) {
    case Run::Phase::kWaiting:
        lower(next, run.begin);
        break;
    case Run::Phase::kResting:
        lower(next, run.resumeAt);
        break;
    case Run::Phase::kActive:
        lower(next, run.iterationEnd);
        lower(next, run.cueEnd);
        for (const auto& child : run.children) {
            lower(next, nextEvent(child, visited));
        }
        break;
    }
    return next;
}

} // namespace jtv::timeline
