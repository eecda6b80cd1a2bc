// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Codes are as large as the distance needs, and refused where they cannot be.
#include "content/typeset/qr_code.h"
#include "content/typeset/slide_layout.h"
#include "tests/content/typeset/demo_slides.h"

#include <boost/test/unit_test.hpp>

namespace jtv::typeset {
namespace {

const PlacedCode* codeIn(const Scene& scene)
{
    for (const auto& element : scene.composition().elements) {
        if (const auto* const code = std::get_if<PlacedCode>(&element)) {
            return code;
        }
    }
    return nullptr;
}

BOOST_AUTO_TEST_SUITE(qr_code)

BOOST_AUTO_TEST_CASE(edge_is_a_tenth_of_the_distance_and_the_quiet_zone_is_white)
{
    const auto slide = demoSlide("qr-termin");
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        const auto target = demoTarget(width, height, "ar");
        const auto scene = layOut(slide, "ar", target);
        BOOST_REQUIRE_MESSAGE(scene.has_value(), (scene ? "" : scene.error().message));
        const auto* const code = codeIn(*scene);
        BOOST_REQUIRE(code != nullptr);
        const double edge =
            code->modules.fullWidth() * code->module * scene->sizes().millimetresPerPixel;
        BOOST_TEST(edge >= 400.0);
        BOOST_TEST(code->module >= 3);
        const auto pixels = scene->painted();
        BOOST_REQUIRE(pixels);
        const int quiet = kQuietZone * code->module;
        const int side = code->modules.fullWidth() * code->module;
        for (int i = 0; i < side; ++i) {
            const auto* const above = pixelAt(*pixels, code->x - quiet + i, code->y - 1);
            const auto* const beside = pixelAt(*pixels, code->x - 1, code->y - quiet + i);
            BOOST_TEST(int{above[0]} == 255);
            BOOST_TEST(int{beside[1]} == 255);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_code_that_cannot_be_scanned_names_the_largest_distance_that_works)
{
    auto target = demoTarget(1920, 1080, "de");
    target.distanceMetres = 8;
    const auto refused = renderQr("https://www.jobcenter.digital", target);
    BOOST_REQUIRE(!refused);
    const auto& message = refused.error().message;
    BOOST_TEST(message.find("can be scanned from 4.") != std::string::npos, message);
    BOOST_TEST(message.find("8.0 m") != std::string::npos, message);
    double works = 0;
    BOOST_REQUIRE(std::sscanf(message.c_str(), "%*[^0-9]%lf", &works) == 1); // NOLINT
    target.distanceMetres = works;
    BOOST_TEST(renderQr("https://www.jobcenter.digital", target).has_value());
}

BOOST_AUTO_TEST_CASE(addresses_no_code_can_hold_are_refused)
{
    BOOST_TEST(!encodeQr(""));
    BOOST_TEST(!encodeQr(std::string(4000, 'x')));
    BOOST_TEST(encodeQr("https://www.jobcenter.digital")->width == 29);
}

BOOST_AUTO_TEST_CASE(printed_addresses_too_long_to_read_are_refused)
{
    const auto refused = renderQr(
        "https://www.jobcenter.digital/einrichtung/stadt/abteilung/formular/hochladen/neu",
        demoTarget(1080, 1920, "de"));
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("characters too long") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset
