// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How large a playlist's picture is, and when the screen decides.
#include "content/xml/smil.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

namespace jtv::xml {
namespace {

BOOST_AUTO_TEST_SUITE(smil_layout)

BOOST_AUTO_TEST_CASE(size_that_is_not_written_is_the_screens_own)
{
    const auto size = [](const std::string& head) {
        const auto read = parseSmil("<smil>" + head + "<body/></smil>", "f.smil").value();
        const auto again = parseSmil(writeSmil(read), "g.smil").value();
        BOOST_TEST((again.layout == read.layout));
        return std::pair(read.layout.width, read.layout.height);
    };
    BOOST_TEST((size("") == std::pair(0, 0)));
    BOOST_TEST((size("<head><layout/></head>") == std::pair(0, 0)));
    const auto root = [&](const std::string& attributes, const std::string& region) {
        return size(
            "<head><layout><root-layout " + attributes + "/>" + region + "</layout></head>");
    };
    BOOST_TEST((root("width='100%' height='auto'", "") == std::pair(0, 0)));
    BOOST_TEST((root("width='1280' height='720'", "") == std::pair(1280, 720)));
    BOOST_TEST((root("", "<region id='a' left='50%'/>") == std::pair(1920, 1080)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
