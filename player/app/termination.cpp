// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// signalfd(2).
#include "player/app/termination.h"

#include <signal.h>
#include <stdexcept>
#include <sys/signalfd.h>
#include <unistd.h>

namespace jtv::app {

Termination::Termination()
{
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    if (::pthread_sigmask(SIG_BLOCK, &signals, nullptr) != 0) {
        throw std::runtime_error("the system does not let signals be blocked");
    }
    fd_.reset(::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC));
    if (!fd_) {
        throw std::runtime_error("the system has no file descriptor left for signals");
    }
}

bool Termination::wanted()
{
    signalfd_siginfo signal{};
    wanted_ = wanted_ || ::read(fd_.get(), &signal, sizeof signal) > 0;
    return wanted_;
}

} // namespace jtv::app
