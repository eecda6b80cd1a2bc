// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is written can be read again, whatever the values are.
#include "content/xml/document.h"
#include "content/xml/writer.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

BOOST_AUTO_TEST_SUITE(writer)

BOOST_AUTO_TEST_CASE(elements_are_indented_and_mixed_content_is_not)
{
    Writer writer;
    writer.open("a").attribute("b", "c");
    writer.leaf("d", "e").open("f").close();
    writer.open("g").text("x").open("h").text("y").close().text("z").close();
    writer.close();
    BOOST_TEST(
        writer.finish() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<a b=\"c\">\n  <d>e</d>\n  <f/>\n  <g>x<h>y</h>z</g>\n</a>\n");
}

BOOST_AUTO_TEST_CASE(any_bytes_come_back_or_become_the_replacement_character)
{
    const std::string hostile("<\"&'>\t\n\r ü\x01\xFF\xED\xA0\x80\0z", 17);
    Writer writer;
    writer.open("a").attribute("b", hostile).text(hostile).close();
    const auto read = Document::parse(writer.finish(), "f.xml");
    BOOST_REQUIRE(read);
    const auto value = read->root().attribute("b").value();
    BOOST_TEST(value == read->root().text());
    BOOST_TEST(value.rfind("<\"&'>\t\n\r ü\xEF\xBF\xBD", 0) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
