// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Numbers used once, which a device signs to prove that it holds its key.
#pragma once

#include "base/clock.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace jtv::devices {

// *thread-safe*. In memory only: a device asks anew after a restart of the server.
class Challenges {
public:
    static constexpr std::chrono::seconds kLifetime{60};
    static constexpr std::size_t kMost = 10'000; // the oldest is forgotten beyond that

    std::string make(const std::string& screen, SteadyTime now);
    // True once for a challenge made for this screen that has not expired.
    bool take(const std::string& screen, const std::string& challenge, SteadyTime now);

private:
    struct Waiting {
        std::string screen;
        SteadyTime made;
    };
    void forgetOld(SteadyTime now);

    std::mutex mutex_; // protects waiting_
    std::map<std::string, Waiting> waiting_;
};

} // namespace jtv::devices
