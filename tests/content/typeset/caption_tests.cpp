// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions as pictures: readable, inside the picture, where the file says.
#include "content/typeset/caption.h"
#include "content/typeset/caption_place.h"
#include "content/typeset/caption_text.h"
#include "content/typeset/sizes.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <utility>

namespace jtv::typeset {
namespace {

model::Caption captionOf(std::vector<std::string> lines, model::CaptionPlace place = {})
{
    model::Caption caption;
    caption.place = std::move(place);
    for (auto& line : lines) {
        model::CaptionSpan span;
        span.text = std::move(line);
        caption.lines.push_back({span});
    }
    return caption;
}

Patch render(
    const std::vector<model::Caption>& captions,
    const std::string& language = "de",
    int width = 1920,
    int height = 1080)
{
    Target target;
    target.width = width;
    target.height = height;
    auto patch = renderCaptions(captions, {}, language, target);
    BOOST_REQUIRE(patch);
    return *std::move(patch);
}

double bottomOf(const Patch& patch)
{
    return patch.y + patch.pixels.height;
}

// Share of the pixels in a column range that are bright, i.e. letters.
double ink(const Patch& patch, int from, int to)
{
    int bright = 0;
    for (int y = 0; y < patch.pixels.height; ++y) {
        for (int x = from; x < to; ++x) {
            bright += patch.pixels.row(y)[4 * x + 1] > 180 ? 1 : 0;
        }
    }
    return static_cast<double>(bright) / (patch.pixels.height * std::max(to - from, 1));
}

const CaptionRoom kRoom{1000, 600, 20, 40};

BOOST_AUTO_TEST_SUITE(caption)

BOOST_AUTO_TEST_CASE(every_colour_is_readable_on_the_box)
{
    for (int i = 0; i <= static_cast<int>(model::CaptionColour::kBlack); ++i) {
        const auto colour = captionColour(static_cast<model::CaptionColour>(i));
        BOOST_TEST(contrast(colour, captionGround()) >= 7.0);
    }
}

BOOST_AUTO_TEST_CASE(usual_caption_has_the_size_that_the_farthest_viewer_needs)
{
    const TextSetter setter(languageOf("de"));
    Target target;
    const auto patch = render({captionOf({"Bitte bringen Sie Ihren Ausweis mit."})});
    const auto readable = smallestText(target);
    BOOST_REQUIRE(readable);
    const auto set =
        setCaption(captionOf({"Bitte bringen Sie Ihren Ausweis mit."}), setter, *readable, 1800);
    BOOST_TEST(patch.pixels.width > set.width);
    BOOST_TEST(patch.pixels.height >= set.lineHeight);
    BOOST_TEST(bottomOf(patch) <= 1080);
    BOOST_TEST(bottomOf(patch) > 980);
}

BOOST_AUTO_TEST_CASE(long_line_is_broken_into_lines_of_like_length)
{
    const TextSetter setter(languageOf("de"));
    const auto set = setCaption(
        captionOf({"Bitte bringen Sie zum Termin Ihren Personalausweis, den Mietvertrag und die "
                   "Kontoauszüge der letzten drei Monate mit."}),
        setter,
        53,
        1700);
    BOOST_REQUIRE(set.rows.size() == 2U);
    BOOST_TEST(set.rows[0].width > set.width * 0.75);
    BOOST_TEST(set.rows[1].width > set.width * 0.75);
    BOOST_TEST(!set.tooWide);
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_however_long_or_small)
{
    std::string endless;
    for (int i = 0; i < 60; ++i) {
        endless += "Rechtsbehelfsbelehrung ";
    }
    for (const auto& [width, height] :
         {std::pair{1920, 1080}, {1080, 1920}, {640, 200}, {120, 90}, {7, 5}}) {
        const auto patch = render(
            {captionOf({endless}),
             captionOf({"b"}),
             captionOf({"Donaudampfschifffahrtsgesellschaft"})},
            "de",
            width,
            height);
        BOOST_TEST(patch.x >= 0);
        BOOST_TEST(patch.y >= 0);
        BOOST_TEST(patch.x + patch.pixels.width <= width);
        BOOST_TEST(bottomOf(patch) <= height);
    }
}

BOOST_AUTO_TEST_CASE(direction_is_that_of_each_line)
{
    const TextSetter setter(languageOf("de"));
    const auto set = setCaption(captionOf({"نص عربي", "deutscher Text", "123"}), setter, 50, 1000);
    BOOST_REQUIRE(set.rows.size() == 3U);
    BOOST_TEST(set.rows[0].rightToLeft);
    BOOST_TEST(!set.rows[1].rightToLeft);
    BOOST_TEST(!set.rows[2].rightToLeft);
    model::CaptionPlace start;
    start.align = model::CaptionAlign::kStart;
    // The short line of an Arabic caption begins at the right.
    const auto patch = render({captionOf({"هذا سطر طويل جداً للاختبار", "نص"}, start)}, "ar");
    const int half = patch.pixels.width / 2;
    BOOST_TEST(ink(patch, half, patch.pixels.width) > ink(patch, 0, half));
}

BOOST_AUTO_TEST_CASE(captions_at_one_time_do_not_cover_each_other)
{
    std::mt19937 random(7);
    const auto number = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<Box> taken;
        for (int i = 0; i < 3; ++i) {
            model::CaptionPlace place;
            if (number(0, 2) > 0) {
                place.snapToLines = number(0, 1) == 1;
                place.line = place.snapToLines ? number(-14, 14) : number(0, 100);
            }
            if (number(0, 1) == 1) {
                place.position = number(0, 100);
            }
            place.align = static_cast<model::CaptionAlign>(number(0, 4));
            place.lineAlign = static_cast<model::CaptionLineAlign>(number(0, 2));
            const auto box = placeCaption(
                place, number(0, 1) == 1, number(50, 300), number(40, 120), kRoom, taken);
            BOOST_TEST(box.x >= kRoom.margin);
            BOOST_TEST(box.x + box.width <= kRoom.along - kRoom.margin);
            BOOST_TEST(box.y >= kRoom.margin);
            BOOST_TEST(box.y + box.height <= kRoom.across - kRoom.margin);
            for (const auto& other : taken) {
                const bool apart = box.x >= other.x + other.width || other.x >= box.x + box.width ||
                                   box.y >= other.y + other.height || other.y >= box.y + box.height;
                BOOST_TEST(apart);
            }
            taken.push_back(box);
        }
    }
}

BOOST_AUTO_TEST_CASE(settings_say_where_the_box_stands)
{
    model::CaptionPlace place;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).y == 500.0);
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).x == 400.0);
    place.line = 0;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).y == 20.0);
    place.line = -2;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).y == 460.0);
    place.snapToLines = false;
    place.line = 50;
    place.lineAlign = model::CaptionLineAlign::kCentre;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).y == 260.0);
    place.position = 10;
    place.align = model::CaptionAlign::kLeft;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).x == 100.0);
    place.positionAlign = model::CaptionPositionAlign::kLineRight;
    place.position = 90;
    place.align = model::CaptionAlign::kRight;
    BOOST_TEST(placeCaption(place, false, 200, 80, kRoom, {}).x == 700.0);
}

