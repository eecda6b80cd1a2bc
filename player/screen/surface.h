// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory that becomes visible: a window's own (X11, off-screen), or a texture (KMSDRM, Wayland),
// where SDL has no window memory.
#pragma once

#include "player/screen/painter.h"

#include <memory>
#include <vector>

struct SDL_Window;

namespace jtv::screen {

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
};

// Null when this window has no memory of 32 bits a pixel.
std::unique_ptr<Surface> makeWindowSurface(SDL_Window& window);
// Null when SDL has no renderer here.
std::unique_ptr<Surface> makeTextureSurface(SDL_Window& window);

// The connection to the X server, for poll(); -1 when the window has none.
int displayFd(SDL_Window& window);

} // namespace jtv::screen
