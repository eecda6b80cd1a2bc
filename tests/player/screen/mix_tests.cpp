// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Mixes compared pixel by pixel with what their names say.
#include "base/pixels.h"
#include "player/screen/mix.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdlib>
#include <random>

namespace jtv::screen {
namespace {

using Kind = Mix::Kind;
using From = Mix::From;

Canvas canvasOf(Pixels& pixels)
{
    return {pixels.bgra.data(), pixels.stride(), pixels.width, pixels.height};
}

int greenAt(const Pixels& pixels, int x, int y)
{
    return pixels.row(y)[std::ptrdiff_t{4} * x + 1];
}

struct Point {
    int x = 0;
    int y = 0;
};

// Which pixel of the new picture is seen at a point; nullopt-like x < 0: the one before is.
struct Seen {
    bool fresh = false;
    Point of;
};

// `step` px of the new picture have come in.
Seen seenAt(const Mix& mix, Point at, int width, int height, int step)
{
    // Turned so that the new picture comes from the left.
    const bool sideways = mix.from == From::kTop || mix.from == From::kBottom;
    const bool backwards = mix.from == From::kRight || mix.from == From::kBottom;
    const int length = sideways ? height : width;
    int along = sideways ? at.y : at.x;
    along = backwards ? length - 1 - along : along;
    const bool fresh = along < step;
    int of = along;
    if (fresh && mix.kind != Kind::kWipe) {
        of = along + length - step;
    } else if (!fresh && mix.kind == Kind::kPush) {
        of = along - step;
    }
    of = backwards ? length - 1 - of : of;
    return {fresh, sideways ? Point{at.x, of} : Point{of, at.y}};
}

struct Pictures {
    std::mt19937 random{11}; // NOLINT(cert-msc51-cpp): the same in every run
    Pixels before;
    Pixels after;
    Pixels result;

    int between(int least, int most)
    {
        return std::uniform_int_distribution<int>(least, most)(random);
    }
    void make()
    {
        const int width = between(1, 60);
        const int height = between(1, 60);
        for (Pixels* pixels : {&before, &after, &result}) {
            *pixels = Pixels(width, height);
            for (auto& byte : pixels->bgra) {
                byte = static_cast<std::uint8_t>(between(0, 255));
            }
        }
    }
    void paint(const Mix& mix)
    {
        paintMix(canvasOf(result), canvasOf(before), canvasOf(after), mix);
    }
};

BOOST_FIXTURE_TEST_SUITE(mix, Pictures)

BOOST_AUTO_TEST_CASE(border_wanders_and_pictures_move_as_they_are_called)
{
    for (int round = 0; round < 200; ++round) {
        make();
        Mix how;
        how.kind = static_cast<Kind>(between(4, 6));
        how.from = static_cast<From>(between(0, 3));
        how.progress = between(0, 100) / 100.0;
        paint(how);
        const bool sideways = how.from == From::kTop || how.from == From::kBottom;
        const int length = sideways ? result.height : result.width;
        const auto step = static_cast<int>(std::lround(how.progress * length));
        int wrong = 0;
        for (int y = 0; y < result.height; ++y) {
            for (int x = 0; x < result.width; ++x) {
                const Seen seen = seenAt(how, {x, y}, result.width, result.height, step);
                const Pixels& from = seen.fresh ? after : before;
                wrong += greenAt(result, x, y) != greenAt(from, seen.of.x, seen.of.y) ? 1 : 0;
            }
        }
        BOOST_TEST(
            wrong == 0,
            "kind " << static_cast<int>(how.kind) << ", from " << static_cast<int>(how.from) << ": "
                    << wrong);
    }
}

BOOST_AUTO_TEST_CASE(fades_go_in_equal_steps_from_one_to_the_other)
{
    constexpr int kColour = 0x40;
    for (int round = 0; round < 100; ++round) {
        make();
        Mix how;
        how.kind = static_cast<Kind>(between(0, 3));
        how.colour = kColour << 8;
        how.progress = between(0, 99) / 100.0;
        paint(how);
        const int x = between(0, result.width - 1);
        const int y = between(0, result.height - 1);
        double one = greenAt(before, x, y);
        double other = greenAt(after, x, y);
        double part = how.progress;
        if (how.kind == Kind::kThroughColour) {
            one = part < 0.5 ? one : kColour;
            other = part < 0.5 ? kColour : other;
            part = part < 0.5 ? 2 * part : 2 * part - 1;
        } else if (how.kind == Kind::kToColour) {
            other = kColour;
        } else if (how.kind == Kind::kFromColour) {
            one = kColour;
        }
        const double wanted = one + part * (other - one);
        BOOST_TEST(std::abs(greenAt(result, x, y) - wanted) <= 2.5);
    }
}

BOOST_AUTO_TEST_CASE(edges_turn_with_the_display)
{
    Mix how;
    how.from = From::kLeft;
    BOOST_TEST((turned(how, 0).from == From::kLeft));
    BOOST_TEST((turned(how, 90).from == From::kTop));
    BOOST_TEST((turned(how, 180).from == From::kRight));
    how.from = From::kBottom;
    BOOST_TEST((turned(how, 90).from == From::kLeft));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
