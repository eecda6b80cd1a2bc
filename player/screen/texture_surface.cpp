// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory of our own that goes to the display as a texture: for KMSDRM and Wayland.
#include "base/c_handle.h"
#include "base/pixels.h"
#include "player/screen/surface.h"

#include <SDL2/SDL.h>

namespace jtv::screen {
namespace {

class TextureSurface final : public Surface {
public:
    explicit TextureSurface(SDL_Window& window)
        : renderer_(SDL_CreateRenderer(&window, -1, SDL_RENDERER_PRESENTVSYNC))
    {
        if (!renderer_) {
            renderer_.reset(SDL_CreateRenderer(&window, -1, SDL_RENDERER_SOFTWARE));
        }
    }

    bool renew() override
    {
        int width = 0;
        int height = 0;
        if (!renderer_ || SDL_GetRendererOutputSize(renderer_.get(), &width, &height) != 0) {
            return false;
        }
        memory_ = Pixels(width, height);
        texture_.reset(SDL_CreateTexture(
            renderer_.get(), SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, width, height));
        return texture_ != nullptr;
    }

    Canvas canvas() override
    {
        return {memory_.bgra.data(), memory_.stride(), memory_.width, memory_.height};
    }

    bool update(const std::vector<Rect>& damage) override
    {
        for (const Rect& rect : damage) {
            const SDL_Rect part{rect.x, rect.y, rect.width, rect.height};
            const Canvas from = canvas();
            if (SDL_UpdateTexture(texture_.get(), &part, from.at(rect.x, rect.y), from.stride) !=
                0) {
                return false;
            }
        }
        if (SDL_RenderCopy(renderer_.get(), texture_.get(), nullptr, nullptr) != 0) {
            return false;
        }
        SDL_RenderPresent(renderer_.get());
        return true;
    }

private:
    CHandle<SDL_Renderer, SDL_DestroyRenderer> renderer_;
    CHandle<SDL_Texture, SDL_DestroyTexture> texture_; // dies before the renderer
    Pixels memory_;
};

} // namespace

std::unique_ptr<Surface> makeTextureSurface(SDL_Window& window)
{
    auto surface = std::make_unique<TextureSurface>(window);
    if (!surface->renew()) {
        return nullptr;
    }
    return surface;
}

} // namespace jtv::screen
