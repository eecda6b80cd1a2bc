// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The modelled telephone reads what a real one reads, and no more.
#include "content/review/scan.h"

#include <boost/test/unit_test.hpp>

namespace jtv::review {
namespace {

struct Shown {
    typeset::Target screen;
    Pixels picture;
    ScannedCode code;
};

Shown shown(const std::string& address, double metres, double inches)
{
    Shown made;
    made.screen.distanceMetres = metres;
    made.screen.diagonalInches = inches;
    auto picture = typeset::renderQr(address, made.screen);
    BOOST_REQUIRE_MESSAGE(picture, (picture ? "" : picture.error().message));
    made.picture = *std::move(picture);
    const auto codes = codesOn(made.picture);
    BOOST_REQUIRE(codes.size() == 1U);
    made.code = codes[0];
    return made;
}

double reach(const Shown& shown, const Camera& camera = {})
{
    return scannedUpTo(shown.picture, shown.code, shown.screen, camera);
}

BOOST_AUTO_TEST_SUITE(scan)

BOOST_AUTO_TEST_CASE(the_code_on_a_panel_is_found_with_its_text_and_box)
{
    const auto panel = shown("https://www.jobcenter.digital", 4, 43);
    BOOST_TEST(panel.code.text == "https://www.jobcenter.digital");
    BOOST_TEST(panel.code.right - panel.code.left > 300);
    BOOST_TEST(codesOn(Pixels(640, 360)).empty());
}

BOOST_AUTO_TEST_CASE(what_was_drawn_for_a_distance_is_read_from_there)
{
    for (const double metres : {2.0, 4.0}) {
        const auto panel = shown("https://www.jobcenter.digital", metres, 43);
        const double up = reach(panel);
        BOOST_TEST_MESSAGE("drawn for " << metres << " m, read up to " << up << " m");
        BOOST_TEST(up >= metres);
        BOOST_TEST(up < 20);
        BOOST_TEST(reach(panel) == up);
    }
}

BOOST_AUTO_TEST_CASE(a_larger_screen_and_a_shorter_address_reach_farther)
{
    const auto usual = reach(shown("https://www.jobcenter.digital", 2, 43));
    BOOST_TEST(reach(shown("https://www.jobcenter.digital", 2, 65)) > usual);
    BOOST_TEST(
        reach(
            shown("https://www.jobcenter.digital/de/antrag/weiterbewilligung?von=aushang", 2, 43)) <
        usual);
}

BOOST_AUTO_TEST_CASE(a_worse_camera_reads_less)
{
    const auto panel = shown("https://www.jobcenter.digital", 3, 43);
    const auto usual = reach(panel);
    Camera wide;
    wide.fieldOfView = 100;
    BOOST_TEST(reach(panel, wide) < usual);
    Camera shaken;
    shaken.blur = 3;
    BOOST_TEST(reach(panel, shaken) < usual);
    Camera blinded;
    blinded.glare = 5;
    BOOST_TEST(reach(panel, blinded) < usual);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::review
