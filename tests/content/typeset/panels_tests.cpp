// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The screen's own panels, and what holds for all pictures: opaque, the same twice, from any
// thread.
#include "content/typeset/theme.h"
#include "tests/content/typeset/demo_slides.h"

#include <boost/test/unit_test.hpp>

#include <thread>

namespace jtv::typeset {
namespace {

bool opaque(const Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
        if (pixels.bgra[i] != 255) {
            return false;
        }
    }
    return !pixels.bgra.empty();
}

BOOST_AUTO_TEST_SUITE(panels)

BOOST_AUTO_TEST_CASE(enrolment_standby_and_code_panels_are_whole_pictures)
{
    const EnrolmentPanel panel{
        "BCDF-GHJK",
        "http://jobcenter-server:8080/enrol",
        "http://jobcenter-server:8080/enrol?code=BCDF-GHJK",
        "7f3a 91c2 44de 0b18 5c6f e2a7 9d01 3b4c"};
    for (const auto& [width, height] :
         {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1280, 720}}) {
        const auto target = demoTarget(width, height, "de");
        for (const auto& pixels :
             {renderEnrolment(panel, target),
              renderEnrolment({}, target),
              renderStandby("Wartebereich 2", target),
              renderQr("https://www.jobcenter.digital", target)}) {
            BOOST_REQUIRE_MESSAGE(pixels.has_value(), (pixels ? "" : pixels.error().message));
            BOOST_TEST(pixels->width == width);
            BOOST_TEST(pixels->height == height);
            BOOST_TEST(opaque(*pixels));
        }
    }
}

BOOST_AUTO_TEST_CASE(screens_out_of_range_are_named)
{
    Target target;
    target.diagonalInches = 0;
    BOOST_TEST(!renderStandby("", target));
    target = {};
    target.width = 20;
    BOOST_TEST(!renderStandby("", target));
    target = {};
    target.distanceMetres = 500;
    const auto refused = renderStandby("", target);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("viewing distance") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(several_threads_paint_the_same_picture)
{
    const auto slide = demoSlide("mitbringen");
    const auto target = demoTarget(1280, 720, "ar");
    const auto expected = renderSlide(slide, "ar", target);
    BOOST_REQUIRE(expected);
    bool same[3] = {};
    {
        std::vector<std::jthread> threads;
        for (auto& result : same) {
            threads.emplace_back([&] {
                for (int i = 0; i < 3; ++i) {
                    const auto pixels = renderSlide(slide, "ar", target);
                    result = pixels.has_value() && pixels->bgra == expected->bgra;
                }
            });
        }
    }
    BOOST_TEST(same[0]);
    BOOST_TEST(same[1]);
    BOOST_TEST(same[2]);
}

BOOST_AUTO_TEST_CASE(every_ground_of_the_theme_keeps_strong_contrast)
{
    const auto& theme = defaultTheme();
    for (const auto* const ground : {&theme.page, &theme.panel, &theme.code}) {
        for (const auto& colour : {ground->text, ground->title, ground->quiet, ground->accent}) {
            BOOST_TEST(contrast(colour, ground->fill) >= 7.0);
        }
        BOOST_TEST(contrast(ground->accent, ground->onAccent) >= 7.0);
    }
    BOOST_TEST(
        contrast(Colour::hex(0), Colour::hex(0xFFFFFF)) == 21.0,
        boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
