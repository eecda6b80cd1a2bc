// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every template in twelve languages, compared with pictures somebody has looked at
// (tests/data/slides). Fonts, HarfBuzz and Pango differ a little between Debian 12 and 13, by a
// pixel here and a size step there; so both pictures are reduced to a grid of means, in which a
// wrong letter does not show but a wrong language, side, colour, size or line does.
// JTV_WRITE_SHEETS=FOLDER writes the sheets anew: look at them before they are kept.
#include "content/model/language_tag.h"
#include "content/picture/picture.h"
#include "tests/content/typeset/templates.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstdlib>

namespace jtv::typeset {
namespace {

constexpr std::array<const char*, 12> kLanguages{
    "de", "ar", "fa", "uk", "tr", "vi", "ti", "hi", "zh", "ko", "th", "km"};
constexpr int kColumns = 4;
constexpr int kWidth = 480; // of one picture on a sheet
constexpr int kHeight = 270;
constexpr int kCell = 15;         // px of a sheet's picture
constexpr double kMostMean = 2.7; // of 255, over all cells; a step of size gives 2.4
constexpr double kMostCell = 48.0;

std::string shownIn(const model::Slide& slide, const std::string& language)
{
    const bool two = slide.kind == model::SlideTemplate::kSideBySide && language != "de";
    return two ? model::joinTags({"de", language}) : language;
}

constexpr int kTimes = 4; // a sheet's pixel is the mean of 4 x 4

std::uint8_t meanAt(const Pixels& picture, int x, int y, int channel)
{
    int sum = 0;
    for (int i = 0; i < kTimes * kTimes; ++i) {
        sum += pixelAt(picture, x * kTimes + i % kTimes, y * kTimes + i / kTimes)[channel];
    }
    return static_cast<std::uint8_t>(sum / (kTimes * kTimes));
}

void addReduced(const Pixels& picture, Pixels& sheet, int left, int top)
{
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            auto* const pixel = sheet.row(top + y) + std::ptrdiff_t{4} * (left + x);
            for (int channel = 0; channel < 4; ++channel) {
                pixel[channel] = meanAt(picture, x, y, channel);
            }
        }
    }
}

Pixels sheetOf(const model::Slide& slide)
{
    const auto picture = samplePicture();
    Pixels sheet(kWidth * kColumns, kHeight * 3);
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        const auto language = shownIn(slide, kLanguages.at(i));
        const auto pixels =
            renderSlide(slide, language, demoTarget(1920, 1080, language), {.picture = &picture});
        BOOST_REQUIRE_MESSAGE(
            pixels.has_value(), slide.id + ": " + (pixels ? "" : pixels.error().message));
        const auto at = static_cast<int>(i);
        addReduced(*pixels, sheet, at % kColumns * kWidth, at / kColumns * kHeight);
    }
    return sheet;
}

double meanOf(const Pixels& sheet, int left, int top, int channel)
{
    double sum = 0;
    for (int y = top; y < top + kCell; ++y) {
        for (int x = left; x < left + kCell; ++x) {
            sum += pixelAt(sheet, x, y)[channel];
        }
    }
    return sum / (kCell * kCell);
}

struct Distance {
    double mean = 0;
    double most = 0;
};

// Between two pictures that may lie on different sheets.
Distance distanceOf(const Pixels& one, int oneIndex, const Pixels& other, int otherIndex)
{
    Distance distance;
    int cells = 0;
    for (int y = 0; y < kHeight; y += kCell) {
        for (int x = 0; x < kWidth; x += kCell) {
            for (int channel = 0; channel < 3; ++channel) {
                const double a = meanOf(
                    one,
                    oneIndex % kColumns * kWidth + x,
                    oneIndex / kColumns * kHeight + y,
                    channel);
                const double b = meanOf(
                    other,
                    otherIndex % kColumns * kWidth + x,
                    otherIndex / kColumns * kHeight + y,
                    channel);
                distance.mean += std::abs(a - b);
                distance.most = std::max(distance.most, std::abs(a - b));
                ++cells;
            }
        }
    }
    distance.mean /= cells;
    return distance;
}

bool alike(const Distance& distance)
{
    return distance.mean <= kMostMean && distance.most <= kMostCell;
}

std::filesystem::path keptSheet(const std::string& id)
{
    return std::filesystem::path(JTV_TEST_SOURCE_DIR) / "data" / "slides" / (id + ".png");
}

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(every_template_looks_as_it_did_in_twelve_languages)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): tests have one thread here
    const char* const written = std::getenv("JTV_WRITE_SHEETS");
    for (const auto& slide : slideOfEachTemplate()) {
        const auto sheet = sheetOf(slide);
        if (written != nullptr) {
            BOOST_REQUIRE(
                picture::writePng(sheet, std::filesystem::path(written) / (slide.id + ".png")));
            continue;
        }
        const auto kept = picture::readPicture(keptSheet(slide.id));
        BOOST_REQUIRE_MESSAGE(kept.has_value(), (kept ? "" : kept.error().message));
        BOOST_REQUIRE(kept->width == sheet.width && kept->height == sheet.height);
        for (int i = 0; i < static_cast<int>(kLanguages.size()); ++i) {
            const auto distance = distanceOf(sheet, i, *kept, i);
            BOOST_TEST(
                alike(distance),
                slide.id << " " << kLanguages.at(static_cast<std::size_t>(i)) << " mean "
                         << distance.mean << " most " << distance.most);
        }
    }
}

// The comparison must be able to fail.
BOOST_AUTO_TEST_CASE(another_language_template_or_side_is_told_apart)
{
    const auto text = picture::readPicture(keptSheet("title-text"));
    const auto steps = picture::readPicture(keptSheet("steps"));
    BOOST_REQUIRE(text);
    BOOST_REQUIRE(steps);
    for (int i = 0; i < 12; ++i) {
        BOOST_TEST(!alike(distanceOf(*text, i, *steps, i)), i);
        BOOST_TEST(!alike(distanceOf(*text, i, *text, (i + 1) % 12)), i);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
