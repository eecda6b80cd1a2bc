// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Colours and the contrast they must keep.
#include "content/model/theme.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

Ground blackOn(unsigned fill)
{
    const auto black = Colour::hex(0);
    return {Colour::hex(fill), black, black, black, black, Colour::hex(0xFFFFFF), black};
}

BOOST_AUTO_TEST_SUITE(theme)

// The pairs and figures of WebAIM's contrast checker and of WCAG's definition.
BOOST_AUTO_TEST_CASE(contrast_is_that_of_wcag)
{
    const auto white = Colour::hex(0xFFFFFF);
    const auto tolerance = boost::test_tools::tolerance(0.01);
    BOOST_TEST(contrast(white, Colour::hex(0)) == 21.0, tolerance);
    BOOST_TEST(contrast(white, Colour::hex(0x767676)) == 4.54, tolerance);
    BOOST_TEST(contrast(white, Colour::hex(0x595959)) == 7.0, tolerance);
    BOOST_TEST(contrast(Colour::hex(0xFF0000), white) == 4.0, tolerance);
}

BOOST_AUTO_TEST_CASE(colours_are_read_and_written)
{
    BOOST_TEST(colourText(*parseColour("#06343c")) == "#06343c");
    BOOST_TEST(colourText(*parseColour("#FFFFFF")) == "#ffffff");
    for (const auto* const bad : {"06343c", "#06343", "#06343g", "red", "", "#-6343c"}) {
        BOOST_TEST(!parseColour(bad), bad);
    }
}

BOOST_AUTO_TEST_CASE(a_colour_that_cannot_be_read_is_named_with_its_ground)
{
    Theme theme{"x", blackOn(0xFFFFFF), blackOn(0xEEEEEE), blackOn(0xFFFFFF), "", ""};
    BOOST_TEST(checkTheme(theme).has_value());
    theme.panel.quiet = Colour::hex(0x777777);
    const auto refused = checkTheme(theme);
    BOOST_REQUIRE(!refused);
    const auto& message = refused.error().message;
    BOOST_TEST(message.find("\"quiet\" of the ground \"panel\"") != std::string::npos, message);
    BOOST_TEST(message.find("darker") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(codes_stand_on_a_light_ground)
{
    Theme theme{"x", blackOn(0xFFFFFF), blackOn(0xFFFFFF), blackOn(0xFFFFFF), "", ""};
    const auto white = Colour::hex(0xFFFFFF);
    theme.code = {Colour::hex(0x202020), white, white, white, white, Colour::hex(0), white};
    BOOST_TEST(!checkTheme(theme));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
