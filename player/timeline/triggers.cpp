// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Key after key, message after message.
#include "player/timeline/triggers.h"

#include "base/ascii.h"

#include <algorithm>

namespace jtv::timeline {
namespace {

constexpr std::string_view kKeyPrefix = "key:";
constexpr std::size_t kMostTyped = 200; // bytes; longer than anybody's code

// Not the name of a key, such as "Enter".
bool isCharacter(std::string_view key)
{
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    return !key.empty() && std::all_of(key.begin() + 1, key.end(), continues);
}

} // namespace

std::string keyEvent(std::string_view key)
{
    return std::string(kKeyPrefix) + lowered(key);
}

std::string notifyEvent(const std::string& name)
{
    return "trigger:" + name;
}

Triggers::Triggers(const std::vector<model::Trigger>& triggers)
{
    for (const auto& trigger : triggers) {
        Watched watched{notifyEvent(trigger.id), trigger.all, {}};
        for (const auto& condition : trigger.conditions) {
            Wanted wanted;
            if (condition.origin == "keyboard") {
                wanted.key = lowered(condition.data);
            } else if (condition.origin == "notify") {
                wanted.notify = notifyEvent(condition.data);
            }
            watched.wanted.push_back(std::move(wanted)); // of another origin: never met
        }
        watched_.push_back(std::move(watched));
    }
}

bool Triggers::meets(const Wanted& wanted, const std::string& event) const
{
    if (!wanted.key.empty()) {
        return event == std::string(kKeyPrefix) + wanted.key ||
               (event.starts_with(kKeyPrefix) && typed_.ends_with(wanted.key));
    }
    return !wanted.notify.empty() && event == wanted.notify;
}

std::vector<std::string> Triggers::completedBy(const std::string& event)
{
    const std::string_view key =
        event.starts_with(kKeyPrefix) ? std::string_view(event).substr(kKeyPrefix.size()) : "";
    if (isCharacter(key)) {
        typed_ += key;
        typed_.erase(0, typed_.size() - std::min(typed_.size(), kMostTyped));
    }
    std::vector<std::string> completed;
    bool used = false;
    for (auto& watched : watched_) {
        if (!note(watched, event)) {
            continue;
        }
        used = true;
        if (!watched.all || std::all_of(watched.wanted.begin(), watched.wanted.end(), isMet)) {
            completed.push_back(watched.event);
            for (auto& wanted : watched.wanted) {
                wanted.met = false;
            }
        }
    }
    if (used) {
        typed_.clear(); // one more of the same key does not complete it once more
    }
    return completed;
}

// True when it meets one of the conditions.
bool Triggers::note(Watched& watched, const std::string& event) const
{
    bool any = false;
    for (auto& wanted : watched.wanted) {
        const bool now = meets(wanted, event);
        wanted.met = wanted.met || now;
        any = any || now;
    }
    return any;
}

} // namespace jtv::timeline
