// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which mix a transition shows at which time.
#include "player/show/effect.h"

#include <boost/test/unit_test.hpp>

#include <array>

namespace jtv::show {
namespace {

using Kind = screen::Mix::Kind;
using From = screen::Mix::From;

BOOST_AUTO_TEST_SUITE(effect)

BOOST_AUTO_TEST_CASE(progress_grows_steadily_and_ends_with_the_duration)
{
    Effect effect;
    effect.duration = Milliseconds(800);
    double before = -1;
    for (int ms = 0; ms < 800; ++ms) {
        const auto mix = mixAt(effect, Milliseconds(ms));
        BOOST_REQUIRE(mix);
        BOOST_TEST(mix->progress > before);
        before = mix->progress;
    }
    BOOST_TEST(before < 1);
    BOOST_TEST(!mixAt(effect, Milliseconds(800)));
    BOOST_TEST(mixAt(effect, Milliseconds(-5))->progress == 0);
    BOOST_TEST(!mixAt(Effect{}, Milliseconds(0))); // a cut
}

BOOST_AUTO_TEST_CASE(part_of_a_transition_is_played_alone)
{
    Effect effect;
    effect.duration = Milliseconds(100);
    effect.startProgress = 0.25;
    effect.endProgress = 0.75;
    BOOST_TEST(mixAt(effect, Milliseconds(0))->progress == 0.25);
    BOOST_TEST(mixAt(effect, Milliseconds(50))->progress == 0.5);
}

BOOST_AUTO_TEST_CASE(transitions_of_a_playlist_are_found_by_their_id)
{
    model::Playlist playlist;
    model::Transition push;
    push.id = "p";
    push.kind = model::Transition::Kind::kPush;
    push.from = model::Transition::From::kBottom;
    push.duration = Milliseconds(700);
    model::Transition fade;
    fade.id = "f";
    fade.kind = model::Transition::Kind::kFadeFromColor;
    fade.fadeColor = "#102030";
    playlist.transitions = {push, fade};
    const auto found = effectNamed(playlist, "p");
    BOOST_REQUIRE(found);
    BOOST_TEST((found->kind == Kind::kPush));
    BOOST_TEST((found->from == From::kBottom));
    BOOST_TEST((found->duration == Milliseconds(700)));
    BOOST_TEST(effectNamed(playlist, "f")->colour == 0x102030U);
    BOOST_TEST(!effectNamed(playlist, "x"));
    BOOST_TEST(!effectNamed(playlist, ""));
}

BOOST_AUTO_TEST_CASE(words_of_settings_are_understood_or_explained)
{
    BOOST_TEST((parseEffect("cut")->duration == Nanoseconds(0)));
    BOOST_TEST((parseEffect("crossfade")->kind == Kind::kFade));
    BOOST_TEST((parseEffect("crossfade")->duration == Milliseconds(500)));
    BOOST_TEST((parseEffect("fade:1200")->kind == Kind::kThroughColour));
    BOOST_TEST((parseEffect("fade:1200")->duration == Milliseconds(1200)));
    BOOST_TEST((parseEffect("push-right:800")->from == From::kRight));
    BOOST_TEST((parseEffect("wipe-top")->kind == Kind::kWipe));
    for (const auto* wrong :
         {"",
          "blur",
          "fade-left",
          "push-up",
          "push-",
          "fade:",
          "fade:-1",
          "fade:99999",
          "cut-x",
          "fade:5s"}) {
        const auto effect = parseEffect(wrong);
        BOOST_TEST_CONTEXT(wrong)
        {
            BOOST_REQUIRE(!effect);
            BOOST_TEST(effect.error().message.find("crossfade") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
