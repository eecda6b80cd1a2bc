// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every picture must keep: nothing clipped, right direction, shaped, readable, strong
// contrast.
#include "content/typeset/slide_layout.h"
#include "tests/content/typeset/demo_slides.h"
#include "tests/content/typeset/measured.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::typeset {
namespace {

constexpr std::array<std::pair<int, int>, 4> kSizes{
    {{1920, 1080}, {1080, 1920}, {3840, 2160}, {1024, 768}}};

template <typename Visit>
void forEachPicture(Visit visit)
{
    for (const auto& slide : demoSlides()) {
        for (const auto& text : slide.texts) {
            for (const auto& [width, height] : kSizes) {
                const auto target = demoTarget(width, height, text.language);
                const auto scene = layOut(slide, text.language, target);
                const auto name =
                    fmt::format("{} {} {}x{}", slide.id, text.language, width, height);
                BOOST_REQUIRE_MESSAGE(
                    scene.has_value(), name + ": " + (scene ? "" : scene.error().message));
                visit(*scene, name);
            }
        }
    }
}

model::Slide slideWith(const std::string& language, const std::string& title, int words)
{
    model::Slide slide;
    slide.sourceLanguage = language;
    model::SlideText text;
    text.language = language;
    text.title = title;
    std::string body;
    for (int i = 0; i < words; ++i) {
        body += "Wort ";
    }
    text.blocks.emplace_back(model::Paragraph{body});
    slide.texts.push_back(std::move(text));
    return slide;
}

// Share of dark pixels in the half where reading does not begin.
double inkOnTheRight(const Pixels& pixels, int left, int top, int width, int height)
{
    double all = 0;
    double right = 0;
    for (int y = top; y < top + height; ++y) {
        for (int x = left; x < left + width; ++x) {
            const auto* const pixel = pixelAt(pixels, x, y);
            if (pixel[1] < 128) {
                all += 1;
                right += x >= left + width / 2 ? 1 : 0;
            }
        }
    }
    return right / std::max(1.0, all);
}

BOOST_AUTO_TEST_SUITE(slide_layout)

BOOST_AUTO_TEST_CASE(no_ink_of_any_slide_language_and_size_leaves_its_room_or_the_picture)
{
    forEachPicture([](const Scene& scene, const std::string& name) {
        forEachText(scene, [&](const PlacedText& text) {
            // Diacritics and descenders may reach a little over their own line's box, never out of
            // the picture's margin.
            const double slack = sizeOf(text) * 0.3;
            BOOST_TEST(inside(inkOf(text), text.room, slack), name);
            BOOST_TEST(inside(inkOf(text), scene.whole(), -scene.sizes().margin * 0.2), name);
        });
    });
}

BOOST_AUTO_TEST_CASE(panel_and_language_strip_give_way_to_text_seen_from_far_away)
{
    for (const auto& slide : demoSlides()) {
        for (const std::string language : {"de", "en", "ar", "fa", "uk"}) {
            auto target = demoTarget(1920, 1080, language);
            target.diagonalInches = 43;
            target.distanceMetres = 4.5;
            const auto scene = layOut(slide, language, target);
            BOOST_TEST(scene.has_value(), slide.id << " " << language);
        }
    }
}

BOOST_AUTO_TEST_CASE(texts_do_not_cover_each_other)
{
    forEachPicture([](const Scene& scene, const std::string& name) {
        std::vector<Box> boxes;
        forEachText(scene, [&](const PlacedText& text) { boxes.push_back(inkOf(text)); });
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                const auto& a = boxes[i];
                const auto& b = boxes[j];
                const bool apart = a.x + a.width <= b.x || b.x + b.width <= a.x ||
                                   a.y + a.height <= b.y || b.y + b.height <= a.y;
                BOOST_TEST(apart, name);
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(every_text_is_readable_in_size_and_contrast)
{
    forEachPicture([](const Scene& scene, const std::string& name) {
        forEachText(scene, [&](const PlacedText& text) {
            BOOST_TEST(contrast(text.colour, text.ground) >= 7.0, name);
            const std::string words = pango_layout_get_text(text.lines.get());
            if (words.find("Muster") == std::string::npos) {
                const double size = sizeOf(text);
                const bool digit = words.size() <= 2; // in a step's circle, bold
                BOOST_TEST(size >= scene.sizes().smallestText * (digit ? 0.85 : 1), name);
            }
        });
    });
}

BOOST_AUTO_TEST_CASE(unreviewed_translations_carry_the_mark_and_reviewed_texts_do_not)
{
    forEachPicture([](const Scene& scene, const std::string& name) {
        bool marked = false;
        forEachText(scene, [&](const PlacedText& text) {
            const std::string words = pango_layout_get_text(text.lines.get());
            marked = marked || words == "Muster, nicht geprüft";
        });
        BOOST_TEST(marked == (scene.setter().language().tag != "de"), name);
    });
}

BOOST_AUTO_TEST_CASE(right_to_left_slides_are_mirrored_and_begin_on_the_right)
{
    const auto slide = demoSlide("mitbringen");
    for (const auto& language : {"ar", "fa"}) {
        const auto target = demoTarget(1920, 1080, language);
        const auto pixels = renderSlide(slide, language, target);
        BOOST_REQUIRE(pixels);
        // The panel stands on the right, the text left of it, beginning at its right edge.
        BOOST_TEST(*pixelAt(*pixels, 1910, 10) != *pixelAt(*pixels, 10, 10));
        BOOST_TEST(inkOnTheRight(*pixels, 20, 100, 1460, 700) > 0.65, language);
    }
    const auto german = renderSlide(slide, "de", demoTarget(1920, 1080, "de"));
    BOOST_REQUIRE(german);
    BOOST_TEST(inkOnTheRight(*german, 440, 100, 1460, 700) < 0.5);
}

BOOST_AUTO_TEST_CASE(arabic_letters_are_joined)
{
    const TextSetter setter(languageOf("ar"));
    const TextStyle style{.size = 60};
    // The word, and the same letters kept apart by zero-width non-joiners.
    const auto joined = setter.set("مستندات", style, 0);
    const auto apart = setter.set("م\u200Cس\u200Cت\u200Cن\u200Cد\u200Cا\u200Cت", style, 0);
    BOOST_TEST(logicalBox(joined).width < logicalBox(apart).width * 0.85);
    BOOST_TEST(!hasUnknownGlyphs(joined));
}

BOOST_AUTO_TEST_CASE(steps_are_numbered_in_the_languages_digits)
{
    const auto slide = demoSlide("termin");
    const std::array<std::pair<const char*, const char*>, 3> expected{
        {{"de", "4"}, {"ar", "٤"}, {"fa", "۴"}}};
    for (const auto& [language, digit] : expected) {
        const auto scene = layOut(slide, language, demoTarget(1920, 1080, language));
        BOOST_REQUIRE(scene);
        bool found = false;
        forEachText(*scene, [&, wanted = std::string(digit)](const PlacedText& text) {
            found = found || wanted == pango_layout_get_text(text.lines.get());
        });
        BOOST_TEST(found, language);
    }
}

BOOST_AUTO_TEST_CASE(too_much_text_is_an_error_that_names_language_and_characters)
{
    const auto pixels =
        renderSlide(slideWith("de", "Titel", 400), "de", demoTarget(1920, 1080, "de"));
    BOOST_REQUIRE(!pixels);
    const auto& message = pixels.error().message;
    BOOST_TEST(message.find("Deutsch (de)") != std::string::npos, message);
    BOOST_TEST(message.find("characters too long") != std::string::npos, message);
    BOOST_TEST(message.find("split it into two pages") != std::string::npos, message);
    int tooMany = 0;
    BOOST_REQUIRE(std::sscanf(message.c_str(), "%*[^0-9]%d", &tooMany) == 1); // NOLINT
    // Removing that many makes it fit.
    const int words = 400 - (tooMany + 4) / 5;
    BOOST_TEST(renderSlide(slideWith("de", "Titel", words), "de", demoTarget(1920, 1080, "de"))
                   .has_value());
    BOOST_TEST(!renderSlide(slideWith("de", "Titel", words + 3), "de", demoTarget(1920, 1080, "de"))
                    .has_value());
}

BOOST_AUTO_TEST_CASE(hopelessly_long_texts_are_refused_without_setting_them)
{
    const auto pixels =
        renderSlide(slideWith("de", "Titel", 100'000), "de", demoTarget(1920, 1080, "de"));
    BOOST_REQUIRE(!pixels);
    BOOST_TEST(pixels.error().message.find("is 49") != std::string::npos, pixels.error().message);
}

BOOST_AUTO_TEST_CASE(long_german_words_are_hyphenated_and_not_cut)
{
    const auto slide = slideWith("de", "Rechtsschutzversicherungsgesellschaften", 4);
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        const auto pixels = renderSlide(slide, "de", demoTarget(width, height, "de"));
        BOOST_TEST(pixels.has_value(), (pixels ? "" : pixels.error().message));
    }
}

BOOST_AUTO_TEST_CASE(letters_without_a_font_are_named_before_boxes_are_shown)
{
    const auto pixels = renderSlide(
        slideWith("de", "Zeichen \U0001342F\U000E0FFF\U0010FFFD", 4),
        "de",
        demoTarget(1920, 1080, "de"));
    BOOST_REQUIRE(!pixels);
    BOOST_TEST(pixels.error().message.find("fonts-noto-core") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_language_or_theme_that_is_not_there_is_named)
{
    auto slide = demoSlide("termin");
    const auto missing = renderSlide(slide, "el", demoTarget(1920, 1080, "el"));
    BOOST_REQUIRE(!missing);
    BOOST_TEST(missing.error().message.find("Ελληνικά (el)") != std::string::npos);
    slide.theme = "loud";
    const auto theme = renderSlide(slide, "de", demoTarget(1920, 1080, "de"));
    BOOST_REQUIRE(!theme);
    BOOST_TEST(theme.error().message.find("loud") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(pictures_fill_their_field_beside_the_text)
{
    auto slide = demoSlide("dolmetschen");
    slide.kind = model::SlideTemplate::kPictureText;
    Pixels picture(40, 30);
    std::fill(picture.bgra.begin(), picture.bgra.end(), std::uint8_t{0xFF});
    for (int i = 0; i < 40 * 30; ++i) {
        picture.bgra[static_cast<std::size_t>(i) * 4] = 0x10;
    }
    const auto pixels =
        renderSlide(slide, "de", demoTarget(1920, 1080, "de"), {.picture = &picture});
    BOOST_REQUIRE(pixels);
    for (const int y : {2, 540, 1077}) {
        BOOST_TEST(int{*pixelAt(*pixels, 400, y)} == 0x10);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
