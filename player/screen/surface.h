// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory that becomes visible: a window's own (X11, off-screen), or a texture (KMSDRM, Wayland),
// where SDL has no window memory.
#pragma once

#include "base/clock.h"
#include "base/pixels.h"
#include "base/result.h"
#include "player/screen/painter.h"
#include "player/screen/screen.h"

#include <memory>
#include <optional>
#include <vector>

struct SDL_Window;

namespace jtv::screen {

class VideoPlanes;

// Main-thread only.
class Surface {
public:
    Surface() = default;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    virtual ~Surface() = default;

    // Valid until the next update() or renew().
    virtual Canvas canvas() = 0;
    // Makes these parts visible. False when the memory was lost: renew() and paint everything.
    virtual bool update(const std::vector<Rect>& damage) = 0;
    // After the window changed its size. False when there is nothing to paint into for now.
    virtual bool renew() = 0;

    // Whether the display came, went or changed its mode since the last call: renew() and paint
    // everything; no plane shows a moving picture any more. Of a controller; windows have events.
    virtual bool changed() { return false; }
    virtual bool connected() const { return true; }
    // Wakes the display, or lets it sleep; as after changed(). A window's display is not ours.
    virtual void light(bool /*on*/) {}

    // A display controller shows an update at a later refresh and takes no other one before:
    // ready() is false until flipped() has told when that was. Everything else shows at once.
    virtual bool ready() { return true; }
    virtual bool later() const { return false; }
    virtual std::optional<SteadyTime> flipped() { return std::nullopt; }
    virtual PlaneOffer planeOffer() const { return {}; }
    // Where moving pictures need not be painted; null where there is nothing of the kind.
    virtual VideoPlanes* videoPlanes() { return nullptr; }
    // What is on the display, from its own memory; nullopt where the canvas is that memory.
    virtual std::optional<Result<Pixels>> screenshot() const { return std::nullopt; }
    // To be watched in poll(); -1 = none.
    virtual int eventFd() const { return -1; }
    virtual std::optional<Nanoseconds> refresh() const { return std::nullopt; }
};

// Null when this window has no memory of 32 bits a pixel.
std::unique_ptr<Surface> makeWindowSurface(SDL_Window& window);
// A display controller without SDL. Until a display is attached it is taken to be so large, px.
// Null when there is none that we can have; the log says why.
std::unique_ptr<Surface> makeKmsSurface(int width, int height);
// Null when SDL has no renderer here.
std::unique_ptr<Surface> makeTextureSurface(SDL_Window& window);

// The connection to the X server, for poll(); -1 when the window has none.
int displayFd(SDL_Window& window);
// Whether somebody arranges the windows of its X server; true where the question makes no sense.
bool hasWindowManager(SDL_Window& window);

} // namespace jtv::screen
