// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One instant of the running tree: what is over ends, what follows begins.
#include "player/timeline/stepper.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jtv::timeline {

void Stepper::settle()
{
    if (running_.root && settle(*running_.root)) {
        running_.root.reset();
    }
    publish();
}

void Stepper::end(std::uint64_t ticket, MediaEnd how, bool forecast)
{
    Run* run = running_.root ? find(*running_.root, ticket) : nullptr;
    if (run == nullptr || (how == MediaEnd::kFinished && !run->endsWithMedia)) {
        return;
    }
    const bool well = how == MediaEnd::kFinished;
    endCue(*run, well);
    run->iteration.played = run->iteration.played || forecast;
    if (well || !nextTurn(*run)) {
        run->mediaOver = true;
        run->givenUp = !well;
    }
    settle();
}

// True when the run has ended.
bool Stepper::settle(Run& run)
{
    ++visited;
    while (true) {
        if (run.hardEnd && now_ >= *run.hardEnd) {
            stop(run);
            return true;
        }
        if (!wake(run) || !iterationOver(run)) {
            return false;
        }
        run.total.add(run.iteration);
        if (!repeat(run)) {
            return true;
        }
    }
}

// False while it waits for its begin or rests.
bool Stepper::wake(Run& run)
{
    if (run.phase == Run::Phase::kActive) {
        return true;
    }
    const auto due = run.phase == Run::Phase::kWaiting ? run.begin : run.resumeAt;
    if (now_ < due) {
        return false;
    }
    beginIteration(run);
    return true;
}

void Stepper::beginIteration(Run& run)
{
    const auto& item = outline_.item(run.item);
    run.phase = Run::Phase::kActive;
    run.iterationBegin = now_;
    run.iteration = {};
    if (item.media != nullptr) {
        run.turn = 0;
        run.mediaOver = !beginTurn(run);
        return;
    }
    const auto& timing = item.node->timing;
    if (timing.dur.kind == model::Duration::Kind::kClock) {
        run.iterationEnd = now_ + timing.dur.value;
    }
    run.next = 0;
    if (item.parallel) {
        auto limit = run.iterationEnd;
        if (run.hardEnd && (!limit || *run.hardEnd < *limit)) {
            limit = run.hardEnd;
        }
        for (const auto child : item.children) {
            run.children.push_back(makeRun(outline_, child, now_, limit));
        }
    }
}

bool Stepper::iterationOver(Run& run)
{
    const auto& item = outline_.item(run.item);
    if (item.media != nullptr) {
        return mediaOver(run);
    }
    if (run.iterationEnd && now_ >= *run.iterationEnd) {
        clearChildren(run);
        return true;
    }
    const bool over = item.parallel ? parOver(run) : seqOver(run);
    if (!over || run.iterationEnd || isIndefinite(item.node->timing)) {
        return false;
    }
    clearChildren(run); // pictures that linger
    return true;
}

bool Stepper::seqOver(Run& run)
{
    const auto& item = outline_.item(run.item);
    auto limit = run.iterationEnd;
    if (run.hardEnd && (!limit || *run.hardEnd < *limit)) {
        limit = run.hardEnd;
    }
    while (true) {
        if (run.children.empty()) {
            if (run.next >= item.children.size()) {
                return true;
            }
            run.children.push_back(makeRun(outline_, item.children[run.next++], now_, limit));
        }
        if (!settle(run.children.back())) {
            return false;
        }
        run.iteration.add(run.children.back().total);
        run.children.clear();
    }
}

bool Stepper::parOver(Run& run)
{
    bool over = true;
    std::erase_if(run.children, [&](Run& child) {
        const bool ended = settle(child);
        if (ended) {
            run.iteration.add(child.total);
        }
        over = over && (ended || outline_.item(child.item).lingers);
        return ended;
    });
    return over;
}

bool Stepper::mediaOver(Run& run)
{
    while (!run.mediaOver && run.cueEnd && now_ >= *run.cueEnd) {
        endCue(run, true);
        run.mediaOver = !nextTurn(run);
    }
    return run.mediaOver;
}

// False when that was the last iteration.
bool Stepper::repeat(Run& run)
{
    const auto& timing = outline_.item(run.item).node->timing;
    const auto length = now_ - run.iterationBegin;
    const double left = timing.repeatCount.value_or(1) - ++run.iterations;
    run.iterationEnd.reset();
    if (left <= 0 || run.givenUp) {
        return false;
    }
    if (left < 1 && timing.dur.kind != model::Duration::Kind::kClock) {
        const auto part = std::llround(static_cast<double>(length.count()) * left);
        const auto end = now_ + Milliseconds(part);
        run.hardEnd = run.hardEnd ? std::min(*run.hardEnd, end) : end;
    }
    if (run.iteration.played) {
        run.failures = 0;
    } else if (run.iteration.began) {
        return rest(run);
    } else if (length == Milliseconds(0)) {
        return false; // nothing in it can play: repeating it would never end
    }
    run.phase = Run::Phase::kWaiting;
    run.begin = now_;
    return true;
}

