// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Due times.
#include "player/sync/agenda.h"

#include <algorithm>
#include <utility>

namespace jtv::sync {
namespace {

constexpr Milliseconds kFirstPause{1'000};
constexpr Milliseconds kMostPause{60'000};
constexpr int kMostDoublings = 6;

} // namespace

Agenda::Agenda(Intervals intervals, std::function<std::uint32_t(std::uint32_t)> random)
    : intervals_(intervals), random_(std::move(random))
{}

SteadyTime Agenda::next() const
{
    return std::min_element(
               entries_.begin(),
               entries_.end(),
               [](const Entry& a, const Entry& b) { return a.next < b.next; })
        ->next;
}

void Agenda::hurry(Task task, SteadyTime now)
{
    if (at(task).failures == 0) {
        at(task).next = std::min(at(task).next, now);
    }
}

Milliseconds Agenda::intervalOf(Task task) const
{
    switch (task) {
    case Task::kPlan:
        return intervals_.plan;
    case Task::kStatus:
        return intervals_.status;
    case Task::kListen:
        return intervals_.listen;
    }
    return intervals_.plan;
}

void Agenda::done(Task task, SteadyTime now)
{
    const auto interval = intervalOf(task);
    const auto spread = static_cast<std::uint32_t>(interval.count() / 5);
    const Milliseconds jitter(spread == 0 ? 0 : random_(spread));
    at(task) = {now + interval - interval / 10 + jitter, 0};
}

void Agenda::failed(Task task, SteadyTime now)
{
    auto& entry = at(task);
    const auto doublings = static_cast<unsigned>(std::min(entry.failures, kMostDoublings));
    const auto pause = std::min<Milliseconds>(kFirstPause * (1LL << doublings), kMostPause);
    const Milliseconds shortened(random_(static_cast<std::uint32_t>(pause.count() / 2)));
    entry.next = now + pause - shortened;
    ++entry.failures;
}

} // namespace jtv::sync
