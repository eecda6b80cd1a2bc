// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// excl: one child at a time, and a queue of those that were paused or put off [SMIL 3.0 Timing,
// 5.4.6, the excl element].
#include "player/timeline/stepper.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jtv::timeline {
namespace {

constexpr int kMostAttempts = 10'000; // at one instant

const model::PriorityClass& classOf(const Item& excl, const Item& child)
{
    static const model::PriorityClass kOne;
    const auto& classes = std::get<model::Container>(excl.node->body).classes;
    return child.priority < classes.size() ? classes[child.priority] : kOne;
}

enum class Outcome { kStop, kPause, kDefer, kNever };

Outcome outcomeOf(const Item& excl, const Item& active, const Item& interrupting)
{
    using Class = model::PriorityClass;
    const auto& rules = classOf(excl, active);
    if (interrupting.priority < active.priority) {
        return rules.higher == Class::Higher::kStop ? Outcome::kStop : Outcome::kPause;
    }
    if (interrupting.priority > active.priority) {
        return rules.lower == Class::Lower::kNever ? Outcome::kNever : Outcome::kDefer;
    }
    switch (rules.peers) {
    case Class::Peers::kPause:
        return Outcome::kPause;
    case Class::Peers::kDefer:
        return Outcome::kDefer;
    case Class::Peers::kNever:
        return Outcome::kNever;
    case Class::Peers::kStop:
        break;
    }
    return Outcome::kStop;
}

bool isActive(const Run& child)
{
    return child.isRunning() && !child.pausedAt;
}

bool isQueued(const Run& child)
{
    return child.pausedAt || child.deferred;
}

} // namespace

bool Stepper::exclOver(Run& run)
{
    for (int i = 0; i < kMostAttempts; ++i) {
        settleExcl(run);
        const bool idle = std::none_of(run.children.begin(), run.children.end(), isActive);
        if (!beginNext(run) && !(idle && resumeNext(run))) {
            break;
        }
    }
    const auto& item = itemOf(run);
    if (item.node->timing.endsync.kind == model::Endsync::Kind::kFirst && run.anyEnded) {
        return true;
    }
    if (item.endsyncChild) {
        return run.masterEnded;
    }
    bool open = run.next < item.scheduled.size() || !run.queue.empty();
    for (const auto& child : run.children) {
        open = holdsOpen(run, child) || open;
    }
    return !open;
}

// What is over ends; the next begins of those that wait are looked up.
void Stepper::settleExcl(Run& run)
{
    std::erase_if(run.children, [&](Run& child) {
        if (isQueued(child)) {
            refreshEnd(child);
            if (!child.hardEnd || now_ < *child.hardEnd) {
                return false;
            }
            std::erase(run.queue, child.item);
            if (std::exchange(child.deferred, false)) {
                consume(child);
            } else {
                child.pausedAt.reset();
                finish(child);
            }
        } else if (child.phase == Run::Phase::kWaiting) {
            expect(child);
        } else {
            settle(child);
        }
        noteChild(run, child);
        return child.phase == Run::Phase::kDone && !shows(child);
    });
}

// False: none wants to begin now.
bool Stepper::beginNext(Run& run)
{
    const auto due = nextDue(run);
    if (due) {
        attempt(run, *due);
    }
    return due.has_value();
}

// The earliest, then by document order; open windows of the wall clock after those with a time of
// their own, so that "0;window.endEvent" fills what a window leaves, and of those the lowest first.
std::optional<std::size_t> Stepper::nextDue(Run& run)
{
    const auto& item = itemOf(run);
    while (run.next < item.scheduled.size()) {
        auto made =
            makeRun(outline_, item.scheduled[run.next], run.iterationBegin, limitInside(run));
        if (*made.begin > now_) {
            break;
        }
        ++run.next;
        expect(made);
        run.children.push_back(std::move(made));
    }
    using Rank = std::tuple<bool, Milliseconds, std::size_t, ItemIndex>;
    std::optional<Rank> best;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < run.children.size(); ++i) {
        const auto& child = run.children[i];
        if (child.phase != Run::Phase::kWaiting || isQueued(child) || !child.begin ||
            *child.begin > now_) {
            continue;
        }
        const bool window =
            *child.begin <= run.iterationBegin && Moments::byWallclock(itemOf(child));
        const auto lowest = window ? ~itemOf(child).priority : 0;
        const Rank rank{window, window ? run.iterationBegin : *child.begin, lowest, child.item};
        if (!best || rank < *best) {
            best = rank;
            found = i;
        }
    }
    return found;
}

