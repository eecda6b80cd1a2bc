// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The life of one element: it waits, is active for its iterations, and has ended.
#include "player/timeline/stepper.h"

#include <algorithm>
#include <cmath>

namespace jtv::timeline {
namespace {

// Chains of elements that begin and end one another within one instant; what is left happens at
// the next.
constexpr int kMostPasses = 100;

// Times that a record keeps for those that wait. An element that comes and goes more often than
// that within the longest wait is forgotten from there on until the oldest are over.
constexpr std::size_t kMostPast = 64;

bool isIndefiniteContainer(const Item& item)
{
    const auto& timing = item.node->timing;
    // A window of wall-clock time cuts a container and does not stretch it, as players of signage
    // have it: its content may be played again while the window is open.
    const bool window = !item.ends.empty() &&
                        std::all_of(item.ends.begin(), item.ends.end(), [](const Moment& moment) {
                            return moment.kind == Moment::Kind::kWallclock;
                        });
    return isIndefinite(timing) && !(window && timing.dur.kind == model::Duration::Kind::kUnset);
}

double wantedIterations(const model::Timing& timing)
{
    return timing.repeatCount.value_or(timing.repeatDur ? INFINITY : 1);
}

} // namespace

Run makeRun(
    const Outline& outline, ItemIndex index, Milliseconds base, std::optional<Milliseconds> limit)
{
    const auto& item = outline.item(index);
    Run run;
    run.item = index;
    run.base = base;
    run.limit = limit;
    if (!item.reactive) {
        run.begin = base + (item.begins.empty() ? Milliseconds(0) : item.begins.front().offset);
    }
    return run;
}

void Stepper::settle()
{
    noted_ = true;
    for (int pass = 0; running_.root && noted_ && pass < kMostPasses; ++pass) {
        noted_ = false;
        if (settle(*running_.root)) {
            running_.root.reset();
        }
    }
    publish();
}

void Stepper::end(std::uint64_t ticket, MediaEnd how, bool forecast)
{
    Run* run = running_.root ? find(*running_.root, ticket) : nullptr;
    if (run == nullptr || run->frozen || (how == MediaEnd::kFinished && !run->endsWithMedia)) {
        return;
    }
    const bool well = how == MediaEnd::kFinished;
    closeTurn(*run, well);
    run->iteration.played = run->iteration.played || forecast;
    if (!well) {
        endCue(*run);
    }
    if (well || !nextTurn(*run)) {
        run->mediaOver = true;
        run->givenUp = !well;
    }
    settle();
}

void Stepper::happen(RecordIndex event)
{
    keepPast(event);
    running_.records[event].begin = now_;
    running_.records[event].end = now_;
    running_.records[event].order = ++running_.events;
    settle();
}

// True when nothing of it is left.
bool Stepper::settle(Run& run)
{
    ++visited;
    while (run.phase != Run::Phase::kDone) {
        if (run.phase == Run::Phase::kWaiting) {
            expect(run);
            if (run.phase == Run::Phase::kDone || !run.begin || now_ < *run.begin) {
                break;
            }
            if (!start(run)) {
                continue;
            }
        }
        if (!settleRunning(run)) {
            return false;
        }
    }
    return run.phase == Run::Phase::kDone && !shows(run);
}

// True when it is not running any more.
bool Stepper::settleRunning(Run& run)
{
    while (true) {
        refreshEnd(run);
        if ((run.hardEnd && now_ >= *run.hardEnd) || restart(run)) {
            finish(run);
            return true;
        }
        const bool resting = run.phase == Run::Phase::kResting;
        if (run.phase == Run::Phase::kHolding || (resting && now_ < run.resumeAt)) {
            return false;
        }
        if (resting) {
            beginIteration(run);
        }
        if (!iterationOver(run)) {
            return false;
        }
        gather(run);
        run.total.add(run.iteration);
        if (!repeat(run)) {
            return finishUnlessHeld(run);
        }
    }
}

bool Stepper::finishUnlessHeld(Run& run)
{
    if (hold(run)) {
        return false;
    }
    finish(run);
    return true;
}

// Finds the next begin of one that waits; it is done when there is none left.
void Stepper::expect(Run& run)
{
    const auto& item = itemOf(run);
    while (run.phase == Run::Phase::kWaiting) {
        if (item.reactive) {
            run.begin = run.lastBegin ? moments().nextBegin(item, run, *run.lastBegin)
                                      : moments().firstBegin(item, run);
        }
        if (!run.begin) {
            run.phase = Moments::mayCome(item) ? run.phase : Run::Phase::kDone;
            return;
        }
        if (!skipsWindow(run) && !moments().endAfter(item, run, *run.begin).past) {
            return;
        }
        consume(run);
    }
}

// In a round of a seq, a window that is closed is passed over; it comes again with the next round.
bool Stepper::skipsWindow(Run& run)
{
    const auto& item = itemOf(run);
    if (!item.inSeq || !item.looped || !Moments::byWallclock(item) || *run.begin <= now_) {
        return false;
    }
    lower(run.total.retry, run.begin);
    return true;
}

// This begin comes to nothing.
void Stepper::consume(Run& run)
{
    const auto& item = itemOf(run);
    run.lastBegin = run.begin;
    run.heard = running_.events;
    if (!item.reactive || item.inSeq) {
        run.phase = Run::Phase::kDone;
    }
}

// False when its condition does not hold now.
bool Stepper::start(Run& run)
{
    const auto& item = itemOf(run);
    if (!isWanted(run)) {
        consume(run);
        return false;
    }
    clear(run); // a frozen picture of the last time
    run.lastBegin = run.begin;
    run.heard = running_.events;
    run.phase = Run::Phase::kActive;
    run.ended = false;
    run.playEnd = playEnd(item.node->timing, *run.begin);
    run.durEnd = activeEnd(item.node->timing, *run.begin);
    run.iterations = 0;
    run.failures = 0;
    run.givenUp = false;
    refreshEnd(run);
    noteBegin(run);
    if (!run.hardEnd || now_ < *run.hardEnd) {
        beginIteration(run);
    }
    return true;
}

bool Stepper::isWanted(Run& run)
{
    const auto& condition = itemOf(run).condition;
    if (!condition) {
        return true;
    }
    const auto facts = surroundings_.factsAt(now_);
    if (condition->holds(facts)) {
        return true;
    }
    if (const auto change = condition->nextChange(facts)) {
        lower(run.total.retry, std::max(surroundings_.timeOf(*change), now_ + Milliseconds(1000)));
    }
    return false;
}

void Stepper::refreshEnd(Run& run)
{
    const auto& item = itemOf(run);
    run.hardEnd = run.limit;
    if (!run.pausedAt && !run.deferred) {
        lower(run.hardEnd, run.durEnd); // its own time stands still in the queue of an excl
    }
    if (item.ends.empty() || !run.begin) {
        return;
    }
    if (auto end = moments().endAfter(item, run, *run.begin).at) {
        if (item.node->timing.min) {
            end = std::max(*end, *run.begin + *item.node->timing.min);
        }
        lower(run.hardEnd, end);
    }
}

// It plays no longer than this, and is over then unless min keeps it.
void Stepper::playUntil(Run& run, Milliseconds time)
{
    const auto& min = itemOf(run).node->timing.min;
    lower(run.playEnd, time);
    lower(run.durEnd, min ? std::max(time, *run.begin + *min) : time);
    refreshEnd(run);
}

// Of the last iteration there may be only a part.
void Stepper::boundFraction(Run& run, std::optional<Milliseconds> simple)
{
    const auto& timing = itemOf(run).node->timing;
    const double left = wantedIterations(timing) - run.iterations;
    if (simple && left < 1 && timing.dur.kind != model::Duration::Kind::kClock) {
        const auto part = std::llround(static_cast<double>(simple->count()) * left);
        playUntil(run, now_ + Milliseconds(part));
    }
}

// True when it has to begin anew now.
bool Stepper::restart(Run& run)
{
    const auto& item = itemOf(run);
    const auto mode = item.node->timing.restart;
    const bool may = mode == model::Restart::kDefault || mode == model::Restart::kAlways;
    if (!item.reactive || item.inSeq || !may) {
        return false;
    }
    run.again = moments().nextBegin(item, run, *run.lastBegin);
    return run.again && *run.again <= now_;
}

// The active duration is over.
void Stepper::finish(Run& run)
{
    const auto& item = itemOf(run);
    gather(run);
    run.total.add(run.iteration);
    if (item.freezes) {
        freeze(run);
    } else {
        clear(run);
    }
    noteEnd(run);
    run.again.reset();
    run.cueEnd.reset();
    run.ended = true;
    const bool mayComeAgain =
        item.reactive && !item.inSeq && item.node->timing.restart != model::Restart::kNever;
    run.phase = mayComeAgain ? Run::Phase::kWaiting : Run::Phase::kDone;
    run.lastBegin = std::max(*run.lastBegin, now_ - Milliseconds(1)); // what came meanwhile is lost
}

// `min`: its last picture stays until then.
bool Stepper::hold(Run& run)
{
    const auto& min = itemOf(run).node->timing.min;
    if (!min || run.givenUp || now_ >= *run.begin + *min) {
        return false;
    }
    run.phase = Run::Phase::kHolding;
    run.cueEnd.reset();
    run.durEnd = *run.begin + *min;
    refreshEnd(run);
    if (itemOf(run).media == nullptr) {
        freeze(run);
    }
    return !run.hardEnd || now_ < *run.hardEnd;
}

void Stepper::beginIteration(Run& run)
{
    const auto& item = itemOf(run);
    run.phase = Run::Phase::kActive;
    run.iterationBegin = now_;
    run.iterationEnd.reset();
    run.iteration = {};
    if (item.media != nullptr) {
        beginRound(run);
        run.position = Milliseconds(0);
        run.mediaOver = !beginTurn(run);
        return;
    }
    clear(run);
    for (const auto record : item.inside) {
        keepPast(record);
    }
    const auto& timing = item.node->timing;
    if (timing.dur.kind == model::Duration::Kind::kClock) {
        run.iterationEnd = now_ + timing.dur.value;
    }
    beginChildren(run);
}

bool Stepper::iterationOver(Run& run)
{
    const auto& item = itemOf(run);
    if (run.playEnd && now_ >= *run.playEnd) {
        return true;
    }
    if (item.media != nullptr) {
        return mediaOver(run);
    }
    if (run.iterationEnd && now_ >= *run.iterationEnd) {
        return true;
    }
    return isOver(run) && !run.iterationEnd && !isIndefiniteContainer(item);
}

// False when that was the last iteration.
bool Stepper::repeat(Run& run)
{
    const auto& timing = itemOf(run).node->timing;
    const auto length = now_ - run.iterationBegin;
    const double left = wantedIterations(timing) - ++run.iterations;
    const bool played = run.playEnd && now_ >= *run.playEnd;
    if (left <= 0 || played || run.givenUp || !isWanted(run)) {
        return false;
    }
    boundFraction(run, length);
    if (run.iteration.played) {
        run.failures = 0;
    } else if (run.iteration.began) {
        return rest(run);
    } else if (length == Milliseconds(0)) {
        // Nothing in it can play now: repeating it at once would never end.
        return run.iteration.retry && restUntil(run, *run.iteration.retry);
    }
    clear(run);
    beginIteration(run);
    return true;
}

bool Stepper::rest(Run& run)
{
    const auto pause = Milliseconds(1000) * (1U << std::min(run.failures, 8U));
    ++run.failures;
    return restUntil(run, now_ + std::min(pause, kLongestRest));
}

bool Stepper::restUntil(Run& run, Milliseconds time)
{
    clear(run);
    run.phase = Run::Phase::kResting;
    run.iterationEnd.reset();
    run.resumeAt = time;
    return true;
}

// What the record says is over; those that wait for an offset after it go on waiting.
void Stepper::keepPast(RecordIndex index)
{
    auto& record = running_.records[index];
    const auto wait = outline_.longestWait(index);
    std::erase_if(record.past, [&](const auto& past) { return past.end + wait < now_; });
    if (record.begin && record.past.size() < kMostPast) {
        record.past.push_back({*record.begin, std::min(record.end.value_or(now_), now_)});
    }
    record.begin.reset();
    record.end.reset();
}

void Stepper::noteBegin(Run& run)
{
    if (const auto record = itemOf(run).record) {
        keepPast(*record);
        running_.records[*record].begin = std::max(*run.begin, run.base);
        running_.records[*record].end = run.hardEnd;
        noted_ = true;
    }
}

void Stepper::noteEnd(Run& run)
{
    if (const auto record = itemOf(run).record) {
        running_.records[*record].end = now_;
        noted_ = true;
    }
}

} // namespace jtv::timeline
