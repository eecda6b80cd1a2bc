// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Numbers used once.
#include "scheduler/devices/challenges.h"

#include "scheduler/storage/key.h"

#include <algorithm>

namespace jtv::devices {

std::string Challenges::make(const std::string& screen, SteadyTime now)
{
    auto challenge = storage::newToken();
    const std::lock_guard lock(mutex_);
    forgetOld(now);
    waiting_[challenge] = {screen, now};
    return challenge;
}

bool Challenges::take(const std::string& screen, const std::string& challenge, SteadyTime now)
{
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(challenge);
    if (found == waiting_.end() || found->second.screen != screen) {
        return false;
    }
    const bool fresh = now - found->second.made <= kLifetime;
    waiting_.erase(found);
    return fresh;
}

void Challenges::forgetOld(SteadyTime now)
{
    std::erase_if(waiting_, [&](const auto& item) { return now - item.second.made > kLifetime; });
    if (waiting_.size() >= kMost) {
        waiting_.erase(std::min_element(waiting_.begin(), waiting_.end(), [](auto& a, auto& b) {
            return a.second.made < b.second.made;
        }));
    }
}

} // namespace jtv::devices
