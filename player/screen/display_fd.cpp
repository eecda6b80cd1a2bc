// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Descriptors of SDL's own: of the X server, of the display controller; alone here because X11's
// header claims common words as macros.
#include "player/screen/surface.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>

namespace jtv::screen {

int displayFd(SDL_Window& window)
{
    SDL_SysWMinfo system{};
    SDL_VERSION(&system.version);
    if (SDL_GetWindowWMInfo(&window, &system) == SDL_FALSE) {
        return -1;
    }
#ifdef SDL_VIDEO_DRIVER_X11
    if (system.subsystem == SDL_SYSWM_X11) {
        return ConnectionNumber(system.info.x11.display);
    }
#endif
    return -1;
}

int controllerFd(SDL_Window& window)
{
    SDL_SysWMinfo system{};
    SDL_VERSION(&system.version);
    const bool known = SDL_GetWindowWMInfo(&window, &system) != SDL_FALSE;
    return known && system.subsystem == SDL_SYSWM_KMSDRM ? system.info.kmsdrm.drm_fd : -1;
}

} // namespace jtv::screen
