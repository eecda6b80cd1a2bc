// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the XML reader takes, mends and refuses.
#include "content/xml/document.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

std::string refusal(std::string_view text, const ReadOptions& options = {})
{
    const auto document = Document::parse(text, "f.xml", options);
    return document ? std::string("accepted") : document.error().message;
}

bool startsWith(const std::string& text, std::string_view start)
{
    return text.rfind(start, 0) == 0;
}

BOOST_AUTO_TEST_SUITE(document)

BOOST_AUTO_TEST_CASE(elements_attributes_and_text_are_read_with_their_lines)
{
    const auto parsed =
        Document::parse("<a x='1' xml:lang='de'>\n <b> two  <c>words</c>\n</b><b/></a>", "f.xml");
    BOOST_REQUIRE(parsed);
    const auto root = parsed->root();
    BOOST_TEST(root.name() == "a");
    BOOST_TEST(root.attribute("x").value() == "1");
    BOOST_TEST(!root.attribute("lang"));
    BOOST_TEST(root.attribute("lang", kXmlNamespace).value() == "de");
    BOOST_TEST(root.children("b").size() == 2U);
    BOOST_TEST(root.child("b")->plainText() == "two words");
    BOOST_TEST(root.child("b")->line() == 2);
    BOOST_TEST(root.child("b")->content().size() == 3U);
}

BOOST_AUTO_TEST_CASE(truncated_text_is_reported_as_malformed_with_its_line)
{
    BOOST_TEST(startsWith(refusal("<a>\n<b>\n"), "f.xml:3: "));
}

BOOST_AUTO_TEST_CASE(empty_and_foreign_files_are_refused_in_plain_words)
{
    BOOST_TEST(refusal("") == "f.xml:1: the document is empty; write its root element");
    BOOST_TEST(startsWith(refusal("\x89PNG"), "f.xml:1: this is not an XML document"));
    BOOST_TEST(startsWith(refusal("<?xml version='1.0' encoding='EBCDIC-DE'?><a/>"), "f.xml:1: "));
}

