// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions over time.
#include "player/show/caption_times.h"

#include <iterator>
#include <utility>

namespace jtv::show {

// From then on it is a change of its own, with what was shown anyway.
void CaptionTimes::divide(Milliseconds at)
{
    const auto next = changes_.upper_bound(at);
    const bool first = next == changes_.begin();
    const auto before = first ? Showing{} : std::prev(next)->second;
    changes_.emplace(at, before);
}

void CaptionTimes::add(model::Caption caption)
{
    if (captions_.size() >= kMostCaptions || caption.end <= caption.begin) {
        return;
    }
    const auto number = captions_.size();
    const auto begin = caption.begin;
    const auto end = caption.end;
    divide(begin);
    if (open_ && end == kUntilNext) {
        captions_[*open_].end = begin;
        for (auto at = changes_.lower_bound(begin); at != changes_.end(); ++at) {
            std::erase(at->second, *open_);
        }
    }
    const bool empty = caption.lines.empty(); // a live caption that only ends the one before
    if (end == kUntilNext) {
        open_ = empty ? std::nullopt : std::optional(number);
    } else {
        divide(end);
    }
    captions_.push_back(std::move(caption));
    for (auto at = changes_.lower_bound(begin); at != changes_.end() && at->first < end; ++at) {
        if (!empty && at->second.size() < kMostAtOnce) {
            at->second.push_back(number);
        }
    }
}

CaptionTimes::Showing CaptionTimes::at(Milliseconds time) const
{
    const auto next = changes_.upper_bound(time);
    return next == changes_.begin() ? Showing{} : std::prev(next)->second;
}

std::vector<CaptionTimes::Showing> CaptionTimes::coming(Milliseconds time, Milliseconds until) const
{
    std::vector<Showing> showings;
    for (auto at = changes_.upper_bound(time); at != changes_.end() && at->first < until; ++at) {
        if (!at->second.empty()) {
            showings.push_back(at->second);
        }
    }
    return showings;
}

} // namespace jtv::show
