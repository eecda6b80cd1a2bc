// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// News, the timetable, the panel, the status, the watchdog.
#include "player/app/kiosk.h"

#include "base/service.h"
#include "player/app/log.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace jtv::app {
namespace {

constexpr Milliseconds kSleep{1000}; // at most: the wall clock may have been set
constexpr Milliseconds kTellEvery{30'000};
constexpr std::size_t kItemWarnings = 5;

// The wall clock's `until` on the steady clock.
SteadyTime onSteady(const Clock& clock, WallTime until)
{
    return clock.steady() + std::max<Nanoseconds>(until - clock.wall(), Nanoseconds(0));
}

} // namespace

Kiosk::Kiosk(Parts parts) : parts_(std::move(parts))
{
    followDisplay();
}

void Kiosk::begin(sync::ActivePlanPtr plan)
{
    handle(sync::PlanActivated{std::move(plan)});
}

SteadyTime Kiosk::step()
{
    const auto now = parts_.clock.steady();
    followTimes(now);
    decide();
    takeEvents();
    followDisplay();
    keepPanel();
    beat(now);
    tell(now);
    const auto next = std::min({SteadyTime(now + kSleep), nextTell_, nextBeat_});
    return now_.awake ? std::min(next, nextDecision_) : next;
}

void Kiosk::takeNews()
{
    for (const auto& news : parts_.news.take()) {
        std::visit([this](const auto& one) { handle(one); }, news);
    }
}

void Kiosk::handle(const sync::PlanActivated& news)
{
    programme_.emplace(news.plan);
    now_.revision = news.plan->plan.revision;
    itemWarnings_.clear();
    refused_.clear();
    for (const auto& warning : programme_->warnings()) {
        kRunLog.warning("{}", warning);
    }
    nextDecision_ = {};
    decide();
    nextTell_ = {};
}

void Kiosk::handle(const sync::ScreenshotWanted& /*news*/)
{
    if (parts_.sync == nullptr) {
        return;
    }
    auto picture = parts_.screen.screenshot();
    if (picture) {
        parts_.sync->screenshot(*std::move(picture));
    } else {
        warn(picture.error().message);
    }
}

void Kiosk::handle(const sync::EnrolmentCode& news)
{
    code_ = news.code;
}

void Kiosk::handle(const sync::ServerReached& news)
{
    now_.serverReached = news.reached;
}

void Kiosk::decide()
{
    const auto now = parts_.clock.steady();
    if (!programme_ || !now_.awake || now < nextDecision_) {
        return;
    }
    auto choice = programme_->choose(parts_.clock.wall());
    nextDecision_ = now + kSleep;
    if (choice.until) {
        nextDecision_ = std::min(nextDecision_, onSteady(parts_.clock, *choice.until));
    }
    auto looks = programme_->looksOf(choice);
    const auto& fallback = programme_->plan().defaultPlaylist;
    if (looks == refused_ && choice.playlist != fallback) {
        choice.playlist = fallback;
        choice.rule.reset();
        choice.priority = 0;
        looks = programme_->looksOf(choice);
    }
    if (choice_ && looks == looks_ && !parts_.show.finished()) {
        choice_ = std::move(choice);
        return;
    }
    if (looks == refused_) {
        return;
    }
    looks_ = std::move(looks);
    play(choice);
}

void Kiosk::play(const Choice& choice)
{
    choice_ = choice;
    auto programme = programme_->make(choice);
    programme.transition = parts_.transition;
    programme.resolve = parts_.crashes.guard(std::move(programme.resolve));
    const auto when = handover(programme_->plan(), choice, onScreen_);
    kRunLog.info(
        "plan {}: \"{}\" {}{}",
        programme_->plan().revision,
        programme.name,
        choice.rule ? fmt::format("by the rule {}", *choice.rule) : "by default",
        when == show::When::kAtOnce ? ", at once" : "");
    parts_.show.play(std::move(programme), when);
}

void Kiosk::takeEvents()
{
    for (const auto& event : parts_.show.takeEvents()) {
        handle(event);
    }
}

void Kiosk::handle(const show::Event& event)
{
    switch (event.kind) {
    case show::Event::Kind::kProgrammeBegan:
        began(event.programme);
        break;
    case show::Event::Kind::kProgrammeRefused:
        refused_ = looks_;
        nextDecision_ = {};
        warn(fmt::format("\"{}\" cannot be shown: {}", event.programme, event.reason));
        break;
    case show::Event::Kind::kItemBegan:
        onScreen_.sources[event.item.item] = event.item.source;
        now_.item = event.item;
        now_.itemName = programme_ ? programme_->nameOf(event.item.source) : event.item.source;
        nextTell_ = {};
        break;
    case show::Event::Kind::kItemEnded:
        onScreen_.sources.erase(event.item.item);
        parts_.crashes.ended(event.item.source, event.item.end == show::ItemEnd::kFinished);
        if (!event.item.reason.empty()) {
            warn(fmt::format(
                "\"{}\": {}",
                programme_ ? programme_->nameOf(event.item.source) : event.item.source,
                event.item.reason));
        }
        // A board that could decode in hardware and does not is slow and hot: it is never silent.
        if (!event.item.remark.empty()) {
            warn(fmt::format(
                "\"{}\" is played in software ({}): {}",
                programme_ ? programme_->nameOf(event.item.source) : event.item.source,
                event.item.decoder,
                event.item.remark));
        }
        break;
    }
}

void Kiosk::began(const std::string& programme)
{
    began_ = true;
    now_.playlist = programme;
    now_.rule = choice_ ? choice_->rule.value_or("") : "";
    onScreen_.priority = choice_ ? choice_->priority : 0;
}

void Kiosk::warn(const std::string& text)
{
    const auto known = std::find(itemWarnings_.begin(), itemWarnings_.end(), text);
    if (known != itemWarnings_.end()) {
        return; // an item that fails in every round is told once
    }
    kRunLog.warning("{}", text);
    itemWarnings_.push_back(text);
    if (itemWarnings_.size() > kItemWarnings) {
        itemWarnings_.erase(itemWarnings_.begin());
    }
    nextTell_ = {};
}

// The show lays its programme out anew by itself.
void Kiosk::followDisplay()
{
    const auto& screen = parts_.screen;
    if (now_.width != screen.width() || now_.height != screen.height() ||
        now_.connected != screen.connected()) {
        now_.width = screen.width();
        now_.height = screen.height();
        now_.connected = screen.connected();
        parts_.panel.gone();
        nextTell_ = {};
    }
}

DisplayReasons Kiosk::displayReasons() const
{
    const auto wall = parts_.clock.wall();
    DisplayReasons reasons;
    reasons.planned = programme_ && wall >= programme_->plan().created;
    reasons.hours = parts_.displayTimes.on(wall);
    reasons.called = called_;
    reasons.emergency = reasons.planned && !reasons.hours &&
                        programme_->choose(wall).priority >= kEmergencyPriority;
    return reasons;
}

void Kiosk::light(bool on)
{
    now_.awake = on;
    nextTell_ = {};
    if (!on) {
        parts_.show.rest();
        now_.item.reset();
        now_.itemName.clear();
    }
    parts_.screen.light(on);
    parts_.show.tick(); // a window has no light to take away, and is black
    looks_.clear();
    nextDecision_ = {};
    kRunLog.info("the display {}", on ? "wakes up" : "goes to sleep");
}

// Outside its hours nothing is played: nobody sees it, and the machine rests as well.
void Kiosk::followTimes(SteadyTime now)
{
    const bool called = parts_.show.calling();
    if (now < nextLook_ && called == called_) {
        return;
    }
    called_ = called;
    nextLook_ = now + kSleep;
    const bool wanted = displayWanted(displayReasons());
    if (wanted != now_.awake) {
        light(wanted);
    }
    if (parts_.cec) {
        cec_.want(wanted, now);
        cec_.step(now);
        const auto before = std::exchange(now_.television, cec_.television());
        nextTell_ = before == now_.television ? nextTell_ : SteadyTime{};
    }
}

void Kiosk::keepPanel()
{
    if (!began_) {
        parts_.panel.show(code_);
    }
}

void Kiosk::beat(SteadyTime now)
{
    if (!ready_) {
        ready_ = true;
        notifyService("READY=1");
    }
    if (now < nextBeat_) {
        return;
    }
    const auto interval = watchdogInterval();
    nextBeat_ = now + interval.value_or(kTellEvery);
    if (interval) {
        notifyService("WATCHDOG=1");
    }
}

std::string Kiosk::typesetting()
{
    otherPixels_ = otherPixels_ || (programme_ && programme_->hasOtherPixels());
    // The scheduler sends finished pictures to a screen whose text is not its own.
    return parts_.typesetting + (otherPixels_ ? ", other pixels" : "");
}

void Kiosk::tell(SteadyTime now)
{
    if (now < nextTell_) {
        return;
    }
    nextTell_ = now + kTellEvery;
    now_.uptime = std::chrono::duration_cast<Milliseconds>(now - parts_.started);
    now_.warnings = parts_.warnings;
    now_.typesetting = typesetting();
    if (now_.item) {
        const auto& items = parts_.show.statistics().items;
        const auto found = std::find_if(items.rbegin(), items.rend(), [&](const auto& item) {
            return item.item == now_.item->item;
        });
        now_.item = found != items.rend() ? *found : now_.item;
    }
    if (programme_) {
        const auto& of = programme_->warnings();
        now_.warnings.insert(now_.warnings.end(), of.begin(), of.end());
    }
    now_.warnings.insert(now_.warnings.end(), itemWarnings_.begin(), itemWarnings_.end());
    if (auto warning = displayWarning(now_); !warning.empty()) {
        now_.warnings.push_back(std::move(warning));
    }
    if (parts_.sync != nullptr) {
        parts_.sync->report(toReport(now_, parts_.show.statistics()));
    }
    if (parts_.metrics != nullptr) {
        parts_.metrics->update(toMetrics(now_, parts_.show.statistics()));
    }
    notifyService(fmt::format("STATUS=plan {}, {}", now_.revision.value_or(0), now_.itemName));
}

} // namespace jtv::app
