// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What lies under SDL: the X server's descriptor, and whether a window manager runs; alone here
// because X11's header claims common words as macros.
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

bool hasWindowManager(SDL_Window& window)
{
    SDL_SysWMinfo system{};
    SDL_VERSION(&system.version);
    if (SDL_GetWindowWMInfo(&window, &system) == SDL_FALSE) {
        return true;
    }
#ifdef SDL_VIDEO_DRIVER_X11
    if (system.subsystem == SDL_SYSWM_X11) {
        Display* display = system.info.x11.display;
        const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
        Atom type = 0;
        int format = 0;
        unsigned long count = 0;
        unsigned long rest = 0;
        unsigned char* value = nullptr;
        XGetWindowProperty(
            display,
            DefaultRootWindow(display),
            check,
            0,
            1,
            False,
            AnyPropertyType,
            &type,
            &format,
            &count,
            &rest,
            &value);
        if (value != nullptr) {
            XFree(value);
        }
        return count > 0;
    }
#endif
    return true;
}

} // namespace jtv::screen
