// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From the active plan and the time to what is shown.
#pragma once

#include "base/clock.h"
#include "content/timetable/timetable.h"
#include "content/timetable/zone.h"
#include "player/show/show.h"
#include "player/sync/active_plan.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::app {

// What to show now, and until when.
struct Choice {
    std::string playlist;               // id
    std::optional<WallTime> until;      // decide again then
    std::optional<std::string> rule;    // nullopt: the default playlist
    std::vector<std::string> languages; // of this time of the day, best first
    int priority = 0;                   // of the rule; of the default playlist 0

    friend bool operator==(const Choice&, const Choice&) = default;
};

// Pure, immutable; any one thread.
class PlanProgramme {
public:
    // A plan whose rules cannot be read plays its default playlist; that is told in warnings().
    explicit PlanProgramme(sync::ActivePlanPtr active);

    // A clock that shows less than the plan's own date is not trusted: the default playlist. So too
    // where the playlist of a rule could not be read.
    Choice choose(WallTime now) const;

    // The playlist without an end. `choice` is one that choose() gave.
    show::Programme make(const Choice& choice) const;

    // Two with the same look the same on the screen, so that nothing has to start anew.
    std::string looksOf(const Choice& choice) const;

    // How the editor calls what "/blobs/…" stands for; the source itself when it has no name.
    std::string nameOf(const std::string& source) const;

    // Whether a slide came out with other pixels than the approved ones: the screen sets type in
    // another way than the scheduler.
    bool hasOtherPixels() const { return *otherPixels_; }

    const model::Plan& plan() const { return active_->plan; }
    const std::vector<std::string>& warnings() const { return warnings_; }

private:
    void chooseLanguages(Choice& choice, WallTime now) const;

    sync::ActivePlanPtr active_;
    std::optional<timetable::Timetable> timetable_;
    std::optional<timetable::Zone> zone_; // of the screen, for the parts of its day
    std::vector<std::string> warnings_;
    std::string images_; // digest of those in the plan
    std::shared_ptr<std::atomic<bool>> otherPixels_ = std::make_shared<std::atomic<bool>>(false);
};

} // namespace jtv::app
