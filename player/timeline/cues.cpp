// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is shown: turns, cues, and pictures that stay.
#include "player/timeline/stepper.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace jtv::timeline {

const Intrinsic& Stepper::known(const model::Media& media)
{
    static const Intrinsic kUnknown;
    if (wanted_ && !intrinsics_.knows(media) && !wanted_(media)) {
        blocked_ = true;
        return kUnknown;
    }
    return intrinsics_.of(media);
}

// Those of the round that is shown now.
const std::vector<Turn>& Stepper::turnsOf(const Run& run)
{
    static const std::vector<Turn> kNone;
    const auto& rounds = known(*itemOf(run).media).rounds;
    return rounds.empty() ? kNone : rounds[run.round % rounds.size()];
}

bool Stepper::mediaOver(Run& run)
{
    while (!run.mediaOver && run.cueEnd && now_ >= *run.cueEnd) {
        closeTurn(run, true);
        run.mediaOver = !nextTurn(run);
    }
    return run.mediaOver;
}

// False when it would take no time: there is nothing to show.
bool Stepper::beginTurn(Run& run)
{
    const auto& item = itemOf(run);
    const auto& turns = turnsOf(run);
    const auto simple =
        simpleDurationOf(item.node->timing, item.lingers, *item.media, known(*item.media), turns);
    run.endsWithMedia = simple.endsWithMedia;
    auto length = simple.value;
    if (item.media->kind == model::MediaKind::kSlide && run.turn < turns.size()) {
        if (simple.value || changes(run)) {
            length = turnDuration(turns, run.turn, simple.value);
        }
    }
    if (length && *length <= Milliseconds(0)) {
        return nextTurn(run);
    }
    if (run.turn == 0) {
        boundFraction(run, simple.value);
    }
    auto end = length ? std::optional(now_ + *length) : std::nullopt;
    lower(end, run.hardEnd);
    lower(end, run.playEnd);
    run.position = Milliseconds(0);
    beginCue(run, end);
    return true;
}

// A slide's languages from the first again, or those of its next round.
void Stepper::beginRound(Run& run)
{
    run.turn = 0;
    if (const auto slide = itemOf(run).slide) {
        run.round = running_.rounds[*slide]++;
    }
}

// Whether it is not one picture all the time.
bool Stepper::changes(const Run& run)
{
    return known(*itemOf(run).media).rounds.size() > 1 || turnsOf(run).size() > 1;
}

// A slide's next language, if there is one; without an end of its own its next round follows.
bool Stepper::nextTurn(Run& run)
{
    const auto& item = itemOf(run);
    if (item.media->kind != model::MediaKind::kSlide) {
        return false;
    }
    const auto& turns = turnsOf(run);
    const auto simple =
        simpleDurationOf(item.node->timing, item.lingers, *item.media, known(*item.media), turns);
    if (++run.turn < turns.size()) {
        return beginTurn(run);
    }
    if (simple.value || !changes(run) || !run.iteration.played) {
        return false;
    }
    beginRound(run);
    run.iteration.played = false; // a round in which every turn fails is the last
    run.total.played = true;
    return beginTurn(run);
}

void Stepper::beginCue(Run& run, std::optional<Milliseconds> end)
{
    endCue(run); // of the turn or iteration before
    const auto& item = itemOf(run);
    run.ticket = ++running_.tickets;
    run.cueBegin = now_;
    run.cueEnd = end;
    run.iteration.began = true;
    Cue cue;
    cue.media = item.media;
    cue.begin = now_;
    cue.from = run.position;
    if (item.media->kind == model::MediaKind::kSlide) {
        const auto& turns = turnsOf(run);
        const auto rounds = std::max<std::size_t>(1, known(*item.media).rounds.size());
        cue.language = run.turn < turns.size() ? turns[run.turn].language : "";
        cue.round = run.round % rounds;
    }
    if (!run.endsWithMedia) {
        cue.end = end;
    }
    pending_.push_back({run.ticket, &item, std::move(cue), run.endsWithMedia});
    const auto& timing = item.node->timing;
    if (item.record && end && timing.repeatCount.value_or(1) <= 1 && !timing.repeatDur) {
        running_.records[*item.record].end = end; // a forecast, for what begins before it
    }
}

// The turn is over; its picture stays until something follows it.
void Stepper::closeTurn(Run& run, bool well)
{
    run.cueEnd.reset();
    const bool seen = run.ticket != 0 && !run.frozen && now_ > run.cueBegin;
    run.iteration.played = run.iteration.played || (well && seen);
}

void Stepper::endCue(Run& run)
{
    const auto ticket = std::exchange(run.ticket, 0);
    run.frozen = false;
    if (ticket == 0) {
        return;
    }
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

// [5.4.3, fill="freeze"]: what is seen now stays, nothing goes on.
void Stepper::freeze(Run& run)
{
    run.cueEnd.reset();
    if (run.ticket != 0 && !run.frozen) {
        const auto ticket = run.ticket;
        auto& showing = running_.showing;
        const auto found = std::find_if(showing.begin(), showing.end(), [&](const auto& entry) {
            return entry.ticket == ticket;
        });
        if (found == showing.end()) {
            endCue(run); // not seen yet
        } else {
            run.frozen = true;
            found->endsWithMedia = false;
            freezes.push_back(found->cue.id);
        }
    }
    run.queue.clear();
    for (auto& child : run.children) {
        if (child.isRunning()) {
            noteEnd(child);
        }
        freeze(child);
        child.phase = Run::Phase::kDone;
    }
    std::erase_if(run.children, [](const Run& child) { return !shows(child); });
}

void Stepper::clear(Run& run)
{
    ++visited;
    endCue(run);
    for (auto& child : run.children) {
        if (child.isRunning()) {
            noteEnd(child);
        }
        clear(child);
    }
    run.children.clear();
    run.queue.clear();
}

// What those brought forth that are cut now.
void Stepper::gather(Run& run)
{
    if (run.ticket != 0) {
        closeTurn(run, !run.mediaOver || run.iteration.played);
    }
    for (auto& child : run.children) {
        gather(child);
        run.iteration.add(child.iteration);
        run.iteration.add(child.total);
    }
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
