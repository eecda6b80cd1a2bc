// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which calls are on the screen, and since when. Pure.
#pragma once

#include "base/clock.h"
#include "content/model/call.h"

#include <deque>
#include <optional>
#include <vector>

namespace jtv::show {

// What the call layer shows.
struct CallView {
    std::vector<model::Call> calls; // newest first; empty: the layer is not there
    bool lit = false;               // the newest one draws attention

    friend bool operator==(const CallView&, const CallView&) = default;
};

// Calls stand one above the other; each is seen for at least model::kShortestCall, and longer while
// nobody else waits. A new one flashes calmly: below twice a second, and WCAG 2.3.1 allows three.
class Calls {
public:
    static constexpr std::size_t kMostShown = 3;
    static constexpr std::size_t kMostWaiting = 20;
    static constexpr Milliseconds kUsual{15'000};
    static constexpr Milliseconds kFlash{350}; // lit as long as not
    static constexpr int kFlashes = 4;

    // The same call again is shown anew. Errors: kFull when too many wait.
    Status add(model::Call call, SteadyTime now);

    // What is shown at `now`, which never goes back.
    CallView at(SteadyTime now);
    bool none() const { return shown_.empty() && waiting_.empty(); }
    // When that changes next; nullopt: nothing will.
    std::optional<SteadyTime> nextChange(SteadyTime now) const;

private:
    struct Shown {
        model::Call call;
        SteadyTime since;
    };
    std::optional<SteadyTime> nextEnd() const;

    std::deque<Shown> shown_; // newest first
    std::deque<model::Call> waiting_;
};

} // namespace jtv::show
