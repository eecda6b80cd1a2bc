// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which captions are shown together, and when that changes. Pure.
#pragma once

#include "content/model/captions.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace jtv::show {

// More at one time are left out; a track longer than this is cut.
inline constexpr std::size_t kMostAtOnce = 8;
inline constexpr std::size_t kMostCaptions = 10'000;

// The end of a caption that stays until the next one comes, as captions of a stream may.
inline constexpr Milliseconds kUntilNext = Milliseconds::max();

class CaptionTimes {
public:
    // Numbers of captions in the order they were added; empty: none is shown.
    using Showing = std::vector<std::size_t>;

    void add(model::Caption caption);

    const model::Caption& caption(std::size_t number) const { return captions_[number]; }
    std::size_t size() const { return captions_.size(); }

    Showing at(Milliseconds time) const;
    // What is shown later than `time` and before `until`, in order, without the empty ones.
    std::vector<Showing> coming(Milliseconds time, Milliseconds until) const;

private:
    void divide(Milliseconds at);

    std::vector<model::Caption> captions_;
    std::map<Milliseconds, Showing> changes_; // what is shown from then on
    std::optional<std::size_t> open_;         // the newest that waits for its end
};

} // namespace jtv::show
