// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SIGTERM and SIGINT as something a main loop can wait for.
#pragma once

#include "base/c_handle.h"

namespace jtv::app {

// Main-thread only. To be made before the first other thread, which inherits the blocked signals.
class Termination {
public:
    Termination();

    int fd() const { return fd_.get(); } // readable once a signal has come
    bool wanted();                       // a signal has come

private:
    UniqueFd fd_;
    bool wanted_ = false;
};

} // namespace jtv::app
