// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Counting failures for each key.
#include "scheduler/accounts/rate_limit.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <fmt/format.h>

namespace jtv::accounts {

Milliseconds RateLimit::delayOf(const Entry& entry) const
{
    if (entry.failures < rule_.freeTries) {
        return Milliseconds(0);
    }
    const int doublings = std::min(entry.failures - rule_.freeTries, 20);
    return std::min(rule_.firstDelay * (1 << doublings), rule_.longestDelay);
}

Milliseconds RateLimit::wait(const std::string& key, SteadyTime now) const
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end()) {
        return Milliseconds(0);
    }
    const auto until = found->second.last + delayOf(found->second);
    return std::max(std::chrono::ceil<Milliseconds>(until - now), Milliseconds(0));
}

void RateLimit::failed(const std::string& key, SteadyTime now)
{
    const std::lock_guard lock(mutex_);
    forgetOld(now);
    auto& entry = entries_[key];
    ++entry.failures;
    entry.last = now;
}

void RateLimit::succeeded(const std::string& key)
{
    const std::lock_guard lock(mutex_);
    entries_.erase(key);
}

void RateLimit::forgetOld(SteadyTime now)
{
    std::erase_if(entries_, [&](const auto& item) {
        return item.second.last + 2 * rule_.longestDelay < now;
    });
    if (entries_.size() >= rule_.mostKeys) {
        entries_.erase(std::min_element(entries_.begin(), entries_.end(), [](auto& a, auto& b) {
            return a.second.last < b.second.last;
        }));
    }
}

std::string networkOf(const std::string& address)
{
    std::array<unsigned char, 16> bytes{};
    if (::inet_pton(AF_INET, address.c_str(), bytes.data()) == 1) {
        return fmt::format("{}.{}.{}.0/24", bytes[0], bytes[1], bytes[2]);
    }
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) {
        std::string text;
        for (std::size_t at = 0; at < 7; ++at) {
            text += fmt::format("{:02x}", bytes[at]);
        }
        return text + "/56";
    }
    return address;
}

} // namespace jtv::accounts
