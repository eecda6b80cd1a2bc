// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The rules of a plan, asked one after the other.
#include "content/timetable/timetable.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace jtv::timetable {
namespace {

constexpr std::chrono::days kOutlook{3'653};

} // namespace

Result<Timetable> Timetable::make(const model::Plan& plan)
{
    Timetable timetable;
    timetable.defaultPlaylist_ = plan.defaultPlaylist;
    timetable.created_ = plan.created;
    for (const auto& rule : plan.rules) {
        auto recurrence = Recurrence::make(rule.recurrence);
        if (!recurrence) {
            return std::move(recurrence).error().within(fmt::format("rule {}", rule.id));
        }
        timetable.entries_.push_back(
            {rule.id, rule.playlist, rule.priority, std::move(*recurrence)});
    }
    // decide() goes through them in this order and takes the first of equals.
    std::sort(
        timetable.entries_.begin(), timetable.entries_.end(), [](const Entry& a, const Entry& b) {
            return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
        });
    return timetable;
}

Decision Timetable::decide(WallTime now, bool clockTrusted) const
{
    if (clockTrusted && now >= created_) {
        return pick(now);
    }
    Decision decision{defaultPlaylist_, std::nullopt, 0, std::nullopt};
    if (clockTrusted) {
        decision.nextChange = created_;
    }
    return decision;
}

Decision Timetable::pick(WallTime now) const
{
    Decision decision{defaultPlaylist_, std::nullopt, 0, std::nullopt};
    WallTime change = now + kOutlook;
    bool changes = false;
    WallTime begun{};
    for (const auto& entry : entries_) {
        const auto current = entry.recurrence.at(now);
        const bool equal = entry.priority == decision.priority;
        if (current && (!decision.rule || (equal && current->begin > begun))) {
            decision.playlist = entry.playlist;
            decision.rule = entry.id;
            decision.priority = entry.priority;
            begun = current->begin;
        }
        if (current && current->end <= change) {
            change = current->end;
            changes = true;
        }
        if (const auto next = entry.recurrence.next(now, change)) {
            change = next->begin;
            changes = true;
        }
    }
    if (changes) {
        decision.nextChange = change;
    }
    return decision;
}

std::vector<Slot> Timetable::between(WallTime from, WallTime to, std::size_t limit) const
{
    std::vector<Slot> slots;
    while (from < to) {
        auto decision = pick(from);
        const auto end = std::min(to, decision.nextChange.value_or(to));
        if (!slots.empty() && slots.back().decision.sameAs(decision)) {
            slots.back().end = end;
            slots.back().decision.nextChange = decision.nextChange;
        } else if (slots.size() == limit) {
            return slots;
        } else {
            slots.push_back({from, end, std::move(decision)});
        }
        from = end;
    }
    return slots;
}

Result<Decision> decide(const model::Plan& plan, WallTime now, bool clockTrusted)
{
    auto timetable = Timetable::make(plan);
    if (!timetable) {
        return std::move(timetable).error();
    }
    return timetable->decide(now, clockTrusted);
}

} // namespace jtv::timetable