BOOST_AUTO_TEST_CASE(doctype_without_declarations_is_accepted_and_not_loaded)
{
    BOOST_TEST(refusal("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == "accepted");
    BOOST_TEST(refusal("<!DOCTYPE a PUBLIC 'p' 'http://127.0.0.1:1/a.dtd'><a/>") == "accepted");
}

BOOST_AUTO_TEST_CASE(entities_and_attribute_defaults_are_refused)
{
    BOOST_TEST(
        startsWith(refusal("<!DOCTYPE a [\n<!ENTITY e 'x'>]><a>&e;</a>"), "f.xml:2: the DOCTYPE"));
    BOOST_TEST(startsWith(
        refusal("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"),
        "f.xml:1: the DOCTYPE"));
    BOOST_TEST(startsWith(
        refusal("<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]><a/>"), "f.xml:1: the DOCTYPE"));
    BOOST_TEST(
        startsWith(refusal("<!DOCTYPE a [<!ATTLIST a b (c|d) 'c'>]><a/>"), "f.xml:1: the DOCTYPE"));
    BOOST_TEST(
        startsWith(refusal("<!DOCTYPE a [<!ELEMENT a (#PCDATA)>]><a/>"), "f.xml:1: the DOCTYPE"));
    BOOST_TEST(startsWith(refusal("<a>&nbsp;</a>"), "f.xml:1: "));
    BOOST_TEST(startsWith(refusal("<!DOCTYPE a SYSTEM 'x'><a>&nbsp;</a>"), "f.xml:1: "));
    BOOST_TEST(startsWith(refusal("<!DOCTYPE a SYSTEM 'x'><a b='&nbsp;'/>"), "f.xml:1: "));
    BOOST_TEST(startsWith(refusal("<!DOCTYPE a [ %p; ]><a b='&nbsp;'/>"), "f.xml:1: "));
}

BOOST_AUTO_TEST_CASE(predefined_entities_and_character_references_are_read)
{
    const auto parsed =
        Document::parse("<a b='&lt;&#38;'>&amp;&#x41;&gt;<![CDATA[<]]></a>", "f.xml");
    BOOST_REQUIRE(parsed);
    BOOST_TEST(parsed->root().attribute("b").value() == "<&");
    BOOST_TEST(parsed->root().text() == "&A><");
}

BOOST_AUTO_TEST_CASE(size_depth_and_numbers_have_limits)
{
    std::string deep;
    for (int i = 0; i < 65; ++i) {
        deep += "<a>";
    }
    BOOST_TEST(refusal(deep).find("deeper than 64") != std::string::npos);
    BOOST_TEST(
        refusal("<a><b/><b/></a>", {.elements = 2}).find("more than 2 elements") !=
        std::string::npos);
    BOOST_TEST(refusal("<a>12345</a>", {.bytes = 4}).find("more than the 4") != std::string::npos);
    std::string wide = "<a";
    for (int i = 0; i < 400'000; ++i) {
        wide += " a" + std::to_string(i) + "=''";
    }
    BOOST_TEST(
        refusal(wide + "/>", {.bytes = 8U << 20U}).find("64 attributes") != std::string::npos);
    BOOST_TEST(
        refusal("<a b='' c='' d=''/>", {.attributes = 2}).find("2 attributes") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(raw_less_than_in_attributes_is_repaired_on_request)
{
    constexpr std::string_view kText = "<!-- '<' --><a>\n<b expr='w()<=5'/><c/></a>";
    BOOST_TEST(startsWith(refusal(kText), "f.xml:2: a raw <"));
    const auto repaired = Document::parse(kText, "f.xml", {.repair = true});
    BOOST_REQUIRE(repaired);
    BOOST_REQUIRE(repaired->repairs().size() == 1U);
    BOOST_TEST(repaired->repairs()[0].place.line == 2);
    BOOST_TEST(repaired->root().child("b")->attribute("expr").value() == "w()<=5");
}

BOOST_AUTO_TEST_CASE(remarks_about_repairs_are_bounded)
{
    const auto text = "<a b='" + std::string(100'000, '<') + "'/>";
    const auto repaired = Document::parse(text, "f.xml", {.repair = true});
    BOOST_REQUIRE(repaired);
    BOOST_TEST(repaired->repairs().size() == 100U);
    BOOST_TEST(repaired->root().attribute("b")->size() == 100'000U);
}

BOOST_AUTO_TEST_CASE(undeclared_prefixes_are_read_with_a_remark)
{
    const auto parsed = Document::parse("<a>\n<x:b y:c='1'/></a>", "f.xml");
    BOOST_REQUIRE(parsed);
    BOOST_TEST(parsed->repairs().size() == 2U);
    BOOST_TEST(parsed->repairs()[0].place.line == 2);
}

BOOST_AUTO_TEST_CASE(typed_access_names_line_word_and_what_is_accepted)
{
    const auto parsed = Document::parse("<a>\n<b n='7' w='up' x='70000'/></a>", "f.xml");
    BOOST_REQUIRE(parsed);
    const auto b = parsed->root().requireChild("b").value();
    BOOST_TEST(b.integer("n", 0, 9).value() == 7);
    BOOST_TEST(
        b.integer("x", 0, 9).error().message ==
        "f.xml:2: x=\"70000\" of <b> must be a whole number from 0 to 9");
    BOOST_TEST(!b.optionalInteger("absent", 0, 9).value());
    BOOST_TEST(b.word<int>("w", {{"up", 1}, {"down", 2}}).value() == 1);
    BOOST_TEST(
        b.word<int>("n", {{"up", 1}, {"down", 2}}).error().message ==
        "f.xml:2: n=\"7\" of <b> is not known; write one of: up, down");
    BOOST_TEST(b.word<int>("absent", {{"up", 1}}, 5).value() == 5);
    BOOST_TEST(b.onlyAttributes({"n", "w"}).error().message.find("\"x\"") != std::string::npos);
    BOOST_TEST(parsed->root().onlyChildren({"c"}).error().message.find("<b>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(utf16_and_windows_1252_are_read)
{
    const auto latin =
        Document::parse("<?xml version='1.0' encoding='windows-1252'?><a>\xFC</a>", "f.xml");
    BOOST_TEST(latin.value().root().text() == "ü");
    const std::string wide("\xFF\xFE<\0a\0/\0>\0", 10);
    BOOST_TEST(Document::parse(wide, "f.xml").value().root().name() == "a");
}

BOOST_AUTO_TEST_CASE(lines_beyond_65535_are_counted)
{
    const auto parsed = Document::parse("<a>" + std::string(70000, '\n') + "<b> </b></a>", "f.xml");
    BOOST_TEST(parsed.value().root().child("b")->line() == 70001);
}

BOOST_AUTO_TEST_CASE(missing_file_is_named_with_the_fix)
{
    const auto missing = Document::read("/nowhere/a.smil");
    BOOST_REQUIRE(!missing);
    BOOST_TEST((missing.error().kind == ErrorKind::kNotFound));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
