// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The display: SDL's window and its memory, with the composition painted into it.
#include "player/screen/screen.h"

#include "base/c_handle.h"
#include "player/screen/composition.h"
#include "player/screen/log.h"
#include "player/screen/surface.h"

#include <SDL2/SDL.h>

#include <cstring>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace jtv::screen {
namespace {

constexpr std::chrono::milliseconds kAskDisplay{1000};
constexpr std::chrono::milliseconds kAskKeys{50}; // nobody notices so short a wait

// Whether we have the machine to ourselves: no desktop session, and none was named.
bool onConsole(Mode mode)
{
    const char* named = SDL_GetHint(SDL_HINT_VIDEODRIVER);
    if (named != nullptr) {
        return mode != Mode::kOffscreen && SDL_strcasecmp(named, "kmsdrm") == 0;
    }
    return mode != Mode::kOffscreen && SDL_getenv("DISPLAY") == nullptr &&
           SDL_getenv("WAYLAND_DISPLAY") == nullptr;
}

struct PixelSize {
    int width = 0;
    int height = 0;
};

PixelSize sizeOf(const Options& options, bool window)
{
    return {
        options.width > 0 ? options.width
        : window          ? 1280
                          : 1920,
        options.height > 0 ? options.height
        : window           ? 720
                           : 1080};
}

// SDL's video part, for the life of the screen.
class Video {
public:
    // `keysOnly`: something else shows the pictures.
    Video(Mode mode, bool keysOnly)
    {
        // The program takes SIGTERM itself; and a window surface that goes through GL is 5 times
        // dearer than plain memory.
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
        if (mode == Mode::kOffscreen) {
            SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
        } else if (keysOnly) {
            // The keyboard of the console, which then gets none of what is typed.
            SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "evdev", SDL_HINT_OVERRIDE);
        }
        if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 && !keysOnly) {
            throw NoDisplay(fmt::format(
                "there is no display to show anything on ({}); start it in a desktop session, on "
                "the console of the device, or with --offscreen",
                SDL_GetError()));
        }
    }
    Video(const Video&) = delete;
    Video& operator=(const Video&) = delete;
    ~Video() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }
};

using Window = CHandle<SDL_Window, SDL_DestroyWindow>;

