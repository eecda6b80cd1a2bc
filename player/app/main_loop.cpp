// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The main thread's wait. SDL_WaitEventTimeout is not used: it polls some 900 times a second on
// KMSDRM and off-screen.
#include "player/app/main_loop.h"

#include "player/timeline/triggers.h"

#include <algorithm>
#include <ctime>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace jtv::app {
namespace {

// poll() cannot wait for ever in one go.
constexpr std::chrono::hours kLongestWait{1};

// A frame that is due does not wait for a program that compiles or uploads; where the system does
// not allow it, nothing is lost. Only this thread: decoders run ahead and can wait.
void comeFirst()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), -10);
    ::prctl(PR_SET_TIMERSLACK, 1000UL, 0UL, 0UL, 0UL);
}

timespec spanUntil(SteadyTime until, SteadyTime now)
{
    const auto span = std::max(until - now, Nanoseconds(0));
    const auto seconds = std::chrono::floor<std::chrono::seconds>(span);
    return {static_cast<time_t>(seconds.count()), static_cast<long>((span - seconds).count())};
}

} // namespace

MainLoop::MainLoop(screen::Screen& screen, show::Show& show, const Termination& termination)
    : screen_(screen), show_(show), signalFd_(termination.fd())
{
    watched_.push_back({termination.fd(), {}});
    watched_.push_back({show.fd(), {}});
    if (screen.eventFd() >= 0) {
        watched_.push_back({screen.eventFd(), {}});
    }
}

void MainLoop::watch(int fd, std::function<void()> ready)
{
    watched_.push_back({fd, std::move(ready)});
}

// False when a signal asks to stop.
bool MainLoop::wait(SteadyTime until, const Clock& clock)
{
    std::vector<pollfd> waiting;
    waiting.reserve(watched_.size());
    for (const auto& watched : watched_) {
        waiting.push_back({watched.fd, POLLIN, 0});
    }
    const timespec span = spanUntil(until, clock.steady());
    if (::ppoll(waiting.data(), waiting.size(), &span, nullptr) <= 0) {
        return true;
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i].revents == 0) {
            continue;
        }
        if (waiting[i].fd == signalFd_) {
            return false;
        }
        if (watched_[i].ready) {
            watched_[i].ready();
        }
    }
    return true;
}

MainLoop::End
MainLoop::run(const Clock& clock, const std::function<std::optional<SteadyTime>()>& step)
{
    comeFirst();
    while (true) {
        if (!screen_.pumpEvents()) {
            return End::kStopped;
        }
        for (const auto& key : screen_.takeKeys()) {
            show_.happened(timeline::keyEvent(key));
        }
        show_.tick();
        if (show_.restartWanted()) {
            return End::kRestart;
        }
        const auto wanted = step();
        if (!wanted) {
            return End::kOver;
        }
        const Nanoseconds longest = screen_.askEvery().value_or(kLongestWait);
        const auto until = std::min({*wanted, show_.nextDue(), clock.steady() + longest});
        if (!wait(until, clock)) {
            return End::kStopped;
        }
    }
}

} // namespace jtv::app
