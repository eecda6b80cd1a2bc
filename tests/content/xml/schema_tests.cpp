// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// RELAX NG faults come with their place.
#include "content/xml/schema.h"

#include <boost/test/unit_test.hpp>

#include <stdexcept>

namespace jtv::xml {
namespace {

constexpr std::string_view kGrammar =
    R"(<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
         <attribute name="n"><data type="unsignedInt"/></attribute>
         <zeroOrMore><element name="b"><text/></element></zeroOrMore></element>)";

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(valid_document_has_no_faults)
{
    const Schema grammar(kGrammar);
    const auto document = Document::parse("<a n='1'><b>x</b></a>", "f.xml");
    BOOST_TEST(grammar.validate(document.value()).has_value());
}

BOOST_AUTO_TEST_CASE(fault_is_reported_with_file_and_line)
{
    const Schema grammar(kGrammar);
    const auto document = Document::parse("<a n='1'>\n<c/></a>", "f.xml");
    const auto status = grammar.validate(document.value());
    BOOST_REQUIRE(!status);
    BOOST_TEST(status.error().message.rfind("f.xml:2: ", 0) == 0U);
    BOOST_TEST(!grammar.validate(Document::parse("<a n='x'/>", "f.xml").value()));
}

BOOST_AUTO_TEST_CASE(broken_schema_is_a_mistake_of_the_program)
{
    BOOST_CHECK_THROW(Schema("<element/>"), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
