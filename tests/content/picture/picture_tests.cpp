// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Image bytes become pictures, or a sentence.
#include "content/picture/picture.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <filesystem>
#include <string>

namespace jtv::picture {
namespace {

// Left half red, right half blue, the top left corner white.
Pixels sample(int width, int height)
{
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* to = pixels.row(y) + std::ptrdiff_t{4} * x;
            const bool corner = x < width / 4 && y < height / 4;
            const bool left = x < width / 2;
            to[0] = corner || !left ? 255 : 0;
            to[1] = corner ? 255 : 0;
            to[2] = corner || left ? 255 : 0;
            to[3] = 255;
        }
    }
    return pixels;
}

bool whiteAt(const Pixels& pixels, int x, int y)
{
    const std::uint8_t* at = pixels.row(y) + std::ptrdiff_t{4} * x;
    return at[0] > 200 && at[1] > 200 && at[2] > 200;
}

std::string withOrientation(const std::string& jpeg, char orientation)
{
    const std::string tiff = std::string("II*\0\x08\0\0\0", 8) + std::string("\x01\0", 2) +
                             std::string("\x12\x01\x03\0\x01\0\0\0", 8) + orientation +
                             std::string("\0\0\0\0\0\0\0", 7);
    const std::string body = std::string("Exif\0\0", 6) + tiff;
    const auto length = static_cast<char>(body.size() + 2);
    return jpeg.substr(0, 2) + "\xff\xe1" + std::string(1, '\0') + length + body + jpeg.substr(2);
}

BOOST_AUTO_TEST_SUITE(picture)

BOOST_AUTO_TEST_CASE(png_comes_back_as_it_was_written)
{
    const Pixels pixels = sample(37, 21);
    const auto bytes = encodePng(pixels);
    BOOST_REQUIRE(bytes);
    const auto again = decode(*bytes);
    BOOST_REQUIRE(again);
    BOOST_TEST(again->width == 37);
    BOOST_TEST(again->bgra == pixels.bgra, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(transparent_png_is_premultiplied_and_comes_back)
{
    Pixels pixels(2, 1);
    pixels.bgra = {128, 0, 0, 128, 0, 0, 0, 0}; // half transparent blue, nothing
    const auto bytes = encodePng(pixels);
    BOOST_REQUIRE(bytes);
    const auto again = decode(*bytes);
    BOOST_REQUIRE(again);
    BOOST_TEST(again->bgra == pixels.bgra, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(jpeg_is_turned_as_its_orientation_says)
{
    const auto jpeg = encodeJpeg(sample(64, 32), 95);
    BOOST_REQUIRE(jpeg);
    struct Case {
        char orientation;
        bool turned;
        bool right; // where the white corner of the stored picture ends up
        bool bottom;
    };
    constexpr std::array<Case, 8> kCases{
        {{1, false, false, false},
         {2, false, true, false},
         {3, false, true, true},
         {4, false, false, true},
         {5, true, false, false},
         {6, true, true, false},
         {7, true, true, true},
         {8, true, false, true}}};
    for (const auto& wanted : kCases) {
        BOOST_TEST_CONTEXT("orientation " << int{wanted.orientation})
        {
            const auto bytes = withOrientation(*jpeg, wanted.orientation);
            const auto picture = decode(bytes);
            BOOST_REQUIRE(picture);
            BOOST_TEST(picture->width == (wanted.turned ? 32 : 64));
            BOOST_TEST(whiteAt(
                *picture,
                wanted.right ? picture->width - 3 : 2,
                wanted.bottom ? picture->height - 3 : 2));
            const auto size = sizeOf(bytes);
            BOOST_REQUIRE(size);
            BOOST_TEST(size->width == picture->width);
        }
    }
}

BOOST_AUTO_TEST_CASE(half_a_picture_is_refused)
{
    for (const auto& whole : {*encodePng(sample(200, 200)), *encodeJpeg(sample(200, 200))}) {
        const auto half = decode(std::string_view(whole).substr(0, whole.size() / 2));
        BOOST_REQUIRE(!half);
        BOOST_TEST((half.error().kind == ErrorKind::kInvalid));
        BOOST_TEST(half.error().message.find("damaged") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(picture_beyond_the_limit_is_refused_before_it_is_decoded)
{
    const auto bytes = encodePng(sample(100, 100));
    const auto refused = decode(*bytes, Limits{.pixels = 9999});
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("100x100") != std::string::npos);
    BOOST_TEST(!sizeOf(*bytes, Limits{.pixels = 9999}).has_value());
}

BOOST_AUTO_TEST_CASE(other_bytes_are_named_as_no_picture)
{
    for (const std::string_view bytes : {"", "GIF89a", "<svg/>", "RIFF1234WAVE"}) {
        const auto refused = decode(bytes);
        BOOST_REQUIRE(!refused);
        BOOST_TEST((refused.error().kind == ErrorKind::kUnsupported));
    }
}

BOOST_AUTO_TEST_CASE(file_is_named_in_the_error)
{
    const doubles::TemporaryDirectory folder;
    const auto file = folder.path() / "x.png";
    BOOST_REQUIRE(writePng(sample(4, 4), file));
    BOOST_TEST(readPicture(file).has_value());
    const auto missing = readPicture(folder.path() / "y.png");
    BOOST_REQUIRE(!missing);
    BOOST_TEST(missing.error().message.find("y.png") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(foreign_pictures_are_decoded_or_refused_with_a_sentence)
{
    const auto folder = doubles::corpus("images");
    if (!folder) {
        return;
    }
    int decoded = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const auto picture = readPicture(entry.path());
        decoded += picture ? 1 : 0;
        if (!picture) {
            BOOST_TEST(picture.error().message.find(entry.path().string()) != std::string::npos);
        }
    }
    BOOST_TEST(decoded > 100);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::picture
