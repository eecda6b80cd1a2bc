// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The main thread's wait: for frames that are due, mailboxes, the window system and signals.
#pragma once

#include "base/clock.h"
#include "player/app/termination.h"
#include "player/screen/screen.h"
#include "player/show/show.h"

#include <functional>
#include <optional>
#include <vector>

namespace jtv::app {

// Main-thread only.
class MainLoop {
public:
    enum class End {
        kOver,    // the caller said so
        kStopped, // SIGTERM, SIGINT, or the window was closed
        kRestart, // a decoder hangs for good: leave the process by _Exit and start it again
    };

    MainLoop(screen::Screen& screen, show::Show& show, const Termination& termination);

    // Calls `ready` when `fd` is readable; it must read it empty and not block.
    void watch(int fd, std::function<void()> ready);

    // Calls `step` after every tick of the show; it says how long to go on: nullopt ends the loop,
    // a time is when it wants to be called at the latest.
    End run(const Clock& clock, const std::function<std::optional<SteadyTime>()>& step);

private:
    struct Watched {
        int fd = -1;
        std::function<void()> ready; // empty: the loop's own
    };
    bool wait(SteadyTime until, const Clock& clock);

    screen::Screen& screen_;
    show::Show& show_;
    int signalFd_;
    std::vector<Watched> watched_;
};

} // namespace jtv::app