bool Stepper::rest(Run& run)
{
    const auto pause = Milliseconds(1000) * (1U << std::min(run.failures, 8U));
    ++run.failures;
    run.phase = Run::Phase::kResting;
    run.resumeAt = now_ + std::min(pause, kLongestRest);
    return true;
}

void Stepper::clearChildren(Run& run)
{
    for (auto& child : run.children) {
        stop(child);
        run.iteration.add(child.total);
    }
    run.children.clear();
}

void Stepper::stop(Run& run)
{
    ++visited;
    if (run.ticket != 0) {
        endCue(run, true);
    }
    clearChildren(run);
    run.total.add(run.iteration);
}

const Intrinsic& Stepper::known(const model::Media& media)
{
    static const Intrinsic kUnknown;
    if (wanted_ && !intrinsics_.knows(media) && !wanted_(media)) {
        blocked_ = true;
        return kUnknown;
    }
    return intrinsics_.of(media);
}

// False when it would take no time: there is nothing to show.
bool Stepper::beginTurn(Run& run)
{
    const auto& item = outline_.item(run.item);
    const auto& known = this->known(*item.media);
    const auto simple = simpleDurationOf(item.node->timing, item.lingers, *item.media, known);
    run.endsWithMedia = simple.endsWithMedia;
    auto length = simple.value;
    std::string language;
    if (item.media->kind == model::MediaKind::kSlide && run.turn < known.turns.size()) {
        language = known.turns[run.turn].language;
        if (simple.value || known.turns.size() > 1) {
            length = turnDuration(known.turns, run.turn, simple.value);
        }
    }
    if (length && *length <= Milliseconds(0)) {
        return nextTurn(run);
    }
    auto end = length ? std::optional(now_ + *length) : std::nullopt;
    if (run.hardEnd && (!end || *run.hardEnd < *end)) {
        end = run.hardEnd;
    }
    beginCue(run, end, std::move(language));
    return true;
}

// A slide's next language, if there is one; without an end of its own it starts from the first
// again.
bool Stepper::nextTurn(Run& run)
{
    const auto& item = outline_.item(run.item);
    if (item.media->kind != model::MediaKind::kSlide) {
        return false;
    }
    const auto& known = this->known(*item.media);
    const auto simple = simpleDurationOf(item.node->timing, item.lingers, *item.media, known);
    if (++run.turn < known.turns.size()) {
        return beginTurn(run);
    }
    if (simple.value || known.turns.size() < 2 || !run.iteration.played) {
        return false;
    }
    run.turn = 0;
    run.iteration.played = false; // a round in which every turn fails is the last
    run.total.played = true;
    return beginTurn(run);
}

void Stepper::beginCue(Run& run, std::optional<Milliseconds> end, std::string language)
{
    const auto& item = outline_.item(run.item);
    run.ticket = ++running_.tickets;
    run.cueBegin = now_;
    run.cueEnd = end;
    run.iteration.began = true;
    Cue cue;
    cue.media = item.media;
    cue.language = std::move(language);
    cue.begin = now_;
    if (!run.endsWithMedia) {
        cue.end = end;
    }
    pending_.push_back({run.ticket, &item, std::move(cue), run.endsWithMedia});
}

void Stepper::endCue(Run& run, bool well)
{
    const auto ticket = std::exchange(run.ticket, 0);
    run.cueEnd.reset();
    run.iteration.played = run.iteration.played || (well && now_ > run.cueBegin);
    const auto hasTicket = [&](const auto& entry) { return entry.ticket == ticket; };
    if (std::erase_if(pending_, hasTicket) > 0) {
        return; // it would have been shown for no time
    }
    auto& showing = running_.showing;
    const auto found = std::find_if(showing.begin(), showing.end(), hasTicket);
    assert(found != showing.end());
    ends.push_back(found->cue.id);
    showing.erase(found);
}

Run* Stepper::find(Run& run, std::uint64_t ticket)
{
    ++visited;
    if (run.ticket == ticket) {
        return &run;
    }
    for (auto& child : run.children) {
        if (auto* found = find(child, ticket)) {
            return found;
        }
    }
    return nullptr;
}

// The cues of this instant get their numbers in the order in which they are told.
void Stepper::publish()
{
    std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
        return a.item->zIndex < b.item->zIndex;
    });
    for (auto& pending : pending_) {
        pending.cue.id = ++running_.cues;
        begins.push_back(pending.cue);
        running_.showing.push_back({pending.ticket, std::move(pending.cue), pending.endsWithMedia});
    }
    pending_.clear();
}

} // namespace jtv::timeline
