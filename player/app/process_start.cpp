// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When this process was started, by the kernel's account.
#include "player/app/process_start.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace jtv::app {

SteadyTime processStart(const Clock& clock)
{
    const SteadyTime now = clock.steady();
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    // The second field is the name in brackets and may hold anything; the 22nd is the start in
    // ticks.
    std::istringstream fields(line.substr(std::min(line.rfind(')') + 2, line.size())));
    std::string skipped;
    for (int field = 3; field < 22; ++field) {
        fields >> skipped;
    }
    double ticks = 0;
    timespec sinceBoot{};
    if (!(fields >> ticks) || ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot) != 0) {
        return now;
    }
    const double started = ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    const double age = static_cast<double>(sinceBoot.tv_sec) +
                       static_cast<double>(sinceBoot.tv_nsec) / 1e9 - started;
    return age > 0 ? now - Nanoseconds(static_cast<std::int64_t>(age * 1e9)) : now;
}

} // namespace jtv::app
