// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When a run has something to say.
#include "player/timeline/run.h"

namespace jtv::timeline {

void lower(std::optional<Milliseconds>& bound, std::optional<Milliseconds> to)
{
    if (to && (!bound || *to < *bound)) {
        bound = to;
    }
}

std::optional<Milliseconds> nextEvent(const Outline& outline, const Run& run, std::size_t& visited)
{
    ++visited;
    if (run.phase == Run::Phase::kDone) {
        return std::nullopt;
    }
    auto next = run.hardEnd;
    if (run.pausedAt || run.deferred) {
        return next;
    }
    lower(next, run.again);
    switch (run.phase) {
    case Run::Phase::kWaiting:
        next = run.begin;
        break;
    case Run::Phase::kResting:
        lower(next, run.resumeAt);
        break;
    case Run::Phase::kActive: {
        const auto& item = outline.item(run.item);
        lower(next, run.playEnd);
        lower(next, run.iterationEnd);
        lower(next, run.cueEnd);
        if (run.next < item.scheduled.size()) {
            const auto& begins = outline.item(item.scheduled[run.next]).begins;
            const auto offset = begins.empty() ? Milliseconds(0) : begins.front().offset;
            lower(next, run.iterationBegin + offset);
        }
        for (const auto& child : run.children) {
            lower(next, nextEvent(outline, child, visited));
        }
        break;
    }
    case Run::Phase::kHolding:
    case Run::Phase::kDone:
        break;
    }
    return next;
}

} // namespace jtv::timeline
