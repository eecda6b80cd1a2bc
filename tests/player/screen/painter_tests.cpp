// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoder's picture arrives in the right colours, the right way up and at the right place.
#include "base/pixels.h"
#include "player/screen/painter.h"
#include "tests/doubles/coloured_frame.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <vector>

namespace jtv::screen {
namespace {

using doubles::colouredPicture;

Canvas canvasOf(Pixels& pixels)
{
    return {pixels.bgra.data(), pixels.stride(), pixels.width, pixels.height};
}

bool near(const Pixels& pixels, int x, int y, int red, int green, int blue)
{
    const std::uint8_t* at = pixels.row(y) + std::ptrdiff_t{4} * x;
    return std::abs(at[2] - red) <= 3 && std::abs(at[1] - green) <= 3 &&
           std::abs(at[0] - blue) <= 3;
}

BOOST_AUTO_TEST_SUITE(painter)

BOOST_AUTO_TEST_CASE(matrix_and_range_of_the_stream_are_used)
{
    struct Case {
        frame::Matrix matrix = frame::Matrix::kBt709;
        bool fullRange = false;
        doubles::Yuv red;
    };
    // Pure red in each of the standards.
    const Case cases[] = {
        {frame::Matrix::kBt601, false, {81, 90, 240}},
        {frame::Matrix::kBt709, false, {63, 102, 240}},
        {frame::Matrix::kBt601, true, {76, 85, 255}},
        {frame::Matrix::kBt709, true, {54, 99, 255}}};
    for (const auto format : {frame::PixelFormat::kI420, frame::PixelFormat::kNv12}) {
        for (const auto& wanted : cases) {
            auto picture = colouredPicture(16, 16, wanted.red, format);
            picture.matrix = wanted.matrix;
            picture.fullRange = wanted.fullRange;
            Pixels pixels(16, 16);
            Painter().paint(canvasOf(pixels), picture, {0, 0, 16, 16}, {0, 0, 16, 16});
            BOOST_TEST(near(pixels, 8, 8, 255, 0, 0));
        }
    }
}

BOOST_AUTO_TEST_CASE(scaled_picture_fills_exactly_its_target)
{
    Pixels pixels(33, 21);
    Painter().paint(
        canvasOf(pixels), colouredPicture(7, 5, {235, 128, 128}), {0, 0, 7, 5}, {3, 2, 25, 15});
    BOOST_TEST(near(pixels, 3, 2, 255, 255, 255));
    BOOST_TEST(near(pixels, 27, 16, 255, 255, 255));
    BOOST_TEST(near(pixels, 2, 2, 0, 0, 0));
    BOOST_TEST(near(pixels, 28, 16, 0, 0, 0));
    BOOST_TEST(near(pixels, 27, 17, 0, 0, 0));
}

BOOST_AUTO_TEST_CASE(turned_picture_stands_upright)
{
    auto picture = colouredPicture(32, 16, {16, 128, 128});
    std::vector<std::uint8_t> luma(512, 16);
    for (std::size_t y = 0; y < 8; ++y) {
        for (std::size_t x = 0; x < 8; ++x) {
            luma[y * 32 + x] = 235; // the stored top left corner
        }
    }
    picture.planes[0].data = luma.data();
    struct Case {
        int rotation;
        bool right;
        bool bottom;
    };
    for (const Case wanted :
         {Case{90, true, false}, Case{180, true, true}, Case{270, false, true}}) {
        picture.rotation = wanted.rotation;
        const Shape shape = uprightShape(picture);
        BOOST_TEST(shape.width == (wanted.rotation == 180 ? 32 : 16));
        Pixels pixels(shape.width, shape.height);
        const Rect whole{0, 0, shape.width, shape.height};
        Painter().paint(canvasOf(pixels), picture, whole, whole);
        BOOST_TEST(near(
            pixels,
            wanted.right ? shape.width - 3 : 2,
            wanted.bottom ? shape.height - 3 : 2,
            255,
            255,
            255));
        BOOST_TEST(near(pixels, wanted.right ? 2 : shape.width - 3, 2, 0, 0, 0));
    }
}

BOOST_AUTO_TEST_CASE(pixels_that_are_not_square_widen_the_picture)
{
    auto picture = colouredPicture(720, 576, {});
    picture.displayWidth = 1024;
    BOOST_TEST(uprightShape(picture).width == 1024);
    picture.rotation = 90;
    BOOST_TEST(uprightShape(picture).height == 1024);
}

BOOST_AUTO_TEST_CASE(still_beyond_the_edge_is_cut)
{
    Pixels pixels(10, 10);
    Still still;
    still.pixels = Pixels(8, 8);
    std::fill(still.pixels.bgra.begin(), still.pixels.bgra.end(), std::uint8_t{255});
    still.target = {0, 0, 8, 8};
    paintStill(canvasOf(pixels), still, 6, -3);
    BOOST_TEST(near(pixels, 9, 4, 255, 255, 255));
    BOOST_TEST(near(pixels, 9, 5, 0, 0, 0));
    paintStill(canvasOf(pixels), still, 50, 50);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
