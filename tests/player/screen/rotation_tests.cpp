// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A turned screen shows, seen upright, what an unturned one of the same shape shows.
#include "player/screen/painter.h"
#include "player/screen/screen.h"
#include "tests/doubles/coloured_frame.h"
#include "tests/doubles/set_clock.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <random>

namespace jtv::screen {
namespace {

constexpr int kWidth = 96;
constexpr int kHeight = 160;
constexpr std::array<Fit, 5> kFits{
    Fit::kFill, Fit::kHidden, Fit::kMeet, Fit::kMeetBest, Fit::kSlice};

// Brighter to the right and to the bottom, so that neither scaling nor a border lies far from what
// another order of scaling and turning gives.
frame::CpuPicture slope(int width, int height, int rotation, frame::PixelFormat format)
{
    auto picture = doubles::colouredPicture(width, height, {16, 128, 128}, format);
    // The double's memory, which is ours to write before the picture is used.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* luma = const_cast<std::uint8_t*>(picture.planes[0].data);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            luma[y * width + x] = static_cast<std::uint8_t>(40 + 120 * x / width + 60 * y / height);
        }
    }
    picture.rotation = rotation;
    return picture;
}

Pixels chart(int width, int height)
{
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = pixels.row(y) + std::ptrdiff_t{4} * x;
            pixel[0] = static_cast<std::uint8_t>(40 + 150 * x / width);
            pixel[1] = static_cast<std::uint8_t>(40 + 150 * y / height);
            pixel[2] = 90;
            pixel[3] = 255;
        }
    }
    return pixels;
}

struct Scene {
    Rect still;
    Fit stillFit = Fit::kMeet;
    Shape stillSize;
    Rect video;
    Fit videoFit = Fit::kMeet;
    Shape videoSize;
    int videoRotation = 0;
    frame::PixelFormat format = frame::PixelFormat::kI420;
};

Pixels shown(const Scene& scene, int degrees)
{
    doubles::SetClock clock;
    const bool sideways = onItsSide(degrees);
    Screen display(
        {Mode::kOffscreen,
         sideways ? kHeight : kWidth,
         sideways ? kWidth : kHeight,
         "test",
         degrees},
        clock);
    BOOST_TEST(display.width() == kWidth);
    BOOST_TEST(display.height() == kHeight);
    display.setRegions({{scene.still, 1, true, 0x305070}, {scene.video, 0, false, 0}}, 0x102030);
    display.show(
        0,
        1,
        std::make_shared<const Still>(makeStill(
            chart(scene.stillSize.width, scene.stillSize.height),
            scene.still.width,
            scene.still.height,
            scene.stillFit,
            display.rotation())));
    display.show(
        1,
        2,
        {slope(scene.videoSize.width, scene.videoSize.height, scene.videoRotation, scene.format),
         Nanoseconds(0),
         Nanoseconds(0),
         0},
        scene.videoFit);
    BOOST_TEST(display.present().size() == 2U);
    return display.screenshot().value();
}

// Mean difference of all channels.
double distance(const Pixels& a, const Pixels& b)
{
    BOOST_REQUIRE(a.width == b.width && a.height == b.height);
    long sum = 0;
    for (std::size_t i = 0; i < a.bgra.size(); ++i) {
        sum += std::abs(a.bgra[i] - b.bgra[i]);
    }
    return static_cast<double>(sum) / static_cast<double>(a.bgra.size());
}

BOOST_AUTO_TEST_SUITE(rotation)

BOOST_AUTO_TEST_CASE(turned_screen_shows_the_same_picture_upright)
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same scenes in every run
    const auto between = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 15; ++round) {
        Scene scene;
        scene.still = {between(0, 30), between(0, 60), between(20, 60), between(20, 90)};
        scene.stillSize = {between(10, 200), between(10, 200)};
        scene.stillFit = kFits[static_cast<std::size_t>(between(0, 4))];
        scene.video = {between(-20, 10), between(-20, 10), between(40, 100), between(60, 160)};
        scene.videoSize = {2 * between(20, 100), 2 * between(20, 100)};
        scene.videoFit = kFits[static_cast<std::size_t>(between(0, 4))];
        scene.videoRotation = 90 * between(0, 3);
        scene.format = between(0, 1) == 0 ? frame::PixelFormat::kI420 : frame::PixelFormat::kNv12;
        const Pixels upright = shown(scene, 0);
        for (const int degrees : {90, 180, 270}) {
            BOOST_TEST_CONTEXT("round " << round << ", " << degrees << " degrees")
            {
                BOOST_TEST(distance(upright, shown(scene, degrees)) < 2.5);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(parts_turn_with_the_whole)
{
    const Rect part{10, 20, 30, 40};
    BOOST_TEST((turned(part, 100, 200, 0) == part));
    BOOST_TEST((turned(part, 100, 200, 90) == Rect{140, 10, 40, 30}));
    BOOST_TEST((turned(part, 100, 200, 180) == Rect{60, 140, 30, 40}));
    BOOST_TEST((turned(part, 100, 200, 270) == Rect{20, 60, 40, 30}));
    BOOST_TEST((turned(turned(part, 100, 200, 90), 200, 100, 270) == part));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
