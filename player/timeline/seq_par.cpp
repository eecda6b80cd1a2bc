// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// seq, par and switch [SMIL 3.0 Timing, 5.4.6].
#include "player/timeline/lot.h"
#include "player/timeline/stepper.h"

#include <algorithm>

namespace jtv::timeline {

bool shows(const Run& run)
{
    return run.ticket != 0 || std::any_of(run.children.begin(), run.children.end(), shows);
}

std::optional<Milliseconds> Stepper::limitInside(const Run& run) const
{
    auto limit = run.iterationEnd;
    lower(limit, run.hardEnd);
    return limit;
}

void Stepper::beginChildren(Run& run)
{
    const auto& item = itemOf(run);
    run.next = 0;
    run.anyEnded = false;
    run.masterEnded = false;
    run.queue.clear();
    if (item.kind == Item::Kind::kSwitch) {
        return chooseChild(run);
    }
    if (item.kind == Item::Kind::kSeq) {
        return;
    }
    for (const auto child : item.children) {
        if (outline_.item(child).reactive) {
            run.children.push_back(makeRun(outline_, child, now_, limitInside(run)));
        }
    }
}

// System tests have been decided before; this is for `expr`.
void Stepper::chooseChild(Run& run)
{
    for (const auto child : itemOf(run).children) {
        auto made = makeRun(outline_, child, now_, limitInside(run));
        if (isWanted(made)) {
            run.children.push_back(std::move(made));
            return;
        }
        run.iteration.add(made.total);
    }
}

bool Stepper::isOver(Run& run)
{
    switch (itemOf(run).kind) {
    case Item::Kind::kSeq:
        return seqOver(run);
    case Item::Kind::kExcl:
        return exclOver(run);
    case Item::Kind::kPar:
    case Item::Kind::kSwitch:
        break;
    }
    return parOver(run);
}

// What was frozen goes when the one after it is there.
void Stepper::clearReplaced(Run& run)
{
    const auto& last = run.children.back();
    if (run.children.size() < 2 || (!last.isRunning() && !shows(last))) {
        return;
    }
    for (std::size_t i = 0; i + 1 < run.children.size(); ++i) {
        clear(run.children[i]);
    }
    run.children.erase(run.children.begin(), run.children.end() - 1);
}

// In the order written, or by lot: then every child comes once before one comes again.
std::size_t Stepper::nextChild(Run& run)
{
    const auto& item = itemOf(run);
    const auto place = run.next++;
    if (!item.deck) {
        return place;
    }
    const auto cards = item.children.size();
    const auto dealt = running_.dealt[*item.deck]++;
    return drawn(surroundings_.seed + *item.deck, dealt / cards, dealt % cards, cards);
}

// Of the children only the last can be active; those before it are frozen until it begins.
bool Stepper::seqOver(Run& run)
{
    const auto& item = itemOf(run);
    while (true) {
        if (run.children.empty() || run.children.back().phase == Run::Phase::kDone) {
            if (run.next >= item.steps) {
                return true;
            }
            run.children.push_back(
                makeRun(outline_, item.children[nextChild(run)], now_, limitInside(run)));
        }
        const bool gone = settle(run.children.back());
        clearReplaced(run);
        if (run.children.back().phase != Run::Phase::kDone) {
            return false;
        }
        run.iteration.add(run.children.back().total);
        if (gone) {
            run.children.pop_back();
        }
    }
}

void Stepper::beginScheduled(Run& run)
{
    const auto& item = itemOf(run);
    while (run.next < item.scheduled.size()) {
        auto made =
            makeRun(outline_, item.scheduled[run.next], run.iterationBegin, limitInside(run));
        if (*made.begin > now_) {
            return;
        }
        ++run.next;
        run.children.push_back(std::move(made));
    }
}

void Stepper::noteChild(Run& run, const Run& child)
{
    run.iteration.add(child.total);
    run.anyEnded = run.anyEnded || child.ended;
    run.masterEnded = run.masterEnded || (child.ended && itemOf(run).endsyncChild == child.item);
}

// One that waits for the wall clock does not hold a container that will repeat: it is there again
// in the next round, which waits for it if there is nothing else to show.
bool Stepper::holdsOpen(Run& run, const Run& child)
{
    const auto& item = outline_.item(child.item);
    const auto& parent = itemOf(run);
    if (child.isRunning() || child.deferred) {
        return !item.lingers;
    }
    if (child.phase == Run::Phase::kDone) {
        return false;
    }
    if (!child.begin) {
        return parent.node->timing.endsync.kind == model::Endsync::Kind::kAll;
    }
    const auto& timing = parent.node->timing;
    const bool repeats =
        parent.looped || timing.repeatCount.value_or(1) > 1 || timing.repeatDur.has_value();
    if (repeats && Moments::byWallclock(item)) {
        lower(run.iteration.retry, child.begin);
        return false;
    }
    return true;
}

bool Stepper::parOver(Run& run)
{
    beginScheduled(run);
    std::erase_if(run.children, [&](Run& child) {
        const bool gone = settle(child);
        noteChild(run, child);
        return gone;
    });
    const auto& item = itemOf(run);
    switch (item.node->timing.endsync.kind) {
    case model::Endsync::Kind::kFirst:
        if (run.anyEnded) {
            return true;
        }
        break;
    case model::Endsync::Kind::kChild:
        if (item.endsyncChild) {
            return run.masterEnded;
        }
        break;
    default:
        break;
    }
    bool open = run.next < item.scheduled.size();
    for (const auto& child : run.children) {
        open = holdsOpen(run, child) || open;
    }
    return !open;
}

} // namespace jtv::timeline