void Stepper::attempt(Run& run, std::size_t index)
{
    auto& child = run.children[index];
    const auto active = std::find_if(run.children.begin(), run.children.end(), isActive);
    if (!isWanted(child)) {
        return consume(child);
    }
    if (active == run.children.end()) {
        start(child);
        return;
    }
    switch (outcomeOf(itemOf(run), itemOf(*active), itemOf(child))) {
    case Outcome::kNever:
        return consume(child);
    case Outcome::kDefer:
        child.deferred = true;
        refreshEnd(child);
        return enqueue(run, child);
    case Outcome::kPause:
        active->pausedAt = now_;
        pause(*active);
        enqueue(run, *active);
        break;
    case Outcome::kStop:
        finish(*active);
        if (!itemOf(*active).freezes) {
            break;
        }
        clear(*active); // it has been interrupted: nothing of it stays
        break;
    }
    start(child);
}

// By priority; among equals a paused one goes before, a deferred one behind.
void Stepper::enqueue(Run& run, const Run& child)
{
    const auto priority = itemOf(child).priority;
    const auto at = std::find_if(run.queue.begin(), run.queue.end(), [&](ItemIndex other) {
        const auto rank = outline_.item(other).priority;
        return child.deferred ? rank > priority : rank >= priority;
    });
    run.queue.insert(at, child.item);
}

bool Stepper::resumeNext(Run& run)
{
    if (run.queue.empty()) {
        return false;
    }
    const auto next = run.queue.front();
    run.queue.erase(run.queue.begin());
    const auto child = std::find_if(run.children.begin(), run.children.end(), [&](const Run& each) {
        return each.item == next && isQueued(each);
    });
    if (child == run.children.end()) {
        return true;
    }
    if (child->deferred) {
        child->deferred = false;
        child->begin = now_;
        start(*child);
        return true;
    }
    const auto stood = now_ - *child->pausedAt;
    child->pausedAt.reset();
    resume(*child, stood, true, true);
    return true;
}

// Its cues end; what was shown goes on with new ones.
void Stepper::pause(Run& run)
{
    if (run.ticket != 0) {
        run.position += now_ - run.cueBegin;
        run.held = !run.frozen && !run.mediaOver;
        endCue(run);
    }
    if (const auto record = itemOf(run).record; record && run.isRunning()) {
        running_.records[*record].end.reset(); // it will be later than was forecast
    }
    for (auto& child : run.children) {
        pause(child);
    }
}

// Time stood still for it: everything in it happens later. Its own begin, end and limit are those
// of the excl, whose time went on.
void Stepper::resume(Run& run, Milliseconds shift, bool outermost, bool seen)
{
    const auto later = [&](std::optional<Milliseconds>& time) {
        if (time) {
            *time += shift;
        }
    };
    if (!outermost) {
        run.base += shift;
        later(run.begin);
        later(run.lastBegin);
        later(run.limit);
        later(run.pausedAt);
    }
    later(run.playEnd);
    later(run.durEnd);
    later(run.iterationEnd);
    later(run.cueEnd);
    run.iterationBegin += shift;
    run.resumeAt += shift;
    refreshEnd(run);
    if (run.held && seen) {
        run.held = false;
        beginCue(run, run.cueEnd);
    }
    for (auto& child : run.children) {
        resume(child, shift, false, seen && !child.pausedAt);
    }
}

} // namespace jtv::timeline
