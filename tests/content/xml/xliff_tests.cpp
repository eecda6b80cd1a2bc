// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// XLIFF is written so that it comes back whole, and read as the specification says.
#include "content/xml/xliff.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

model::Translation sample()
{
    model::Translation translation;
    translation.original = "termin";
    translation.sourceLanguage = "de";
    translation.targetLanguage = "ar";
    model::TranslationUnit unit;
    unit.id = "title";
    unit.source = "Am 12.03. auf www.jobcenter.digital & <hier>";
    unit.target = "www.jobcenter.digital <x> 12.03.";
    unit.state = model::UnitState::kReviewed;
    unit.note = "kurz & gut";
    unit.longest = 40;
    translation.units.push_back(unit);
    unit.id = "b1";
    unit.source = "Um 8:30 Uhr";
    unit.target = std::nullopt;
    unit.state = model::UnitState::kInitial;
    translation.units.push_back(unit);
    return translation;
}

std::string document(const std::string& unit, const std::string& head = "trgLang='fr'")
{
    return "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' " +
           head + ">\n<file id='f1'>\n" + unit + "\n</file></xliff>";
}

std::string inUnit(const std::string& inner)
{
    return document("<unit id='u1'>\n" + inner + "\n</unit>");
}

std::string inSource(const std::string& inner)
{
    return inUnit("<segment><source>" + inner + "</source></segment>");
}

void refused(const std::string& text, const std::string& word, const std::string& place = "x.xlf:")
{
    const auto read = readXliff(text, "x.xlf");
    BOOST_REQUIRE_MESSAGE(!read, "accepted: " + text);
    const auto& message = read.error().message;
    BOOST_TEST(message.rfind(place, 0) == 0U, message);
    BOOST_TEST(message.find(word) != std::string::npos, message);
}

void accepted(const std::string& text)
{
    const auto read = readXliff(text, "x.xlf");
    BOOST_TEST(read.has_value(), (read ? "" : read.error().message + text));
}

BOOST_AUTO_TEST_SUITE(xliff)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back_the_same_in_both_versions)
{
    const auto translation = sample();
    for (const auto version : {XliffVersion::k21, XliffVersion::k12}) {
        const auto written = writeXliff(translation, version);
        const auto again = readXliff(written);
        BOOST_REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().message));
        BOOST_TEST(again->original == "termin");
        BOOST_TEST(again->targetLanguage == "ar");
        BOOST_REQUIRE(again->units.size() == 2U);
        const auto& unit = again->units[0];
        BOOST_TEST(unit.source == translation.units[0].source);
        BOOST_TEST(*unit.target == *translation.units[0].target);
        BOOST_TEST((unit.state == model::UnitState::kReviewed));
        BOOST_TEST(unit.note == "kurz & gut");
        BOOST_TEST(unit.longest == 40);
        BOOST_TEST(unit.lost.empty());
        BOOST_TEST(!again->units[1].target);
        BOOST_TEST(writeXliff(*again, version) == written);
    }
}

BOOST_AUTO_TEST_CASE(a_code_that_was_deleted_is_refused_or_named)
{
    auto text = writeXliff(sample());
    const auto end = text.rfind("</target>");
    const auto code = text.rfind("<ph", end);
    text.erase(code, text.find("/>", code) + 2 - code);
    refused(text, "must not be deleted");
    auto old = writeXliff(sample(), XliffVersion::k12);
    const auto last = old.rfind("<ph", old.find("</target>"));
    old.erase(last, old.find("</ph>", last) + 5 - last);
    const auto read = readXliff(old);
    BOOST_REQUIRE(read);
    BOOST_REQUIRE(read->units[0].lost.size() == 1U);
    BOOST_TEST(read->units[0].lost[0] == "12.03");
}

BOOST_AUTO_TEST_CASE(segments_are_joined_in_the_order_of_the_translation)
{
    const auto read = readXliff(inUnit(
        "<segment state='final'><source>One. </source><target order='3'>Un.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment state='reviewed'><source>Two.</source><target "
        "order='1'>Deux.</target></segment>"));
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
    BOOST_TEST(read->units[0].source == "One. Two.");
    BOOST_TEST(*read->units[0].target == "Deux. Un.");
    BOOST_TEST((read->units[0].state == model::UnitState::kReviewed));
}

