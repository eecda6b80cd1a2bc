// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The two clocks. Pure code never reads them: it is handed the time.
#pragma once

#include <chrono>

namespace jtv {

using Milliseconds = std::chrono::milliseconds;
using Nanoseconds = std::chrono::nanoseconds;
using WallTime = std::chrono::sys_time<Milliseconds>;           // UTC
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Nanoseconds>;

// Thread-safe. The second implementation stands in tests/doubles/set_clock.h.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    virtual WallTime wall() const = 0;
    virtual SteadyTime steady() const = 0;
};

class SystemClock final : public Clock {
public:
    WallTime wall() const override {
        return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    }
    SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
};

}  // namespace jtv