// The whole first screen. Under X11 without a window manager nobody answers when a window asks for
// that, and SDL would wait 100 ms for it: the window is made that large instead.
Window makeKioskWindow(const Options& options)
{
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    SDL_Rect whole{};
    if (driver != "x11" || SDL_GetDisplayBounds(0, &whole) != 0) {
        return Window(SDL_CreateWindow(
            options.title.c_str(),
            SDL_WINDOWPOS_CENTERED,
            SDL_WINDOWPOS_CENTERED,
            1280,
            720,
            SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS));
    }
    Window window(SDL_CreateWindow(
        options.title.c_str(),
        whole.x,
        whole.y,
        whole.w,
        whole.h,
        SDL_WINDOW_BORDERLESS | SDL_WINDOW_HIDDEN));
    if (!window) {
        return window;
    }
    if (hasWindowManager(*window)) {
        SDL_SetWindowFullscreen(window.get(), SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    SDL_ShowWindow(window.get());
    return window;
}

Window makePlainWindow(const Options& options)
{
    const auto [width, height] = sizeOf(options, options.mode != Mode::kOffscreen);
    return Window(SDL_CreateWindow(
        options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, 0));
}

Window makeWindow(const Options& options)
{
    auto window =
        options.mode == Mode::kKiosk ? makeKioskWindow(options) : makePlainWindow(options);
    if (!window) {
        throw NoDisplay(fmt::format(
            "no window could be opened ({}); check that the display is free, or use --offscreen",
            SDL_GetError()));
    }
    SDL_ShowCursor(SDL_DISABLE);
    SDL_DisableScreenSaver();
    return window;
}

// On the console the display controller itself takes what is painted: SDL would open it only where
// a display is attached, and has no window memory there.
std::unique_ptr<Surface> makeControllerSurface(const Options& options)
{
    const auto [width, height] = sizeOf(options, false);
    return onConsole(options.mode) ? makeKmsSurface(width, height) : nullptr;
}

std::unique_ptr<Surface> makeSurface(SDL_Window& window)
{
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    auto surface = driver != "KMSDRM" ? makeWindowSurface(window) : nullptr;
    if (!surface) {
        surface = makeTextureSurface(window);
    }
    if (!surface) {
        throw NoDisplay(fmt::format(
            "the display takes no pictures ({}); check its driver, or use --offscreen",
            SDL_GetError()));
    }
    return surface;
}

// The keypad's keys as the others.
std::string keyName(SDL_Keycode key)
{
    constexpr std::string_view kKeypad = "Keypad ";
    std::string name = SDL_GetKeyName(key);
    if (name.starts_with(kKeypad)) {
        name.erase(0, kKeypad.size());
    }
    return name == "Return" ? "Enter" : name;
}

Nanoseconds refreshOf(SDL_Window& window)
{
    SDL_DisplayMode mode{};
    const bool known = SDL_GetWindowDisplayMode(&window, &mode) == 0 && mode.refresh_rate > 0;
    return Nanoseconds(std::chrono::seconds(1)) / (known ? mode.refresh_rate : 60);
}

} // namespace

// In order of life: the window's memory dies before the window, the window before SDL.
struct Screen::State {
    const Clock& clock;
    Mode mode;
    Video video;
    Window window; // null where the surface is a display controller
    std::unique_ptr<Surface> surface;
    Composition composition;
    int rotation; // degrees clockwise
    Nanoseconds refresh;
    bool listens;                               // to the keyboard
    bool usable = true;                         // there is memory to paint into
    std::vector<Composition::Shown> onTheirWay; // painted, and not yet seen on the display
    std::vector<std::string> keys;

    State(const Options& options, const Clock& time, std::unique_ptr<Surface> controller)
        : clock(time), mode(options.mode), video(options.mode, controller != nullptr),
          window(controller ? nullptr : makeWindow(options)),
          surface(controller ? std::move(controller) : makeSurface(*window)),
          composition(options.rotation), rotation(options.rotation), refresh(refreshNow()),
          listens(options.keys)
    {}

    Nanoseconds refreshNow() const
    {
        const auto own = surface->refresh();
        return own ? *own : refreshOf(*window);
    }
    void tell() const;
    void renew();
    void display();
    std::vector<frame::Presented> takeSeen(SteadyTime at);
};

std::vector<frame::Presented> Screen::State::takeSeen(SteadyTime at)
{
    std::vector<frame::Presented> seen;
    for (const auto& shown : std::exchange(onTheirWay, {})) {
        seen.push_back({shown.item, shown.number, at, shown.way});
    }
    return seen;
}

void Screen::State::renew()
{
    usable = surface->renew();
    composition.lose();
    if (!usable) {
        kLog.warning("the display has gone ({}); waiting for it to come back", SDL_GetError());
    }
}

void Screen::State::tell() const
{
    if (!surface->connected()) {
        kLog.warning("no display is attached; everything goes on, to be seen once there is one");
        return;
    }
    const Canvas canvas = surface->canvas();
    kLog.info(
        "{}x{} on {}, a refresh every {:.2f} ms",
        canvas.width,
        canvas.height,
        window ? SDL_GetCurrentVideoDriver() : "a display controller",
        std::chrono::duration<double, std::milli>(refresh).count());
}

// After the controller's display came, went or changed.
void Screen::State::display()
{
    renew();
    composition.losePlanes();
    refresh = refreshNow();
}

Screen::Screen(const Options& options, const Clock& clock)
    : state_(std::make_unique<State>(options, clock, makeControllerSurface(options)))
{
    state_->tell();
}

Screen::~Screen() = default;

int Screen::width() const
{
    const Canvas canvas = state_->surface->canvas();
    return onItsSide(state_->rotation) ? canvas.height : canvas.width;
}

int Screen::height() const
{
    const Canvas canvas = state_->surface->canvas();
    return onItsSide(state_->rotation) ? canvas.width : canvas.height;
}

int Screen::rotation() const
{
    return state_->rotation;
}

Nanoseconds Screen::refreshInterval() const
{
    return state_->refresh;
}

PlaneOffer Screen::planeOffer() const
{
    return state_->surface->planeOffer();
}

bool Screen::connected() const
{
    return state_->surface->connected();
}

void Screen::light(bool on)
{
    state_->surface->light(on);
    state_->display();
}

void Screen::setRegions(std::vector<Region> regions, std::uint32_t background)
{
    state_->composition.setRegions(std::move(regions), background);
}

void Screen::show(std::size_t region, std::uint64_t item, std::shared_ptr<const Still> still)
{
    state_->composition.show(region, item, std::move(still));
}

void Screen::show(
    std::size_t region,
    std::uint64_t item,
    frame::TimedFrame frame,
    Fit fit,
    const std::optional<Anchor>& anchor)
{
    state_->composition.show(region, item, Moving{std::move(frame), fit, anchor});
}

void Screen::keep(std::size_t region)
{
    state_->composition.keep(region);
}

void Screen::mix(std::size_t region, const std::optional<Mix>& mix, bool leaving)
{
    state_->composition.mix(region, mix, leaving);
}

void Screen::showBefore(
    std::size_t region, frame::TimedFrame frame, Fit fit, const std::optional<Anchor>& anchor)
{
    state_->composition.showBefore(region, Moving{std::move(frame), fit, anchor});
}

void Screen::clear(std::size_t region)
{
    state_->composition.clear(region);
}

void Screen::overlay(int level, std::shared_ptr<const Still> still)
{
    if (still && rotation() != 0) {
        still = std::make_shared<const Still>(Still{
            turned(still->pixels, rotation()),
            turned(still->target, width(), height(), rotation()),
            still->opaque});
    }
    state_->composition.overlay(level, std::move(still));
}

std::optional<SteadyTime> Screen::nextStep() const
{
    return state_->composition.nextStep(state_->refresh);
}

std::vector<frame::Presented> Screen::present()
{
    State& state = *state_;
    Surface& surface = *state.surface;
    std::vector<frame::Presented> seen;
    if (const auto at = surface.flipped()) {
        seen = state.takeSeen(*at);
    } else if (!surface.later()) {
        seen = state.takeSeen(state.clock.steady()); // the display went before it could show them
    }
    state.composition.scroll(state.clock.steady(), state.refresh);
    if (!state.composition.changed() || !state.usable || !surface.ready()) {
        return seen;
    }
    state.composition.usePlanes(surface.videoPlanes(), surface.canvas());
    auto painted = state.composition.paint(surface.canvas());
    const bool something = !painted.damage.empty() || surface.later();
    if (something && !surface.update(painted.damage)) {
        state.renew();
        return seen;
    }
    state.onTheirWay = std::move(painted.shown);
    return surface.later() ? seen : state.takeSeen(state.clock.steady());
}

namespace {

Pixels copyOf(const Canvas& canvas)
{
    Pixels pixels(canvas.width, canvas.height);
    for (int y = 0; y < canvas.height; ++y) {
        std::memcpy(pixels.row(y), canvas.at(0, y), static_cast<std::size_t>(pixels.stride()));
    }
    for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
        pixels.bgra[i] = 255; // the window's memory leaves this byte undefined
    }
    return pixels;
}

} // namespace