BOOST_AUTO_TEST_CASE(older_programs_files_are_read_with_groups_segments_and_inline_codes)
{
    const auto read = readXliff(
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='s' "
        "datatype='html' source-language='de' target-language='en'><body><group><trans-unit id='1' "
        "approved='yes'><source>A <g id='1'>b</g> <ph id='2'>12</ph></source>"
        "<seg-source><mrk mtype='seg' mid='1'>A b 12</mrk></seg-source>"
        "<target><mrk mtype='seg' mid='1'><ph id='2'>12</ph> <g id='1'>c</g></mrk></target>"
        "<alt-trans><target>no</target></alt-trans><note>n</note></trans-unit>"
        "<trans-unit id='2'><source><bpt id='1'>[</bpt>x<ept id='1'>]</ept></source>"
        "<target state='needs-translation'/></trans-unit></group></body></file></xliff>");
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
    BOOST_REQUIRE(read->units.size() == 2U);
    BOOST_TEST(read->units[0].source == "A b 12");
    BOOST_TEST(*read->units[0].target == "12 c");
    BOOST_TEST((read->units[0].state == model::UnitState::kReviewed));
    BOOST_TEST(read->units[1].source == "[x]");
    BOOST_TEST(read->units[1].target->empty());
    BOOST_TEST((read->units[1].state == model::UnitState::kInitial));
}

BOOST_AUTO_TEST_CASE(older_files_that_break_their_rules_are_refused)
{
    const auto old = [](const std::string& body) {
        return "<xliff version='1.2'><file original='s' datatype='x' "
               "source-language='de'>\n<body>" +
               body + "</body></file></xliff>";
    };
    refused(old("<trans-unit><source>x</source></trans-unit>"), "\"id\"", "x.xlf:2:");
    refused(old("<trans-unit id='1'/>"), "<source>");
    const std::string unit = "<trans-unit id='1'><source>x</source></trans-unit>";
    refused(old(unit + unit), "second <trans-unit>");
    refused(old("<trans-unit id='1'><source><ept id='1'/></source></trans-unit>"), "ends nothing");
    refused(old("<trans-unit id='1'><source><bpt id='1'/></source></trans-unit>"), "no end");
    refused(old("<trans-unit id='1'><source><b>x</b></source></trans-unit>"), "<b>");
    refused(
        old("<trans-unit id='1'><source>x</source><target state='odd'>y</target></trans-unit>"),
        "odd");
    refused("<xliff version='1.2'><file/></xliff>", "original");
    refused("<xliff version='1.2'/>", "<file>");
    refused("<xliff version='3'/>", "version");
    refused("<slide/>", "no XLIFF");
}

BOOST_AUTO_TEST_CASE(ids_are_unique_among_segments_and_codes_of_a_unit)
{
    refused(
        inUnit("<segment id='1'><source><ph id='1'/></source></segment>"),
        "stands twice",
        "x.xlf:4:");
    accepted(
        inUnit("<segment><source><ph id='1'/></source><target><ph id='1'/></target></segment>"));
    refused(
        inUnit("<segment><source><ph id='1'/></source><target><ph id='1'/><ph id='1'/></target>"
               "</segment>"),
        "stands twice");
    refused(
        inUnit(
            "<segment><source><ph id='1'/></source><target><pc id='1'>x</pc></target></segment>"),
        "something else");
}

BOOST_AUTO_TEST_CASE(pairs_may_span_segments_but_not_cross_sides)
{
    accepted(inUnit("<segment><source><sc id='1'/>a</source></segment>"
                    "<segment><source>b<ec startRef='1'/></source></segment>"));
    refused(
        inUnit("<segment><source><sc id='1'/>a<ec startRef='1'/></source>"
               "<target><sc id='1'/>a</target></segment>"),
        "no end");
}

BOOST_AUTO_TEST_CASE(references_follow_the_fragment_syntax)
{
    const auto mark = [](const std::string& ref) {
        return inSource("<mrk id='m' type='my:x' ref='" + ref + "'>t</mrk>");
    };
    for (const auto* good :
         {"#m",
          "#/f=f1/u=u1/m",
          "#f=f1/g=g/u=u1/n=n1",
          "#t=x",
          "#gls=g1",
          "http://example.org/#/",
          "other.xlf#n/n"}) {
        accepted(mark(good));
    }
    for (const auto* bad :
         {"#",
          "#/",
          "#u=u1/f=f1",
          "#a/b",
          "#q=1",
          "#xx=1",
          "#f=f1/f=f1",
          "#m/u=u1",
          "#u=u1/",
          "#n="}) {
        refused(mark(bad), "cannot be followed");
    }
}

