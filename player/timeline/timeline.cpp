// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Instants one after the other up to now, and a look at what will follow.
#include "player/timeline/timeline.h"

#include "player/timeline/forecast.h"
#include "player/timeline/intrinsics.h"
#include "player/timeline/outline.h"
#include "player/timeline/reasons.h"
#include "player/timeline/stepper.h"
#include "player/timeline/triggers.h"

#include <algorithm>
#include <cassert>

namespace jtv::timeline {
namespace {

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

struct Timeline::State {
    std::shared_ptr<const model::Playlist> playlist;
    Intrinsics intrinsics;
    Surroundings surroundings;
    ScreenFacts screen;
    Triggers triggers;
    Running running{};
    Milliseconds now{0};
    std::vector<Cue> active{};
    MediaSet broken{}; // told by willFail(), until their cue begins

    void take(Stepper& stepper, Step& step)
    {
        append(step.ends, stepper.ends);
        append(step.freezes, stepper.freezes);
        for (const auto& cue : stepper.begins) {
            broken.erase(cue.media);
        }
        append(step.begins, stepper.begins);
        step.visited += stepper.visited;
    }

    Stepper stepper() { return {running, intrinsics, surroundings, now}; }

    void run(Milliseconds until, Step& step)
    {
        assert(until >= now);
        while (running.root) {
            const auto due = nextEvent(*running.outline, *running.root, step.visited);
            if (!due || *due > until) {
                break;
            }
            Stepper stepper(running, intrinsics, surroundings, *due);
            stepper.settle();
            take(stepper, step);
        }
        now = until;
    }

    void finish(Step& step)
    {
        active.clear();
        for (const auto& showing : running.showing) {
            active.push_back(showing.cue);
        }
        step.finished = !running.root;
        if (running.root) {
            step.next = nextEvent(*running.outline, *running.root, step.visited);
            step.upcoming = forecast(running, intrinsics, surroundings, broken, now, step.visited);
        }
    }
};

Result<Timeline> Timeline::make(std::shared_ptr<const model::Playlist> playlist, Options options)
{
    assert(playlist);
    const ScreenFacts screen{options.languages, options.captions, options.width, options.height};
    auto outline = Outline::make(playlist, screen);
    if (!outline) {
        return std::move(outline).error();
    }
    Surroundings surroundings{options.start, options.zone, {}, options.seed};
    surroundings.facts.playerId = options.playerId;
    surroundings.facts.playerName = options.playerName;
    surroundings.facts.languages = options.languages;
    surroundings.facts.captions = options.captions;
    Triggers triggers(playlist->triggers);
    Timeline timeline;
    timeline.state_ = std::make_unique<State>(State{
        std::move(playlist),
        Intrinsics(std::move(options)),
        std::move(surroundings),
        screen,
        std::move(triggers)});
    auto& running = timeline.state_->running;
    running.root = makeRun(**outline, (*outline)->root(), Milliseconds(0), std::nullopt);
    running.records.resize((*outline)->records());
    running.dealt.resize((*outline)->decks());
    running.rounds.resize((*outline)->slides());
    running.outline = *std::move(outline);
    return timeline;
}

Timeline::Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;
Timeline::~Timeline() = default;

Step Timeline::advance(Milliseconds now)
{
    Step step;
    state_->run(std::max(now, state_->now), step);
    state_->finish(step);
    return step;
}

Step Timeline::mediaEnded(CueId cue, MediaEnd how, Milliseconds now)
{
    Step step;
    state_->run(std::max(now, state_->now), step);
    const auto& showing = state_->running.showing;
    const auto found = std::find_if(
        showing.begin(), showing.end(), [&](const auto& entry) { return entry.cue.id == cue; });
    if (found != showing.end()) {
        auto stepper = state_->stepper();
        stepper.end(found->ticket, how);
        state_->take(stepper, step);
    }
    state_->finish(step);
    return step;
}

Step Timeline::happened(const std::string& event, Milliseconds now)
{
    Step step;
    state_->run(std::max(now, state_->now), step);
    auto events = state_->triggers.completedBy(event);
    events.insert(events.begin(), event);
    for (const auto& each : events) {
        if (const auto record = state_->running.outline->event(each)) {
            auto stepper = state_->stepper();
            stepper.happen(*record);
            state_->take(stepper, step);
        }
    }
    state_->finish(step);
    return step;
}

Step Timeline::clockSet(WallTime wall, Milliseconds now)
{
    Step step;
    state_->run(std::max(now, state_->now), step);
    state_->surroundings.start = wall - state_->now;
    auto stepper = state_->stepper();
    stepper.settle();
    state_->take(stepper, step);
    state_->finish(step);
    return step;
}

Step Timeline::willFail(const model::Media& media)
{
    Step step;
    state_->broken.insert(&media);
    state_->finish(step);
    return step;
}

std::vector<Reason> Timeline::whyNothing() const
{
    return reasonsForNothing(*state_->playlist, state_->screen, state_->surroundings, state_->now);
}

const std::vector<Cue>& Timeline::active() const
{
    return state_->active;
}

} // namespace jtv::timeline
