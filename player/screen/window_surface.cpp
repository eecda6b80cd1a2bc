// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The window's own memory: what is painted there is shown without another copy on our side.
#include "player/screen/surface.h"

#include <SDL2/SDL.h>

namespace jtv::screen {
namespace {

class WindowSurface final : public Surface {
public:
    explicit WindowSurface(SDL_Window& window) : window_(window) {}

    bool renew() override
    {
        memory_ = SDL_GetWindowSurface(&window_);
        return memory_ != nullptr && memory_->format->BytesPerPixel == 4 &&
               memory_->format->Rmask == 0x00ff0000;
    }

    Canvas canvas() override
    {
        return {
            static_cast<std::uint8_t*>(memory_->pixels), memory_->pitch, memory_->w, memory_->h};
    }

    bool update(const std::vector<Rect>& damage) override
    {
        rects_.clear();
        for (const Rect& rect : damage) {
            rects_.push_back({rect.x, rect.y, rect.width, rect.height});
        }
        return SDL_UpdateWindowSurfaceRects(
                   &window_, rects_.data(), static_cast<int>(rects_.size())) == 0;
    }

private:
    SDL_Window& window_;
    SDL_Surface* memory_ = nullptr; // owned by the window
    std::vector<SDL_Rect> rects_;
};

} // namespace

std::unique_ptr<Surface> makeWindowSurface(SDL_Window& window)
{
    auto surface = std::make_unique<WindowSurface>(window);
    if (!surface->renew()) {
        return nullptr;
    }
    return surface;
}

} // namespace jtv::screen
