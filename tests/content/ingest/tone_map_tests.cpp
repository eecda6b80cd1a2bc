// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The curve against the formulae of the standards, written down a second time and in another order;
// whole pictures against colours worked out by hand from them.
#include "content/ingest/shaper.h"
#include "content/ingest/tone_map.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace jtv::ingest {
namespace {

// ITU-R BT.2100-2, table 4: luminance of a PQ signal, cd/m².
double pqLight(double signal)
{
    const double root = std::pow(signal, 32.0 / 2523);
    const double above = std::max(root - 0.8359375, 0.0);
    return 10'000 * std::pow(above / (18.8515625 - 18.6875 * root), 8192.0 / 1305);
}

double pqSignal(double light)
{
    // By halving, so that no formula is shared with pqLight()'s inverse.
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (pqLight(middle) < light ? low : high) = middle;
    }
    return low;
}

// BT.2390-10 §5.4.1 with black at 0, cd/m² to cd/m².
double eetf(double light, double sourcePeak, double targetPeak)
{
    const double top = pqSignal(sourcePeak);
    const double e = std::min(1.0, pqSignal(light) / top);
    const double most = pqSignal(targetPeak) / top;
    const double ks = 1.5 * most - 0.5;
    if (e < ks) {
        return light;
    }
    const double t = (e - ks) / (1 - ks);
    const double h00 = (1 + 2 * t) * (1 - t) * (1 - t);
    const double h10 = t * (1 - t) * (1 - t);
    const double h01 = t * t * (3 - 2 * t);
    return pqLight((h00 * ks + h10 * (1 - ks) + h01 * most) * top);
}

BOOST_AUTO_TEST_SUITE(tone_map)

BOOST_AUTO_TEST_CASE(curve_is_that_of_bt_2390)
{
    for (const double peak : {400.0, 1000.0, 4000.0, 10'000.0}) {
        const ToneMap map(peak);
        double before = -1;
        for (double light = 0.01; light < peak; light *= 1.07) {
            const double ours = map.curve(light / kSdrWhite) * kSdrWhite;
            BOOST_TEST(std::abs(ours - eetf(light, peak, kSdrWhite)) < 0.002 * light + 1e-6);
            BOOST_TEST(ours >= before);
            before = ours;
        }
        BOOST_TEST(std::abs(map.curve(peak / kSdrWhite) - 1) < 0.001);
    }
    const ToneMap ordinary(100); // darker than ordinary white: nothing to do
    BOOST_TEST(ordinary.curve(0.5) == 0.5);
}

BOOST_AUTO_TEST_CASE(pixels_follow_the_curve_and_keep_their_hue)
{
    const ToneMap map(1000);
    for (const double bright : {0.0, 0.01, 0.3, 0.9, 2.0, 4.9, 20.0}) {
        auto red = static_cast<float>(bright);
        auto green = static_cast<float>(bright / 2);
        float blue = -0.1F;
        map.apply(&red, &green, &blue, 1);
        const double wanted = std::min(1.0, map.curve(bright));
        BOOST_TEST(std::abs(double(red) - wanted) < 0.003);
        BOOST_TEST(std::abs(double(green) - double(red) / 2) < 1e-5);
        BOOST_TEST(blue == 0.0F);
    }
}

// A plain grey PQ or HLG picture of 64 x 64 through the whole shaper; the luma that comes out.
int greyThrough(int transfer, double signal, double peak)
{
    PictureFormat format;
    format.size = {64, 64};
    format.depth = 10;
    format.colours = {9, transfer, 9, false};
    format.peak = peak;
    Recipe recipe;
    recipe.picture = recipe.canvas = {64, 64};
    auto shaper = Shaper::make(format, recipe);
    BOOST_REQUIRE(shaper);
    const auto luma = static_cast<std::uint16_t>(std::lround(64 + 876 * signal));
    const std::vector<std::uint16_t> lumas(4096, luma);
    const std::vector<std::uint16_t> chromas(1024, 512);
    const auto* y = reinterpret_cast<const std::uint8_t*>(lumas.data());
    const auto* c = reinterpret_cast<const std::uint8_t*>(chromas.data());
    std::vector<std::uint8_t> canvas(bytesOf({64, 64}));
    BOOST_REQUIRE(shaper->shape({{y, c, c}, {128, 64, 64}}, canvas.data()));
    BOOST_TEST(std::abs(int(canvas[64 * 64 + 5]) - 128) <= 1);
    return canvas[64 * 32 + 32];
}

// The luma of an ordinary screen (gamma 2.4, ITU-R BT.1886) for a part of white.
double screenLuma(double light)
{
    return 16 + 219 * std::pow(std::clamp(light, 0.0, 1.0), 1 / 2.4);
}

BOOST_AUTO_TEST_CASE(pq_greys_come_out_as_worked_out_by_hand)
{
    for (double signal = 0.05; signal <= 0.75; signal += 0.05) {
        const double light = eetf(pqLight(signal), 1000, kSdrWhite) / kSdrWhite;
        BOOST_TEST(std::abs(greyThrough(16, signal, 1000) - screenLuma(light)) <= 1.6, signal);
    }
}

BOOST_AUTO_TEST_CASE(hlg_greys_come_out_as_worked_out_by_hand)
{
    // BT.2100-2, table 5: scene light of the signal, then the system's gamma of 1.2 at 1000 cd/m².
    for (double signal = 0.1; signal <= 1.0; signal += 0.1) {
        const double scene = signal <= 0.5
                                 ? signal * signal / 3
                                 : (std::exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
        const double shown = 1000 * std::pow(scene, 1.2);
        const double light = eetf(shown, 1000, kSdrWhite) / kSdrWhite;
        BOOST_TEST(std::abs(greyThrough(18, signal, 1000) - screenLuma(light)) <= 1.6, signal);
    }
}

BOOST_AUTO_TEST_CASE(pictures_are_turned_clockwise_into_their_place)
{
    PictureFormat format;
    format.size = {64, 32};
    std::vector<std::uint8_t> luma(2048, 40);
    for (int y = 0; y < 8; ++y) {
        std::fill_n(luma.begin() + std::ptrdiff_t{64} * y, 8, std::uint8_t{200}); // left top
    }
    const std::vector<std::uint8_t> chroma(512, 128);
    const Planes planes{{luma.data(), chroma.data(), chroma.data()}, {64, 32, 32}};
    for (const int degrees : {0, 90, 180, 270}) {
        Recipe recipe;
        recipe.rotation = degrees;
        recipe.picture = degrees % 180 == 0 ? Size{64, 32} : Size{32, 64};
        recipe.canvas = {64, 64};
        recipe.surround = Surround::kPlain;
        auto shaper = Shaper::make(format, recipe);
        BOOST_REQUIRE(shaper);
        std::vector<std::uint8_t> canvas(bytesOf({64, 64}));
        BOOST_REQUIRE(shaper->shape(planes, canvas.data()));
        const int left = (64 - recipe.picture.width) / 2;
        const int top = (64 - recipe.picture.height) / 2;
        const bool onRight = degrees == 90 || degrees == 180;
        const bool below = degrees == 180 || degrees == 270;
        const int x = onRight ? 63 - left - 3 : left + 3;
        const int y = below ? 63 - top - 3 : top + 3;
        BOOST_TEST(int(canvas[static_cast<std::size_t>(y * 64 + x)]) == 200, degrees);
        BOOST_TEST(int(canvas[static_cast<std::size_t>((63 - y) * 64 + 63 - x)]) == 40, degrees);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