Result<Pixels> Screen::screenshot() const
{
    auto pixels = state_->surface->screenshot().value_or(copyOf(state_->surface->canvas()));
    if (!pixels) {
        return pixels;
    }
    return turned(*std::move(pixels), (360 - state_->rotation) % 360);
}

bool Screen::pumpEvents()
{
    State& state = *state_;
    bool open = true;
    SDL_Event event{};
    if (state.surface->changed()) {
        state.display();
        state.tell();
    }
    SDL_PumpEvents();
    while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) {
        if (event.type == SDL_QUIT) {
            open = false;
        } else if (event.type == SDL_KEYDOWN && event.key.repeat == 0 && state.listens) {
            state.keys.push_back(keyName(event.key.keysym.sym));
        } else if (event.type == SDL_WINDOWEVENT) {
            const auto what = event.window.event;
            if (what == SDL_WINDOWEVENT_SIZE_CHANGED) {
                state.renew();
            } else if (what == SDL_WINDOWEVENT_EXPOSED) {
                state.composition.lose();
            }
        }
    }
    return open;
}

std::vector<std::string> Screen::takeKeys()
{
    return std::exchange(state_->keys, {});
}

int Screen::eventFd() const
{
    return state_->window ? displayFd(*state_->window) : state_->surface->eventFd();
}

std::optional<Nanoseconds> Screen::askEvery() const
{
    if (state_->mode == Mode::kOffscreen) {
        return std::nullopt; // memory has no events
    }
    if (state_->listens && (!state_->window || displayFd(*state_->window) < 0)) {
        return kAskKeys; // a controller's descriptor tells nothing of the keyboard
    }
    return eventFd() >= 0 ? std::nullopt : std::optional<Nanoseconds>(kAskDisplay);
}

} // namespace jtv::screen