BOOST_AUTO_TEST_CASE(modules_are_held_to_their_own_rules)
{
    const std::string segment =
        "<segment><source>a <mrk id='m' type='term'>b</mrk></source></segment>";
    const auto with = [&](const std::string& module) { return inUnit(module + segment); };
    const std::string gls = "xmlns='urn:oasis:names:tc:xliff:glossary:2.0'";
    accepted(with(
        "<glossary " + gls +
        "><glossEntry ref='#m'><term>b</term><definition>c</definition>"
        "</glossEntry></glossary>"));
    refused(
        with("<glossary " + gls + "><glossEntry><term>b</term></glossEntry></glossary>"),
        "translation");
    refused(
        with(
            "<glossary " + gls +
            "><glossEntry ref='#z'><term>b</term><definition>c</definition>"
            "</glossEntry></glossary>"),
        "names nothing");
    const std::string val = "<validation xmlns='urn:oasis:names:tc:xliff:validation:2.0'><rule ";
    accepted(with(val + "isPresent='b' occurs='1' existsInSource='yes'/></validation>"));
    refused(with(val + "existsInSource='yes'/></validation>"), "exactly one");
    refused(with(val + "isPresent='a' endsWith='b'/></validation>"), "exactly one");
    refused(with(val + "isNotPresent='a' existsInSource='yes'/></validation>"), "existsInSource");
    const std::string res = "<resourceData xmlns='urn:oasis:names:tc:xliff:resourcedata:2.0'>"
                            "<resourceItem id='r' mimeType='a/b'>";
    accepted(with(res + "<source href='x'/></resourceItem></resourceData>"));
    refused(with(res + "<source href='x'>y</source></resourceItem></resourceData>"), "either");
    refused(with(res + "<source/></resourceItem></resourceData>"), "either");
    const std::string ctr = "<changeTrack xmlns='urn:oasis:names:tc:xliff:changetracking:2.0'>"
                            "<revisions appliesTo='note' ref='";
    const auto track = [&](const std::string& ref, const std::string& property) {
        return with(
            ctr + ref + "'><revision><item property='" + property +
            "'>x</item></revision></revisions>"
            "</changeTrack><notes><note id='n1'/><note id='n2' priority='1'/></notes>");
    };
    accepted(track("n2", "priority"));
    accepted(track("n1", "content"));
    refused(track("n1", "priority"), "property");
    refused(track("n3", "content"), "nothing there");
    const std::string mtc = "<matches xmlns='urn:oasis:names:tc:xliff:matches:2.0' "
                            "xmlns:x='urn:oasis:names:tc:xliff:document:2.0'><match ref='";
    const std::string sides = "<x:source>b</x:source><x:target>c</x:target></match></matches>";
    accepted(with(mtc + "#m'>" + sides));
    refused(with(mtc + "#z'>" + sides), "names nothing");
    refused(with(mtc + "m'>" + sides), "cannot be followed");
    refused(with(mtc + "#m' subType='a:b'>" + sides), "subType");
}

BOOST_AUTO_TEST_CASE(sizes_and_styles_have_their_form)
{
    const auto unit = [](const std::string& attributes, const std::string& inner) {
        return document(
            "<unit id='u1' " + attributes + "><segment><source>" + inner +
                "</source></segment></unit>",
            "xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' "
            "xmlns:fs='urn:oasis:names:tc:xliff:fs:2.0'");
    };
    accepted(unit("slr:sizeRestriction='3,25'", "x"));
    refused(unit("slr:sizeRestriction='few'", "x"), "sizeRestriction");
    refused(unit("", "<ph id='1' slr:equivStorage='x'/>"), "equivStorage");
    refused(unit("", "<ph id='1' slr:sizeInfo='1' slr:sizeInfoRef='a'/>"), "sizeInfo");
    refused(unit("fs:subFs='a,b'", "x"), "subFs");
    accepted(unit("fs:fs='b' fs:subFs='a,b'", "x"));
}

BOOST_AUTO_TEST_CASE(what_stands_at_the_wrong_place_is_named_with_its_line)
{
    refused(inUnit("<segment/>"), "source", "x.xlf:4:");
    refused(
        document(
            "<unit id='u1'><segment><source>x</source><target>y</target></segment></unit>", ""),
        "trgLang",
        "x.xlf:3:");
    refused(inSource("<cp hex='0041'/>"), "hex");
    refused(inSource("<cp hex='zz'/>"), "hex");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
