// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The live picture of each screen: kept in memory, one a screen, and only while somebody looks.
#pragma once

#include "base/clock.h"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace jtv::devices {

struct Screenshot {
    std::string type;  // image/jpeg or image/png
    std::string bytes; // at most kMostBytes
    SteadyTime taken;  // when it arrived
};

// *thread-safe*
class Screenshots {
public:
    static constexpr std::size_t kMostBytes = std::size_t{2} << 20U;
    static constexpr std::chrono::seconds kWatched{10}; // after the last look
    static constexpr std::chrono::seconds kKept{60};    // an older picture is not shown

    // Marks the screen as watched. Gives the last picture, null when there is none (fresh enough).
    std::shared_ptr<const Screenshot> look(const std::string& screen, SteadyTime now);
    bool watched(const std::string& screen, SteadyTime now) const;
    void keep(const std::string& screen, Screenshot picture);
    void forget(const std::string& screen);

private:
    struct Seen {
        std::shared_ptr<const Screenshot> picture;
        SteadyTime looked;
    };
    mutable std::mutex mutex_; // protects seen_
    std::map<std::string, Seen> seen_;
};

} // namespace jtv::devices
