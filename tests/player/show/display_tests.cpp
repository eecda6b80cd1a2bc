// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A show whose display changes its size, or is put to sleep.
#include "tests/player/show/stagehand.h"

#include <SDL2/SDL.h>

namespace jtv::show {
namespace {

// As a desktop that changes its mode does; SDL numbers its windows from 1.
void resizeWindow(int width, int height)
{
    SDL_Window* window = nullptr;
    for (Uint32 id = 1; window == nullptr; ++id) {
        window = SDL_GetWindowFromID(id);
    }
    SDL_SetWindowSize(window, width, height);
}

BOOST_FIXTURE_TEST_SUITE(show_display, Stagehand)

BOOST_AUTO_TEST_CASE(screen_that_changes_its_size_is_laid_out_anew)
{
    const auto large = picture("a.png", 90, 320, 180);
    show.play(programme("whole", {medium(large, 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    resizeWindow(320, 180);
    BOOST_TEST(display.pumpEvents());
    BOOST_TEST(display.width() == 320);
    BOOST_TEST(run([this] { return display.screenshot()->row(170)[std::size_t{4} * 310] == 90; }));
    BOOST_TEST((ends() == std::vector{ItemEnd::kStopped, ItemEnd::kPlaying}));
    BOOST_TEST(show.statistics().blackFrames == 0U);
}

BOOST_AUTO_TEST_CASE(resting_show_shows_nothing_until_it_plays_again)
{
    show.play(programme("day", {medium(picture("a.png", 90), 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    show.rest();
    display.light(true);
    run([this] { return show.nextDue() == SteadyTime::max(); });
    BOOST_TEST(show.finished());
    BOOST_TEST((ends() == std::vector{ItemEnd::kStopped}));
    BOOST_TEST(display.screenshot()->row(45)[0] == 0);
    show.play(programme("next", {medium("a.png", 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeBegan, "next"); }));
    BOOST_TEST(run([this] { return display.screenshot()->row(45)[0] == 90; }));
    BOOST_TEST(show.statistics().blackFrames == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
