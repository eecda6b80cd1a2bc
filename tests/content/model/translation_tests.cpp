// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slides go to the translator and come back, whatever happened to them meanwhile.
#include "content/model/leaf.h"
#include "content/model/translation.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

Slide german()
{
    SlideText text;
    text.language = "de";
    text.title = "Termin";
    text.blocks = {Paragraph{"Rufen Sie an."}, BulletList{{"Ausweis", "Brief"}}};
    Slide slide;
    slide.id = "termin";
    slide.sourceLanguage = "de";
    slide.texts = {text};
    return slide;
}

TranslationUnit* unitOf(Translation& translation, const std::string& id)
{
    for (auto& unit : translation.units) {
        if (unit.id == id) {
            return &unit;
        }
    }
    return nullptr;
}

Translation done(const Slide& slide)
{
    auto translation = exportTranslation(slide, "en");
    for (auto& unit : translation.units) {
        unit.target = "en:" + unit.source;
        unit.state = UnitState::kTranslated;
    }
    return translation;
}

Slide translated(const Slide& slide)
{
    auto imported = importTranslation(slide, done(slide));
    BOOST_REQUIRE(imported);
    return imported->slide;
}

TextState stateOf(const Slide& slide, const std::string& id)
{
    for (const auto& leaf : leafStates(slide, "en")) {
        if (leaf.id == id) {
            return leaf.state;
        }
    }
    BOOST_FAIL("no leaf " + id);
    return TextState::kMissing;
}

BOOST_AUTO_TEST_SUITE(translation)

BOOST_AUTO_TEST_CASE(everything_translated_makes_a_ready_text_of_the_same_build)
{
    const auto slide = translated(german());
    BOOST_REQUIRE(slide.texts.size() == 2U);
    const auto& text = slide.texts[1];
    BOOST_TEST((text.state == TextState::kReady));
    BOOST_TEST(!text.reviewed);
    BOOST_TEST(std::get<BulletList>(text.blocks.at(1)).items.at(1) == "en:Brief");
    BOOST_TEST((stateOf(slide, "b2.2") == TextState::kReady));
}

BOOST_AUTO_TEST_CASE(an_untouched_hand_off_changes_nothing)
{
    const auto slide = translated(german());
    const auto again = importTranslation(slide, exportTranslation(slide, "en"));
    BOOST_REQUIRE(again);
    BOOST_TEST(again->remarks.empty());
    BOOST_TEST((again->slide.texts[1].marks == slide.texts[1].marks));
    BOOST_TEST((again->slide.texts[1].state == TextState::kReady));
}

BOOST_AUTO_TEST_CASE(only_the_segment_whose_source_changed_is_outdated)
{
    auto slide = translated(german());
    std::get<Paragraph>(slide.texts[0].blocks[0]).text = "Rufen Sie uns an.";
    refreshStates(slide);
    BOOST_TEST((slide.texts[1].state == TextState::kOutdated));
    BOOST_TEST((stateOf(slide, "b1") == TextState::kOutdated));
    BOOST_TEST((stateOf(slide, "title") == TextState::kReady));
    auto translation = exportTranslation(slide, "en");
    BOOST_TEST((unitOf(translation, "b1")->state == UnitState::kInitial));
    BOOST_TEST(*unitOf(translation, "b1")->target == "en:Rufen Sie an.");
    // Sent back untouched it stays outdated; said to be right it is ready.
    BOOST_TEST(
        (importTranslation(slide, translation)->slide.texts[1].state == TextState::kOutdated));
    unitOf(translation, "b1")->state = UnitState::kTranslated;
    BOOST_TEST((importTranslation(slide, translation)->slide.texts[1].state == TextState::kReady));
}

