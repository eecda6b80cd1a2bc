// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The queue of calls.
#include "player/show/calls.h"

#include <algorithm>
#include <utility>

namespace jtv::show {
namespace {

constexpr long kPhases = long{2} * Calls::kFlashes; // lit and not

} // namespace

Status Calls::add(model::Call call, SteadyTime now)
{
    const auto same = [&](const Shown& shown) { return shown.call == call; };
    if (std::erase_if(shown_, same) > 0) {
        shown_.push_front({std::move(call), now});
        return Done{};
    }
    if (std::find(waiting_.begin(), waiting_.end(), call) != waiting_.end()) {
        return Done{};
    }
    if (waiting_.size() >= kMostWaiting) {
        return Error{ErrorKind::kFull, "too many calls are waiting; call again in a minute"};
    }
    waiting_.push_back(std::move(call));
    at(now);
    return Done{};
}

// When the oldest makes room: early where somebody waits.
std::optional<SteadyTime> Calls::nextEnd() const
{
    if (shown_.empty()) {
        return std::nullopt;
    }
    return shown_.back().since + (waiting_.empty() ? kUsual : model::kShortestCall);
}

CallView Calls::at(SteadyTime now)
{
    while (true) {
        const auto end = nextEnd();
        const bool over = end && *end <= now && (waiting_.empty() || shown_.size() >= kMostShown);
        if (over) {
            shown_.pop_back();
        } else if (!waiting_.empty() && shown_.size() < kMostShown) {
            shown_.push_front({std::move(waiting_.front()), now});
            waiting_.pop_front();
        } else {
            break;
        }
    }
    CallView view;
    for (const auto& shown : shown_) {
        view.calls.push_back(shown.call);
    }
    if (!shown_.empty()) {
        const auto phase = (now - shown_.front().since) / kFlash;
        view.lit = phase < kPhases && phase % 2 == 0;
    }
    return view;
}

std::optional<SteadyTime> Calls::nextChange(SteadyTime now) const
{
    auto next = nextEnd();
    if (!shown_.empty()) {
        const auto& newest = shown_.front();
        const auto phase = (now - newest.since) / kFlash;
        if (phase < kPhases) {
            next = std::min(*next, SteadyTime(newest.since + (phase + 1) * kFlash));
        }
    }
    return next;
}

} // namespace jtv::show
