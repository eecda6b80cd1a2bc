// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Carries out programmes one after the other: one on the stage, at most one behind the curtain.
#include "player/show/show.h"

#include "player/show/log.h"
#include "player/show/stage.h"

#include <utility>

namespace jtv::show {
namespace {

constexpr std::chrono::milliseconds kReaperLook{200};

} // namespace

// In order of life: the reaper outlives every video, the mailbox outlives the threads that write to
// it.
struct Show::State {
    screen::Screen& screen;
    const Clock& clock;
    media::Reaper reaper;
    Mailbox<Answer> answers;
    Ledger ledger;
    std::vector<Event> events;
    Preparer preparer;
    Company company;
    CallLayer calls;
    std::unique_ptr<Stage> stage;  // on the screen
    std::unique_ptr<Stage> behind; // being prepared
    std::uint64_t serial = 0;      // of the newest programme asked for
    bool loading = false;
    Wait wait;     // of the newest programme, while it loads or is behind
    int width = 0; // px of the screen that the newest programme is laid out for
    int height = 0;
    std::optional<std::uint64_t> endingsWhenOverdue; // of items, when a decoder was found to hang

    State(
        screen::Screen& display,
        const Clock& time,
        SteadyTime processStart,
        std::optional<model::Board> board)
        : screen(display), clock(time), ledger(processStart, display.refreshInterval()),
          preparer(answers, reaper), company{screen, preparer, ledger, events, time, board},
          calls(screen, [this](CallOrder order) { preparer.draw(std::move(order)); })
    {}