BOOST_AUTO_TEST_CASE(leaves_that_moved_take_their_translation_along)
{
    auto slide = translated(german());
    slide.texts[0].blocks.insert(slide.texts[0].blocks.begin(), Paragraph{"Neu"});
    refreshStates(slide);
    BOOST_TEST((stateOf(slide, "b1") == TextState::kMissing));
    BOOST_TEST((stateOf(slide, "b2") == TextState::kReady));
    BOOST_TEST((stateOf(slide, "b3.2") == TextState::kReady));
    auto translation = exportTranslation(slide, "en");
    BOOST_TEST(!unitOf(translation, "b1")->target);
    BOOST_TEST(*unitOf(translation, "b2")->target == "en:Rufen Sie an.");
    // As long as one is missing, the text is not shown, but nothing is lost.
    auto holed = importTranslation(slide, translation)->slide;
    BOOST_TEST((holed.texts[1].state == TextState::kMissing));
    BOOST_TEST((stateOf(holed, "b3.1") == TextState::kReady));
    auto rest = exportTranslation(holed, "en");
    unitOf(rest, "b1")->target = "en:Neu";
    unitOf(rest, "b1")->state = UnitState::kFinal;
    const auto whole = importTranslation(holed, rest)->slide;
    BOOST_TEST((whole.texts[1].state == TextState::kReady));
    BOOST_TEST(std::get<Paragraph>(whole.texts[1].blocks.at(0)).text == "en:Neu");
}

BOOST_AUTO_TEST_CASE(what_changed_while_it_was_away_is_outdated_when_it_comes_back)
{
    auto slide = german();
    auto translation = done(slide);
    slide.texts[0].title = "Ihr Termin";
    slide.texts[0].blocks.pop_back();
    const auto imported = importTranslation(slide, translation);
    BOOST_REQUIRE(imported);
    BOOST_TEST((imported->slide.texts[1].state == TextState::kOutdated));
    BOOST_TEST(imported->slide.texts[1].title == "en:Termin");
    BOOST_TEST(imported->remarks.size() == 2U); // both items are gone
}

BOOST_AUTO_TEST_CASE(reviewed_is_what_the_translator_reviewed_as_a_whole)
{
    const auto slide = german();
    auto translation = done(slide);
    for (auto& unit : translation.units) {
        unit.state = UnitState::kReviewed;
    }
    BOOST_TEST(importTranslation(slide, translation)->slide.texts[1].reviewed);
    translation.units.front().state = UnitState::kTranslated;
    BOOST_TEST(!importTranslation(slide, translation)->slide.texts[1].reviewed);
}

BOOST_AUTO_TEST_CASE(files_for_another_slide_or_language_and_lost_codes_are_refused)
{
    const auto slide = german();
    auto other = done(slide);
    other.original = "anderes";
    BOOST_TEST(!importTranslation(slide, other));
    other = done(slide);
    other.sourceLanguage = "en";
    BOOST_TEST(!importTranslation(slide, other));
    other = done(slide);
    other.targetLanguage.clear();
    BOOST_TEST(!importTranslation(slide, other));
    other = done(slide);
    other.units[1].place = {"t.xlf", 7};
    other.units[1].lost = {"www.example.org"};
    const auto refused = importTranslation(slide, other);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.rfind("t.xlf:7: ", 0) == 0U);
    BOOST_TEST(refused.error().message.find("www.example.org") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(notes_and_limits_go_out_and_what_is_too_long_is_named)
{
    auto slide = german();
    slide.texts[0].marks.resize(4);
    slide.texts[0].marks[0] = {"short!", 8, true, ""};
    slide.texts[0].marks[2].translate = false;
    auto translation = done(slide);
    BOOST_TEST(translation.units.size() == 3U);
    BOOST_TEST(translation.units[0].note == "short!");
    const auto imported = importTranslation(slide, translation);
    BOOST_REQUIRE(imported->remarks.size() == 1U);
    BOOST_TEST(imported->remarks[0].text.find("1 more than the 8") != std::string::npos);
    const auto& items = std::get<BulletList>(imported->slide.texts[1].blocks.at(1)).items;
    BOOST_TEST(items.at(0) == "Ausweis"); // never translated
    BOOST_TEST((imported->slide.texts[1].state == TextState::kReady));
}

BOOST_AUTO_TEST_CASE(addresses_and_numbers_are_protected_words_are_not)
{
    const std::string text = "Am 12.03.2026, 8:30 Uhr: www.jobcenter.digital oder "
                             "(hilfe@amt.de), Tel. 0911/529-0, z.B. 5 Seiten. arbeitsagentur.de/jc";
    std::string found;
    for (const auto& span : protectedSpans(text)) {
        found += text.substr(span.begin, span.end - span.begin) + "|";
    }
    BOOST_TEST(
        found ==
        "12.03.2026|8:30|www.jobcenter.digital|hilfe@amt.de|0911/529-0|arbeitsagentur.de/jc|");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
