// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Theme files: read, refused with the line, written back the same.
#include "content/xml/theme.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

std::string
document(const std::string& quiet = "#41545a", const std::string& head = "name=\"city\"")
{
    const std::string colours = "fill=\"#ffffff\" text=\"#000000\" title=\"#06343c\" quiet=\"" +
                                quiet +
                                "\" accent=\"#00565f\" onAccent=\"#ffffff\" rule=\"#c9d8d9\"/>\n";
    return "<theme xmlns=\"urn:jobcenter-tv:theme:1\" " + head + ">\n<page " + colours + "<panel " +
           colours + "<code " + colours + "</theme>\n";
}

BOOST_AUTO_TEST_SUITE(theme)

BOOST_AUTO_TEST_CASE(a_theme_survives_reading_and_writing)
{
    const auto theme = readTheme(document("#41545a", "name=\"city\" logo=\"l.png\" font=\"Lato\""));
    BOOST_REQUIRE_MESSAGE(theme.has_value(), (theme ? "" : theme.error().message));
    BOOST_TEST(theme->name == "city");
    BOOST_TEST(theme->logo == "l.png");
    BOOST_TEST(theme->font == "Lato");
    BOOST_TEST(model::colourText(theme->panel.accent) == "#00565f");
    const auto again = readTheme(writeTheme(*theme));
    BOOST_REQUIRE(again);
    BOOST_TEST((*again == *theme));
}

BOOST_AUTO_TEST_CASE(faults_name_file_line_and_what_to_do)
{
    const std::pair<std::string, std::string> faults[]{
        {"<slide/>", "no theme"},
        {document("#777777"), "7:1"},
        {document("grey"), "theme.xml:2:"},
        {document("#41545a", ""), "theme.xml:1:"},
        {"<theme xmlns=\"urn:jobcenter-tv:theme:1\" name=\"x\"><page/></theme>", "theme.xml:1:"},
    };
    for (const auto& [bytes, word] : faults) {
        const auto theme = readTheme(bytes);
        BOOST_REQUIRE_MESSAGE(!theme.has_value(), "accepted: " + bytes);
        BOOST_TEST(theme.error().message.find(word) != std::string::npos, theme.error().message);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
