// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SDL's off-screen display shows what it is told, and says when it was seen.
#include "player/screen/screen.h"
#include "tests/doubles/coloured_frame.h"
#include "tests/doubles/set_clock.h"

#include <SDL2/SDL.h>
#include <boost/test/unit_test.hpp>

namespace jtv::screen {
namespace {

BOOST_AUTO_TEST_SUITE(screen)

BOOST_AUTO_TEST_CASE(presented_frame_is_in_the_screenshot)
{
    doubles::SetClock clock;
    clock.advance(Milliseconds(1234));
    Screen display({Mode::kOffscreen, 64, 48, "test"}, clock);
    BOOST_TEST(display.width() == 64);
    BOOST_TEST(display.height() == 48);
    display.setRegions({{{0, 0, 64, 48}, 0, false, 0}}, 0x112233);
    BOOST_TEST(display.present().empty());
    display.show(
        0,
        5,
        {doubles::colouredPicture(32, 48, {235, 128, 128}), Nanoseconds(0), Nanoseconds(0), 9},
        Fit::kMeet);
    const auto presented = display.present();
    BOOST_REQUIRE(presented.size() == 1U);
    BOOST_TEST(presented.front().item == 5U);
    BOOST_TEST(presented.front().number == 9U);
    BOOST_TEST((presented.front().at == clock.steady()));
    BOOST_TEST(display.present().empty());

    const Pixels seen = display.screenshot().value();
    BOOST_TEST(seen.row(24)[std::size_t{4} * 32] > 250);
    BOOST_TEST(seen.row(0)[0] == 0x33);
    BOOST_TEST(seen.row(0)[3] == 255);
    BOOST_TEST(display.pumpEvents());
    BOOST_TEST((display.refreshInterval() > Nanoseconds(0)));
}

BOOST_AUTO_TEST_CASE(keys_are_told_by_name_where_they_are_wanted)
{
    const SystemClock clock;
    Screen display({.mode = Mode::kOffscreen, .width = 64, .height = 48, .keys = true}, clock);
    for (const SDL_Keycode key : {SDLK_a, SDLK_KP_7, SDLK_KP_ENTER, SDLK_RETURN, SDLK_LEFT}) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        SDL_PushEvent(&event);
        event.key.repeat = 1; // held down
        SDL_PushEvent(&event);
    }
    BOOST_TEST(display.pumpEvents());
    const std::vector<std::string> pressed{"A", "7", "Enter", "Enter", "Left"};
    BOOST_TEST(display.takeKeys() == pressed, boost::test_tools::per_element());
    BOOST_TEST(display.takeKeys().empty());
}

BOOST_AUTO_TEST_CASE(keys_are_off_unless_wanted)
{
    const SystemClock clock;
    Screen display({.mode = Mode::kOffscreen, .width = 64, .height = 48}, clock);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = SDLK_a;
    SDL_PushEvent(&event);
    BOOST_TEST(display.pumpEvents());
    BOOST_TEST(display.takeKeys().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
