// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One picture a screen, in memory.
#include "scheduler/devices/screenshots.h"

#include <utility>

namespace jtv::devices {

std::shared_ptr<const Screenshot> Screenshots::look(const std::string& screen, SteadyTime now)
{
    const std::lock_guard lock(mutex_);
    auto& seen = seen_[screen];
    seen.looked = now;
    if (seen.picture && now - seen.picture->taken > kKept) {
        seen.picture.reset();
    }
    return seen.picture;
}

bool Screenshots::watched(const std::string& screen, SteadyTime now) const
{
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(screen);
    return found != seen_.end() && now - found->second.looked <= kWatched;
}

void Screenshots::keep(const std::string& screen, Screenshot picture)
{
    auto kept = std::make_shared<const Screenshot>(std::move(picture));
    const std::lock_guard lock(mutex_);
    seen_[screen].picture = std::move(kept);
}

void Screenshots::forget(const std::string& screen)
{
    const std::lock_guard lock(mutex_);
    seen_.erase(screen);
}

} // namespace jtv::devices
