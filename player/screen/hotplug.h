// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kernel's word that a display was attached, taken away, or wants another mode.
#pragma once

#include "base/c_handle.h"

#include <string_view>

namespace jtv::screen {

// Whether one of the kernel's messages ("change@/devices/…", then KEY=value, each closed by a NUL)
// is about displays. Pure.
bool tellsOfDisplay(std::string_view message);

// Main-thread only. Without a descriptor where the kernel gives none: then nothing is noticed.
class Hotplug {
public:
    Hotplug();

    int fd() const { return fd_.get(); } // to be watched in poll(); -1 = none
    // Whether there was word of a display since the last call; never blocks.
    bool happened();

private:
    UniqueFd fd_;
};

} // namespace jtv::screen