BOOST_AUTO_TEST_CASE(vertical_caption_is_high_and_narrow_on_its_side)
{
    model::CaptionPlace place;
    place.writing = model::CaptionWriting::kGrowingLeft;
    place.line = 0;
    const auto patch = render({captionOf({"ご予約の際は", "お持ちください。"}, place)}, "ja");
    BOOST_TEST(patch.pixels.height > patch.pixels.width);
    BOOST_TEST(patch.x + patch.pixels.width > 1800);
    place.writing = model::CaptionWriting::kGrowingRight;
    BOOST_TEST(render({captionOf({"左から右へ"}, place)}, "ja").x < 120);
}

BOOST_AUTO_TEST_CASE(region_of_the_file_is_kept)
{
    model::CaptionRegion region;
    region.id = "r";
    region.width = 40;
    region.viewportX = 10;
    region.viewportY = 40;
    model::CaptionPlace place;
    place.region = "r";
    const auto patch =
        renderCaptions({captionOf({"in der Region"}, place)}, {region}, "de", Target{});
    BOOST_REQUIRE(patch);
    BOOST_TEST(bottomOf(*patch) <= 0.4 * 1080 + 1);
    BOOST_TEST(patch->x >= 192);
    BOOST_TEST(patch->x + patch->pixels.width <= 192 + 768);
}

BOOST_AUTO_TEST_CASE(no_caption_is_no_picture)
{
    BOOST_TEST(render({}).pixels.width == 0);
    BOOST_TEST(render({model::Caption{}}).pixels.width == 0);
    Target none;
    none.width = 0;
    BOOST_TEST(!renderCaptions({captionOf({"x"})}, {}, "de", none));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
