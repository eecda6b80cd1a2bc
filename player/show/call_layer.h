// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The calls above everything else on the screen: the queue's view becomes an overlay.
#pragma once

#include "content/typeset/typeset.h"
#include "player/screen/screen.h"
#include "player/show/calls.h"

#include <functional>
#include <memory>
#include <optional>

namespace jtv::show {

// What the prepare thread draws.
struct CallOrder {
    CallView view;
    typeset::Target target;
};
struct CallPicture {
    CallView view;
    std::shared_ptr<const screen::Still> still; // null: it cannot be drawn
};

// On the prepare thread; what cannot be drawn is told in the log.
CallPicture drawCalls(const CallOrder& order);

// Main-thread only.
class CallLayer {
public:
    using Send = std::function<void(CallOrder)>; // to the prepare thread
    CallLayer(screen::Screen& screen, Send send);

    // Size and distance of the screen; counts for calls that come later.
    void setTarget(const typeset::Target& target) { target_ = target; }

    // Errors: those of Calls::add().
    Status add(model::Call call, SteadyTime now);
    bool calling() const { return !calls_.none(); }
    void take(CallPicture picture);
    // Brings the overlay up to date; it is seen with the next present().
    void step(SteadyTime now);
    std::optional<SteadyTime> nextChange(SteadyTime now) const { return calls_.nextChange(now); }

private:
    void order(CallView view);

    screen::Screen& screen_;
    Send send_;
    typeset::Target target_;
    Calls calls_;
    std::vector<CallPicture> pictures_; // of the calls now shown, lit and not; null still: ordered
    CallView shown_;
};

} // namespace jtv::show
