// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The display: a window, a whole screen or memory; regions by z-order, redrawn only where they
// changed.
#pragma once

#include "base/clock.h"
#include "base/pixels.h"
#include "base/result.h"
#include "player/frame/frame.h"
#include "player/screen/mix.h"
#include "player/screen/still.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace jtv::screen {

enum class Mode { kWindow, kKiosk, kOffscreen };

struct Options {
    Mode mode = Mode::kWindow;
    // px; 0 = 1280x720 in a window, 1920x1080 off-screen or while there is no display; a kiosk
    // fills its display.
    int width = 0;
    int height = 0; // px
    std::string title = "Jobcenter-TV";
    // The picture is turned clockwise by so much, for a display that hangs on its side or upside
    // down: 0, 90, 180, 270. The size above is the display's, before turning.
    int rotation = 0;
    bool keys = false; // collect what is typed
};

// There is nothing a display could be attached to; what() is the sentence for the operator. Exit
// code 3.
class NoDisplay : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Where a medium is shown. Regions are told apart by their index in the list given to setRegions().
struct Region {
    Rect place;                    // px of the screen, upright
    int zIndex = 0;                // ties: the later one lies on top
    bool filled = false;           // paint `background` where the picture leaves space
    std::uint32_t background = 0;  // 0xrrggbb
    bool filledWhenActive = false; // only while it shows something
    std::optional<Rect> clip{};    // what regions around it leave of it; nullopt: all
};

// What moving pictures can be shown on without being painted.
struct PlaneOffer {
    bool controller = false; // a display controller shows the planes
    int planes = 0;          // above the interface
    // That they take, as DRM names them: "NV12" row by row, "NV12:0x0700000000000004" otherwise.
    std::vector<std::string> formats;
};

// Main-thread only.
class Screen {
public:
    // Throws NoDisplay.
    explicit Screen(const Options& options, const Clock& clock);
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen();

    // As a viewer sees it: at a rotation of 90 or 270 the display's height and width. May change in
    // pumpEvents(): then the layout has to be made anew.
    int width() const;    // px
    int height() const;   // px
    int rotation() const; // degrees; stills are to be made for it
    Nanoseconds refreshInterval() const;
    PlaneOffer planeOffer() const;

    // Whether a display is attached. Without one everything goes on, seen by screenshot() only.
    bool connected() const;
    // Wakes the display (as it is at the start), or lets it sleep (DPMS): a display controller
    // takes the signal away; what a window is shown on belongs to its desktop and stays as it is.
    void light(bool on);

    // A new layout; what the regions showed goes on being shown until the first show() or clear()
    // in the new one, then everything is painted anew in one presentation.
    void setRegions(std::vector<Region> regions, std::uint32_t background);

    // What a region shows from the next present() on. `item` comes back in Presented.
    void show(std::size_t region, std::uint64_t item, std::shared_ptr<const Still> still);
    void show(
        std::size_t region,
        std::uint64_t item,
        frame::TimedFrame frame,
        Fit fit,
        const std::optional<Anchor>& anchor = std::nullopt);
    void clear(std::size_t region);

    // A transition: keep() what is shown, show() the new item, mix() with growing progress, and
    // nullopt when it is over. `leaving`: without keep(), from what is shown to nothing.
    void keep(std::size_t region);
    void mix(std::size_t region, const std::optional<Mix>& mix, bool leaving = false);
    // The kept picture goes on moving.
    void showBefore(
        std::size_t region,
        frame::TimedFrame frame,
        Fit fit,
        const std::optional<Anchor>& anchor = std::nullopt);

    // A picture above all regions from the next present() on; null = nothing. It stays when the
    // layout changes. `level`: see screen/overlay.h. Still and target as
    // seen: they are turned here.
    void overlay(int level, std::shared_ptr<const Still> still);

    // When present() next moves something that moves by itself (Still::step, Fit::kScroll);
    // nullopt: there is nothing of the kind.
    std::optional<SteadyTime> nextStep() const;

    // Puts all changes on the display at once; one entry for each region that shows something new.
    std::vector<frame::Presented> present();

    // A copy of what is on the display, upright; of a display controller's planes as their memory
    // has it. Errors: kUnsupported: "video plane not readable: …".
    Result<Pixels> screenshot() const;

    // Handles the window system's events; false when the user closed the window.
    bool pumpEvents();
    // With Options::keys: what was pressed since the last call, a character or a name: "a",
    // "Enter".
    std::vector<std::string> takeKeys();
    // To be watched in poll(), -1 = none.
    int eventFd() const;
    // How often pumpEvents() has to be called although nothing is readable: the events of a display
    // without a descriptor are found only by asking. nullopt: never.
    std::optional<Nanoseconds> askEvery() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jtv::screen
