// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Carries out a playlist: cues in, prepared pictures on the screen, one end for every start.
#pragma once

#include "base/clock.h"
#include "base/pixels.h"
#include "base/result.h"
#include "content/model/call.h"
#include "content/model/decoders.h"
#include "content/model/language_policy.h"
#include "content/model/playlist.h"
#include "content/model/slide.h"
#include "content/model/theme.h"
#include "player/screen/screen.h"
#include "player/show/effect.h"
#include "player/show/statistics.h"
#include "player/show/takeover.h"
#include "player/timeline/wallclock.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jtv::show {

// What a medium's source stands for on this machine.
struct SlideDocument {
    // The picture that was approved for one view of it in a place of this size.
    struct Approved {
        model::SlideView view;
        int width = 0; // px
        int height = 0;
        std::string digest;                         // typeset::digestOf() its pixels
        std::optional<std::filesystem::path> image; // shown as it is where there is one
    };
    std::shared_ptr<const model::Slide> slide;
    // Of its pictures and its theme's logo, by their sources.
    std::map<std::string, std::filesystem::path> files;
    std::shared_ptr<const model::Theme> theme; // of a theme file; nullptr = a built-in one
    std::vector<Approved> approved;            // by its plan; a view without one is just set
};
// A panel drawn for the place it is shown in, at most once per showing, on the prepare thread.
using Drawing = std::function<Result<Pixels>(int width, int height)>;
using Source = std::variant<std::filesystem::path, SlideDocument, Drawing>;

// Called on the prepare thread, so it may read files; must be thread-safe and outlive the show.
using Resolve = std::function<Result<Source>(const model::Media&)>;

// Everything one playlist needs.
struct Programme {
    std::string name; // for events and status
    std::shared_ptr<const model::Playlist> playlist;
    Resolve resolve;
    std::vector<std::string> languages; // of this screen, best first
    model::LanguageOrder languageOrder = model::LanguageOrder::kAutomatic; // how slides share them
    double diagonalInches = 43;                                            // of the display
    double distanceMetres = 4;                                             // of the farthest viewer
    std::uint64_t seed = 0;
    timeline::Zone zone;  // of the screen, for wall-clock times in the playlist; UTC unless set
    bool captions = true; // of videos, in the first of the languages that they have
    Effect transition;    // of items without one of their own; a cut unless set
    // Set on the prepare thread once a slide came out with other pixels than the approved ones;
    // null: nobody asks.
    std::shared_ptr<std::atomic<bool>> otherPixels;
};

struct Event {
    enum class Kind { kProgrammeBegan, kProgrammeRefused, kItemBegan, kItemEnded };
    Kind kind = Kind::kItemBegan;
    std::string programme;
    ItemRecord item;    // kItemBegan, kItemEnded
    std::string reason; // kProgrammeRefused: a plain sentence
};

// Main-thread only; starts the prepare thread and the reaper.
class Show {
public:
    // `board`: decode as it would; nullopt: as the one this runs on.
    Show(
        screen::Screen& screen,
        const Clock& clock,
        SteadyTime processStart,
        std::optional<model::Board> board = std::nullopt);
    Show(const Show&) = delete;
    Show& operator=(const Show&) = delete;
    ~Show();

    // Prepares the programme and switches to it; what is shown now stays until its first pictures
    // are ready, with kAtBoundary until an item ends, for kLongestWait at most. A refused programme
    // (kProgrammeRefused) changes nothing. The newest call wins, and is shown no later than the one
    // it replaces. On a screen that changes its size it begins anew.
    void play(Programme programme, When when);
    // Ends every item as stopped, and shows nothing until play().
    void rest();

    // Shows a call above everything, for at least model::kShortestCall. Errors: kFull when too many
    // wait.
    Status call(model::Call call);

    // A call is shown, or waits to be.
    bool calling() const;

    // Something outside happened, as Timeline::happened() has it; what is on the stage hears it.
    void happened(const std::string& event);

    // Takes what has been prepared and presents what is due; never blocks. To be called when fd()
    // is readable and at nextDue(); SteadyTime::max() = only fd() can bring news.
    void tick();
    SteadyTime nextDue() const;
    int fd() const;

    // The body has ended, the last picture has had its time, and nothing else is waiting.
    bool finished() const;
    // A decoder hangs for good: end the process at once, it has to be started again.
    bool restartWanted() const;
    // How often that has happened, this time included: for the statistics.
    void setRestarts(std::uint64_t times);

    // Ends every item as stopped; the screen keeps its last picture. For --for and SIGTERM.
    void stop();
    // Waits up to two seconds for the decoders; false: leave the process by _Exit.
    bool drain();

    const Statistics& statistics() const;
    std::vector<Event> takeEvents();
    // The first presentation; nullopt before it.
    std::optional<SteadyTime> firstPresentation() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jtv::show
