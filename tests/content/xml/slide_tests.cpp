// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide XML is read with every fault named by line, and written back the same.
#include "base/file.h"
#include "content/xml/slide.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <vector>

namespace jtv::xml {
namespace {

std::string document(const std::string& inner, const std::string& head = "template=\"title-text\"")
{
    return "<slide xmlns=\"urn:jobcenter-tv:slide:1\" xml:lang=\"de\" " + head + ">\n" + inner +
           "\n</slide>\n";
}

const std::string kText = "<text xml:lang=\"de\" reviewed=\"yes\">\n<title>Titel</title>\n";

struct Fault {
    std::string bytes;
    std::string place;
    std::string word; // must stand in the sentence
};

BOOST_AUTO_TEST_SUITE(slide)

BOOST_AUTO_TEST_CASE(everything_an_author_can_write_is_read)
{
    const auto slide = readSlide(
        document(
            kText + "<paragraph>Ein\n  Satz.</paragraph><list><item>a</item><item>b</item></list>"
                    "<steps><step>eins</step></steps>"
                    "<table><row><label>Mo</label><value>8&#160;Uhr</value></row></table>"
                    "<pictureAlternative>Ein Haus</pictureAlternative></text>"
                    "<text xml:lang=\"ar\" state=\"outdated\"><title>عنوان</title></text>",
            "template=\"picture-text\" icon=\"clock\" id=\"x\" picture=\"house.png\""),
        "a.xml");
    BOOST_REQUIRE_MESSAGE(slide.has_value(), (slide ? "" : slide.error().message));
    BOOST_TEST((slide->kind == model::SlideTemplate::kPictureText));
    BOOST_TEST((slide->icon == model::SlideIcon::kClock));
    BOOST_TEST(slide->picture == "house.png");
    BOOST_REQUIRE(slide->texts.size() == 2U);
    const auto& text = slide->texts[0];
    BOOST_TEST(text.reviewed);
    BOOST_TEST(text.pictureAlternative == "Ein Haus");
    BOOST_REQUIRE(text.blocks.size() == 4U);
    BOOST_TEST(std::get<model::Paragraph>(text.blocks[0]).text == "Ein Satz.");
    BOOST_TEST(std::get<model::BulletList>(text.blocks[1]).items.size() == 2U);
    BOOST_TEST(std::get<model::StepList>(text.blocks[2]).items[0] == "eins");
    BOOST_TEST(std::get<model::Table>(text.blocks[3]).rows[0].value == "8\u00A0Uhr");
    BOOST_TEST((slide->texts[1].state == model::TextState::kOutdated));
    BOOST_TEST(!slide->texts[1].reviewed);
}

BOOST_AUTO_TEST_CASE(faults_name_file_line_and_what_to_do)
{
    const std::vector<Fault> faults{
        {"<smil/>", "a.xml:1:", "no slide"},
        {document(kText + "</text>", "template=\"poster\""), "a.xml:1:", "poster"},
        {document(kText + "</text>", "template=\"notice\" icon=\"cat\""), "a.xml:1:", "cat"},
        {document(kText + "</text>", "template=\"notice\" colour=\"red\""), "a.xml:1:", "colour"},
        {document(kText + "<headline>x</headline></text>"), "a.xml:4:", "headline"},
        {document("<text xml:lang=\"de\"><paragraph>x</paragraph></text>"), "a.xml:2:", "<title>"},
        {document(kText + "<paragraph> </paragraph></text>"), "a.xml:4:", "empty"},
        {document(kText + "<list/></text>"), "a.xml:4:", "<item>"},
        {document(kText + "<table><row><label>x</label></row></table></text>"),
         "a.xml:4:",
         "<value>"},
        {document("<text xml:lang=\"en\"><title>x</title></text>"), "a.xml:1:", "\"de\""},
        {document(kText + "</text>\n" + kText + "</text>"), "a.xml:5:", "second text in de"},
        {document(kText + "</text>\n<text><title>x</title></text>"), "a.xml:5:", "xml:lang"},
        {document(kText + "</text>\n<text xml:lang=\"x!\"><title>x</title></text>"),
         "a.xml:5:",
         "xml:lang"},
        {document(kText + "</text>", "template=\"qr\""), "a.xml:2:", "<qr>"},
        {document(
             kText +
             "<qr target=\"https://example.org\"><address>example.org</address></qr></text>"),
         "a.xml:2:",
         "template"},
        {document(
             kText + "<qr target=\"http://example.org\"><address>x</address></qr></text>",
             "template=\"qr\""),
         "a.xml:4:",
         "https://"},
        {document(kText + "<qr target=\"https://example.org\"/></text>", "template=\"qr\""),
         "a.xml:4:",
         "<address>"},
        {document(kText), "a.xml:", "text"},
        {document(kText + "</text>", "template=\"opening-hours\""), "a.xml:1:", "<hours>"},
        {document(kText + "</text>", "template=\"counter-map\""), "a.xml:1:", "<floor>"},
        {document(kText + "</text>", "template=\"picture\""), "a.xml:1:", "picture"},
        {document(
             "<hours><open days=\"mo-xx\" from=\"08:00\" to=\"12:00\"/></hours>" + kText +
             "</text>"),
         "a.xml:2:",
         "mo-xx"},
        {document("<hours><open days=\"mo\" from=\"8\" to=\"12:00\"/></hours>" + kText + "</text>"),
         "a.xml:2:",
         "08:30"},
        {document("<provenance reviewBy=\"1.5.2027\"/>" + kText + "</text>"),
         "a.xml:2:",
         "1.5.2027"},
        {document(
             "<floor columns=\"4\" rows=\"4\"><place kind=\"room\" x=\"1\" y=\"1\"/></floor>" +
             kText + "</text>"),
         "a.xml:2:",
         "goal"},
        {document("<sign xml:lang=\"gsg\"/>" + kText + "</text>"), "a.xml:2:", "source"},
        {document(kText + "<telephone/></text>"), "a.xml:4:", "<number>"},
    };
    for (const auto& fault : faults) {
        const auto slide = readSlide(fault.bytes, "a.xml");
        BOOST_REQUIRE_MESSAGE(!slide.has_value(), "accepted: " + fault.bytes);
        const auto& message = slide.error().message;
        BOOST_TEST(message.rfind(fault.place, 0) == 0U, message);
        BOOST_TEST(message.find(fault.word) != std::string::npos, message);
    }
}

const std::string kEverything =
    "<provenance source=\"Amt\" licence=\"CC-BY-4.0\" licenceUntil=\"2027-12-31\" office=\"Team "
    "412\" "
    "correctAsOf=\"2026-11-01\" reviewBy=\"2027-05-01\">"
    "<consent who=\"Frau Yilmaz\" scope=\"Warteräume\" until=\"2027-01-01\"/></provenance>"
    "<sign xml:lang=\"gsg\" source=\"sign.mp4\" placement=\"whole\" state=\"outdated\"/>"
    "<hours><open days=\"mo-fr\" from=\"08:00\" to=\"12:00\"/>"
    "<open days=\"mo-fr\" from=\"14:00\" to=\"18:00\"/><closed days=\"sa-su\"/></hours>"
    "<floor columns=\"12\" rows=\"8\"><place kind=\"goal\" label=\"3\" x=\"9\" y=\"1\" width=\"2\" "
    "height=\"2\"/><place kind=\"here\" x=\"0\" y=\"7\" width=\"1\" height=\"1\"/>"
    "<corner x=\"0\" y=\"7\"/><corner x=\"9\" y=\"7\"/></floor>";

BOOST_AUTO_TEST_CASE(what_all_languages_share_is_read_and_written_back)
{
    const auto slide = readSlide(
        document(
            kEverything + kText +
                "<telephone state=\"outdated\"><number>0800 4 5555 00</number><note>Mo bis "
                "Fr</note></telephone><picture source=\"de.png\"/>"
                "<pictureAlternative state=\"outdated\">Ein Haus</pictureAlternative></text>",
            "template=\"counter-map\" binding=\"yes\" outdated=\"skip\" theme=\"themes/city.xml\""),
        "a.xml");
    BOOST_REQUIRE_MESSAGE(slide.has_value(), (slide ? "" : slide.error().message));
    BOOST_TEST(slide->binding);
    BOOST_TEST((slide->whenOutdated == model::WhenOutdated::kSkip));
    BOOST_TEST(model::dayText(*slide->provenance.reviewBy) == "2027-05-01");
    BOOST_TEST(slide->provenance.consents.at(0).who == "Frau Yilmaz");
    BOOST_TEST((slide->signs.at(0).placement == model::SignVideo::Placement::kWhole));
    BOOST_REQUIRE(slide->hours.rows.size() == 2U);
    BOOST_TEST(slide->hours.rows[0].spans.size() == 2U);
    BOOST_TEST(slide->hours.rows[1].spans.empty());
    BOOST_REQUIRE(slide->floor.has_value());
    BOOST_TEST(slide->floor->places.size() == 2U);
    BOOST_TEST(slide->floor->way.size() == 2U);
    const auto& text = slide->texts.at(0);
    BOOST_TEST(text.telephone.value().number == "0800 4 5555 00");
    BOOST_TEST((text.telephone->state == model::TextState::kOutdated));
    BOOST_TEST(text.picture.value().source == "de.png");
    BOOST_TEST((text.pictureAlternativeState == model::TextState::kOutdated));
    const auto once = writeSlide(*slide);
    const auto again = readSlide(once);
    BOOST_REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().message));
    BOOST_TEST(writeSlide(*again) == once);
    BOOST_TEST((again->floor == slide->floor));
    BOOST_TEST((again->hours == slide->hours));
    BOOST_TEST((again->provenance == slide->provenance));
}

