// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Instants by the clock, by what happened, and by the wall clock.
#include "player/timeline/moments.h"

#include <algorithm>
#include <cmath>

namespace jtv::timeline {
namespace {

constexpr double kFarAway = 1e15; // ms; no clock gets there

} // namespace

model::ExpressionFacts Surroundings::factsAt(Milliseconds time) const
{
    auto now = facts;
    now.local = zone.localOf(wallAt(time));
    now.utc = LocalTime(wallAt(time).time_since_epoch());
    return now;
}

Milliseconds Surroundings::timeOf(LocalTime local) const
{
    return zone.instantOf(local) - start;
}

std::optional<Milliseconds> playEnd(const model::Timing& timing, Milliseconds begin)
{
    std::optional<Milliseconds> end;
    const double count = timing.repeatCount.value_or(timing.repeatDur ? INFINITY : 1);
    if (timing.dur.kind == model::Duration::Kind::kClock && !std::isinf(count)) {
        const double length = static_cast<double>(timing.dur.value.count()) * count;
        end = begin + Milliseconds(std::llround(std::min(length, kFarAway)));
    }
    if (timing.repeatDur && timing.repeatDur->kind == model::Duration::Kind::kClock) {
        lower(end, begin + timing.repeatDur->value);
    }
    if (timing.max) {
        lower(end, begin + *timing.max);
    }
    return end;
}

std::optional<Milliseconds> activeEnd(const model::Timing& timing, Milliseconds begin)
{
    const auto end = playEnd(timing, begin);
    return end && timing.min ? std::max(*end, begin + *timing.min) : end;
}

std::optional<Milliseconds>
Moments::recorded(const Moment& moment, const Run& run, std::optional<Milliseconds> after) const
{
    const auto& record = records_[moment.record];
    const bool ofEnd = moment.kind == Moment::Kind::kEnd;
    // What happened in the very millisecond of a begin, but after it, is heard too.
    const bool event = moment.kind == Moment::Kind::kEvent;
    const Milliseconds least(event && record.order > run.heard ? 0 : 1);
    std::optional<Milliseconds> first;
    const auto consider = [&](Milliseconds time) {
        const auto instant = std::max(time + moment.offset, run.base);
        if (!after || instant - *after >= least) {
            lower(first, instant);
        }
    };
    // What the round before this one did is not heard.
    const Milliseconds heardFrom = run.base + Milliseconds(ofEnd ? 1 : 0);
    for (const auto& past : record.past) {
        const auto time = ofEnd ? past.end : past.begin;
        if (time >= heardFrom) {
            consider(time);
        }
    }
    const auto time = ofEnd ? record.end : record.begin;
    if (time && (!event || *time >= run.base)) {
        consider(*time); // an event before its parent began is not heard
    }
    return first;
}

// The first instant, or the first after `after`.
std::optional<Milliseconds>
Moments::instant(const Moment& moment, const Run& run, std::optional<Milliseconds> after) const
{
    std::optional<Milliseconds> time;
    switch (moment.kind) {
    case Moment::Kind::kOffset:
        time = run.base + moment.offset;
        break;
    case Moment::Kind::kStart:
        time = std::max(moment.offset, run.base);
        break;
    case Moment::Kind::kBegin:
    case Moment::Kind::kEnd:
    case Moment::Kind::kEvent:
        time = recorded(moment, run, after);
        break;
    case Moment::Kind::kWallclock: {
        const Occurrences occurrences(*moment.wallclock, surroundings_.zone, surroundings_.start);
        const auto from = after.value_or(run.base - Milliseconds(1)) - moment.offset;
        if (const auto wall = occurrences.firstAfter(surroundings_.wallAt(from))) {
            return (*wall - surroundings_.start) + moment.offset;
        }
        return std::nullopt;
    }
    case Moment::Kind::kNever:
        break;
    }
    const bool isPast = moment.kind != Moment::Kind::kEvent && time && after && *time <= *after;
    return isPast ? std::nullopt : time;
}

namespace {

// Neither its `end` nor its own length has been reached.
bool isOpen(std::optional<Milliseconds> end, std::optional<Milliseconds> durEnd, Milliseconds now)
{
    return (!end || *end > now) && (!durEnd || *durEnd > now);
}

} // namespace

// The window that is open now, or the next one. What began before now and says not how long it
// takes goes on, unless it comes again: then it waits for that.
std::optional<Milliseconds>
Moments::firstOfWallclock(const Moment& moment, const Item& item, const Run& run) const
{
    const Occurrences occurrences(*moment.wallclock, surroundings_.zone, surroundings_.start);
    const auto now = std::max(now_, run.base);
    if (const auto wall = occurrences.lastUntil(surroundings_.wallAt(now - moment.offset))) {
        const auto begin = (*wall - surroundings_.start) + moment.offset;
        const auto end = endAfter(item, run, begin);
        if (!item.ends.empty() && (item.inSeq || item.looped)) {
            // A window in which its content is shown as often as its turn comes.
            return !end.past && isOpen(end.at, {}, now) ? now : instant(moment, run, now);
        }
        const auto durEnd = activeEnd(item.node->timing, begin);
        const bool open = isOpen(end.at, durEnd, now);
        const bool bounded = !item.ends.empty() || durEnd;
        if (begin == now || (!end.past && open && (bounded || !occurrences.repeats()))) {
            return begin;
        }
    }
    return instant(moment, run, now);
}

std::optional<Milliseconds> Moments::firstBegin(const Item& item, const Run& run) const
{
    if (item.begins.empty()) {
        return run.base;
    }
    std::optional<Milliseconds> first;
    for (const auto& moment : item.begins) {
        lower(
            first,
            moment.kind == Moment::Kind::kWallclock ? firstOfWallclock(moment, item, run)
                                                    : instant(moment, run, std::nullopt));
    }
    return first;
}

std::optional<Milliseconds>
Moments::nextBegin(const Item& item, const Run& run, Milliseconds after) const
{
    std::optional<Milliseconds> next;
    for (const auto& moment : item.begins) {
        lower(next, instant(moment, run, after));
    }
    return next;
}

Moments::End Moments::endAfter(const Item& item, const Run& run, Milliseconds begin) const
{
    End end;
    bool open = item.ends.empty();
    for (const auto& moment : item.ends) {
        const auto at = instant(moment, run, begin);
        lower(end.at, at);
        const bool unresolved = moment.kind == Moment::Kind::kBegin ||
                                moment.kind == Moment::Kind::kEnd ||
                                moment.kind == Moment::Kind::kEvent;
        open = open || at || unresolved;
    }
    end.past = !open;
    return end;
}

bool Moments::mayCome(const Item& item)
{
    return std::any_of(item.begins.begin(), item.begins.end(), [](const Moment& moment) {
        return moment.kind == Moment::Kind::kBegin || moment.kind == Moment::Kind::kEnd ||
               moment.kind == Moment::Kind::kEvent;
    });
}

bool Moments::byWallclock(const Item& item)
{
    return !item.begins.empty() &&
           std::all_of(item.begins.begin(), item.begins.end(), [](const Moment& moment) {
               return moment.kind == Moment::Kind::kWallclock;
           });
}

} // namespace jtv::timeline
