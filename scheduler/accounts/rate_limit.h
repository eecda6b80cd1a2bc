// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How often somebody may try again: free tries first, then a delay that doubles.
#pragma once

#include "base/clock.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace jtv::accounts {

struct RateLimitRule {
    int freeTries = 5;                      // before the first delay
    Milliseconds firstDelay{1'000};         // doubles with each further failure
    Milliseconds longestDelay{15 * 60'000}; // also: how long failures are remembered
    std::size_t mostKeys = 10'000;          // the oldest are forgotten beyond that
};

// *thread-safe*. A key is what is limited: an address, or address and account.
class RateLimit {
public:
    RateLimit() = default;
    explicit RateLimit(RateLimitRule rule) : rule_(rule) {}

    // How long the next try has to wait; zero = go on.
    Milliseconds wait(const std::string& key, SteadyTime now) const;
    void failed(const std::string& key, SteadyTime now);
    void succeeded(const std::string& key);

private:
    struct Entry {
        int failures = 0;
        SteadyTime last;
    };
    Milliseconds delayOf(const Entry& entry) const;
    void forgetOld(SteadyTime now);

    RateLimitRule rule_;
    mutable std::mutex mutex_; // protects entries_
    std::map<std::string, Entry> entries_;
};

// The network an address belongs to: a.b.c.0/24, or the first 56 bits of an IPv6 address, so that
// one subscriber counts once.
std::string networkOf(const std::string& address);

} // namespace jtv::accounts
