// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What `run` does at each turn of the main loop: what the plan says is on the screen, whatever the
// network does.
#pragma once

#include "base/clock.h"
#include "base/mailbox.h"
#include "player/app/crash_book.h"
#include "player/app/display_times.h"
#include "player/app/handover.h"
#include "player/app/panel.h"
#include "player/app/plan_programme.h"
#include "player/app/status_report.h"
#include "player/screen/cec.h"
#include "player/screen/screen.h"
#include "player/show/show.h"
#include "player/status/status.h"
#include "player/sync/sync.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::app {

// Main-thread only. Borrows all it is given.
class Kiosk {
public:
    struct Parts {
        screen::Screen& screen;
        show::Show& show;
        Panel& panel;
        CrashBook& crashes;
        Mailbox<sync::News>& news;
        const Clock& clock;
        sync::Sync* sync = nullptr;                // null: without network
        status::StatusListener* metrics = nullptr; // null: none wanted
        DisplayTimes displayTimes;
        bool cec = false; // the television is told when it is to be on
        SteadyTime started{};
        std::vector<std::string> warnings; // of the settings
        show::Effect transition;           // of items without one of their own
        std::string typesetting;           // typeset::stackVersion()
    };
    explicit Kiosk(Parts parts);

    // Before run(): the plan found on the disk.
    void begin(sync::ActivePlanPtr plan);

    // Whatever came from the sync thread.
    void takeNews();

    // One turn; never blocks. The next one is wanted at the latest at the time given back.
    SteadyTime step();

private:
    void handle(const sync::PlanActivated& news);
    void handle(const sync::ScreenshotWanted& news);
    void handle(const sync::EnrolmentCode& news);
    void handle(const sync::ServerReached& news);

    // Shows what the plan says for now, if that is something else than what is shown.
    void decide();
    void play(const Choice& choice);
    void began(const std::string& programme);
    void takeEvents();
    void handle(const show::Event& event);
    void warn(const std::string& text);
    void followDisplay();
    void followTimes(SteadyTime now);
    DisplayReasons displayReasons() const;
    void light(bool on);
    void keepPanel();

    void beat(SteadyTime now); // tells systemd that this loop is alive
    void tell(SteadyTime now); // status and metrics, when due
    std::string typesetting(); // what sets the type here, as the scheduler is told

    Parts parts_;
    std::optional<PlanProgramme> programme_;
    std::optional<Choice> choice_; // asked of the show
    std::string looks_;            // of the choice
    std::string refused_;          // looks that the show refused last
    bool began_ = false;           // something of the plan has been on the screen
    OnScreen onScreen_;
    std::optional<enrolment::Code> code_;
    NowShown now_;
    screen::Cec cec_;
    bool otherPixels_ = false;                    // than those approved, at least once
    std::vector<std::string> itemWarnings_;       // newest last, a few
    SteadyTime nextDecision_ = SteadyTime::max(); // of the plan; none without one
    SteadyTime nextLook_{};                       // at the display's times
    bool called_ = false;                         // at the last look
    SteadyTime nextBeat_{};
    SteadyTime nextTell_{};
    bool ready_ = false;
};

} // namespace jtv::app