    void load(Programme programme, When how);
    void followSize();
    void take(Answer answer);
    void takeProgramme(LoadedProgramme loaded);
    void refuse(const std::string& name, std::string reason);
    void rehearse(SteadyTime now);
    OnStage onStage() const;
};

Show::Show(
    screen::Screen& screen,
    const Clock& clock,
    SteadyTime processStart,
    std::optional<model::Board> board)
    : state_(std::make_unique<State>(screen, clock, processStart, board))
{}

Show::~Show() = default;

void Show::play(Programme programme, When when)
{
    state_->load(std::move(programme), when);
}

void Show::State::load(Programme programme, When how)
{
    const bool another = loading || behind;
    wait = waitInstead(another ? std::optional(wait) : std::nullopt, how, clock.steady());
    loading = true;
    width = screen.width();
    height = screen.height();
    timeline::Options options;
    options.start = clock.wall();
    options.width = width;
    options.height = height;
    preparer.load(++serial, std::move(programme), std::move(options));
}

// Another display, or another mode of it: everything has its place in pixels.
void Show::State::followSize()
{
    const Stage* newest = behind ? behind.get() : stage.get();
    const bool fits = width == screen.width() && height == screen.height();
    if (!fits && !loading && newest != nullptr) {
        load(newest->programme(), When::kAtOnce);
    }
}

void Show::State::refuse(const std::string& name, std::string reason)
{
    kLog.error("the programme {} is not played: {}", name, reason);
    events.push_back({Event::Kind::kProgrammeRefused, name, {}, std::move(reason)});
}

void Show::State::takeProgramme(LoadedProgramme loaded)
{
    if (loaded.serial != serial) {
        return; // a newer one has been asked for since
    }
    loading = false;
    typeset::Target target;
    target.width = screen.width();
    target.height = screen.height();
    target.diagonalInches = loaded.loaded->programme.diagonalInches;
    target.distanceMetres = loaded.loaded->programme.distanceMetres;
    calls.setTarget(target);
    if (!loaded.timeline) {
        refuse(loaded.loaded->programme.name, std::move(loaded.timeline).error().message);
        return;
    }
    if (behind) {
        behind->close(clock.steady());
    }
    behind =
        std::make_unique<Stage>(std::move(loaded.loaded), *std::move(loaded.timeline), company);
}

void Show::State::take(Answer answer)
{
    if (auto* programme = std::get_if<LoadedProgramme>(&answer)) {
        takeProgramme(std::move(*programme));
        return;
    }
    auto* prepared = std::get_if<Prepared>(&answer);
    const auto* captions = std::get_if<CaptionPicture>(&answer);
    if (auto* drawn = std::get_if<CallPicture>(&answer)) {
        calls.take(std::move(*drawn));
    }
    for (Stage* each : {stage.get(), behind.get()}) {
        if (each != nullptr && prepared != nullptr) {
            each->take(*prepared);
        }
        if (each != nullptr && captions != nullptr) {
            each->take(*captions);
        }
    }
}

OnStage Show::State::onStage() const
{
    if (!stage || stage->finished() || stage->endless()) {
        return {true, std::nullopt};
    }
    return {false, stage->nextEnd()};
}

void Show::State::rehearse(SteadyTime now)
{
    if (!behind) {
        return;
    }
    const bool ready = behind->rehearse(now);
    if (behind->showedNothing()) {
        refuse(behind->name(), "none of its items can be shown; see the messages before");
        behind->close(now);
        behind.reset();
        return;
    }
    if (!ready || loading) {
        return; // or a newer one is about to take its place
    }
    const auto at = takeover(wait, onStage(), now);
    if (!at) {
        return;
    }
    if (stage) {
        stage->close(*at);
    }
    stage = std::move(behind);
    stage->raise(*at);
}

void Show::tick()
{
    State& state = *state_;
    for (auto& answer : state.answers.take()) {
        state.take(std::move(answer));
    }
    state.followSize();
    const SteadyTime now = state.clock.steady();
    state.rehearse(now);
    state.calls.step(now);
    if (state.stage) {
        state.stage->run(now);
        state.stage->present(now);
    } else {
        state.screen.present(); // a call over whatever else is there
    }
}

Status Show::call(model::Call call)
{
    return state_->calls.add(std::move(call), state_->clock.steady());
}

bool Show::calling() const
{
    return state_->calls.calling();
}

void Show::happened(const std::string& event)
{
    if (state_->stage) {
        state_->stage->happened(event, state_->clock.steady());
    }
}

SteadyTime Show::nextDue() const
{
    State& state = *state_;
    const SteadyTime now = state.clock.steady();
    // A decoder that does not stop says nothing of it.
    SteadyTime due = state.reaper.idle() ? SteadyTime::max() : now + kReaperLook;
    if (const auto change = state.calls.nextChange(now)) {
        due = std::min(due, *change);
    }
    if (state.behind) {
        due = std::min(due, state.behind->nextDue(now));
        due = std::min(due, nextChance(state.wait, state.onStage(), now));
    }
    if (state.stage) {
        due = std::min(due, state.stage->nextDue(now));
    }
    return due;
}

int Show::fd() const
{
    return state_->answers.fd();
}

bool Show::finished() const
{
    const State& state = *state_;
    return !state.loading && !state.behind && (!state.stage || state.stage->finished());
}

// What is shown has gone on by another way meanwhile: it is started again where an item ends.
bool Show::restartWanted() const
{
    State& state = *state_;
    const auto endings = state.ledger.endings();
    if (!state.reaper.overdue()) {
        state.endingsWhenOverdue.reset();
        return false;
    }
    state.endingsWhenOverdue = state.endingsWhenOverdue.value_or(endings);
    return endings > *state.endingsWhenOverdue;
}

void Show::setRestarts(std::uint64_t times)
{
    state_->ledger.restarts(times);
}

void Show::stop()
{
    State& state = *state_;
    const SteadyTime now = state.clock.steady();
    ++state.serial;
    state.loading = false;
    if (state.stage) {
        state.stage->close(now);
    }
    if (state.behind) {
        state.behind->close(now);
        state.behind.reset();
    }
}

void Show::rest()
{
    stop();
    state_->stage.reset();
    state_->screen.setRegions({}, 0);
}

bool Show::drain()
{
    state_->stage.reset();
    state_->behind.reset();
    return state_->reaper.drain();
}

const Statistics& Show::statistics() const
{
    return state_->ledger.statistics();
}

std::vector<Event> Show::takeEvents()
{
    return std::exchange(state_->events, {});
}

std::optional<SteadyTime> Show::firstPresentation() const
{
    return state_->ledger.first();
}

} // namespace jtv::show