BOOST_AUTO_TEST_CASE(translation_marks_of_its_are_accepted_everywhere)
{
    const auto slide = readSlide(
        "<slide xmlns=\"urn:jobcenter-tv:slide:1\" xmlns:its=\"http://www.w3.org/2005/11/its\" "
        "its:version=\"2.0\" xml:lang=\"de\" template=\"notice\">"
        "<its:rules version=\"2.0\"><its:translateRule selector=\"//x\" "
        "translate=\"no\"/></its:rules>"
        "<text xml:lang=\"de\"><title its:locNote=\"kurz halten\">Titel</title></text></slide>");
    BOOST_TEST(slide.has_value(), (slide ? "" : slide.error().message));
}

BOOST_AUTO_TEST_CASE(notes_limits_and_origins_of_each_leaf_survive)
{
    const std::string its = "xmlns:its=\"http://www.w3.org/2005/11/its\" ";
    const auto slide = readSlide(document(
        "<text xml:lang=\"de\" its:locNote=\"waiting room\"><title longest=\"20\">Titel</title>"
        "<table><row its:translate=\"no\"><label>Mo</label><value>8 Uhr</value></row></table>"
        "<paragraph its:locNote=\"friendly\">Bitte warten.</paragraph></text>"
        "<text xml:lang=\"en\"><title madeFrom=\"0123456789abcdef\">Title</title></text>",
        its + "template=\"notice\""));
    BOOST_REQUIRE_MESSAGE(slide.has_value(), (slide ? "" : slide.error().message));
    const auto& marks = slide->texts[0].marks;
    BOOST_REQUIRE(marks.size() == 4U);
    BOOST_TEST(marks[0].longest == 20);
    BOOST_TEST(marks[0].note == "waiting room");
    BOOST_TEST(!marks[1].translate);
    BOOST_TEST(!marks[2].translate);
    BOOST_TEST(marks[3].note == "friendly");
    BOOST_TEST(marks[3].translate);
    BOOST_TEST(slide->texts[1].marks.at(0).madeFrom == "0123456789abcdef");
    // The source no longer says what the title was made from.
    BOOST_TEST((slide->texts[1].state == model::TextState::kOutdated));
    const auto again = readSlide(writeSlide(*slide));
    BOOST_REQUIRE(again.has_value());
    BOOST_TEST((again->texts[0].marks == marks));
    BOOST_TEST((again->texts[1].marks == slide->texts[1].marks));
    BOOST_TEST(!readSlide(document(kText + "<paragraph longest=\"0\">x</paragraph></text>")));
    BOOST_TEST(!readSlide(document(kText + "<paragraph madeFrom=\"x\">x</paragraph></text>")));
}

BOOST_AUTO_TEST_CASE(demo_slides_survive_writing_and_reading)
{
    int count = 0;
    const std::filesystem::path folder = JTV_TEST_SOURCE_DIR "/../content/demo/slides";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto bytes = readFile(entry.path(), kMaxSlideBytes);
        BOOST_REQUIRE(bytes);
        const auto slide = readSlide(*bytes, entry.path().filename().string());
        BOOST_REQUIRE_MESSAGE(slide.has_value(), (slide ? "" : slide.error().message));
        const auto once = writeSlide(*slide);
        const auto again = readSlide(once);
        BOOST_REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().message));
        BOOST_TEST(writeSlide(*again) == once);
        BOOST_TEST(again->texts.size() >= 28U);
        BOOST_TEST(again->id == slide->id);
        ++count;
    }
    BOOST_TEST(count >= 8);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
