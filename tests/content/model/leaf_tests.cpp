// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A text is taken apart into leaves and put together again; states follow the source.
#include "content/model/leaf.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

SlideText everything(const std::string& language)
{
    SlideText text;
    text.language = language;
    text.title = "T " + language;
    text.blocks = {
        Paragraph{"P " + language},
        BulletList{{"I1 " + language, "I2 " + language}},
        StepList{{"S " + language}},
        Table{{{"L " + language, "V " + language}}}};
    text.qr = QrCode{"https://example.org", "example.org", "C " + language, ""};
    text.pictureAlternative = "A " + language;
    return text;
}

// As if each leaf had been translated from the source as it is now.
SlideText translated(const SlideText& source)
{
    auto text = everything("ar");
    for (const auto& leaf : leavesOf(source)) {
        LeafMark mark;
        mark.madeFrom = leaf.kind == LeafKind::kAddress ? "" : digestOf(leaf.text);
        text.marks.push_back(mark);
    }
    return text;
}

TextState stateAfter(const SlideText& source, const SlideText& translation)
{
    Slide slide;
    slide.sourceLanguage = source.language;
    slide.texts = {source, translation};
    refreshStates(slide);
    return slide.texts[1].state;
}

BOOST_AUTO_TEST_SUITE(leaf)

BOOST_AUTO_TEST_CASE(every_leaf_has_a_place_of_its_own_in_reading_order)
{
    std::string ids;
    for (const auto& leaf : leavesOf(everything("de"))) {
        ids += leaf.id + " ";
    }
    BOOST_TEST(ids == "title b1 b2.1 b2.2 b3.1 b4.1.label b4.1.value address caption picture ");
}

BOOST_AUTO_TEST_CASE(leaves_put_back_make_the_same_text)
{
    auto text = everything("de");
    setLeaves(text, leavesOf(everything("ar")));
    BOOST_TEST(text.title == "T ar");
    BOOST_TEST(text.qr->caption == "C ar");
    BOOST_TEST(std::get<Table>(text.blocks[3]).rows[0].value == "V ar");
    BOOST_TEST(text.marks.empty());
}

BOOST_AUTO_TEST_CASE(empty_leaves_go_with_their_blocks_and_the_marks_stay_beside_their_leaves)
{
    auto text = translated(everything("de"));
    auto leaves = leavesOf(text);
    leaves[2].text.clear(); // one of two items
    leaves[4].text.clear(); // the only step
    leaves[5].text.clear(); // a label, without which its value says nothing
    setLeaves(text, leaves);
    BOOST_REQUIRE(text.blocks.size() == 2U);
    BOOST_TEST(std::get<BulletList>(text.blocks[1]).items.at(0) == "I2 ar");
    const auto left = leavesOf(text);
    BOOST_REQUIRE(left.size() == 6U);
    BOOST_TEST(left[2].mark.madeFrom == digestOf("I2 de"));
    BOOST_TEST(left[5].mark.madeFrom == digestOf("A de"));
}

BOOST_AUTO_TEST_CASE(a_translation_is_outdated_when_its_source_changes_grows_or_shrinks)
{
    const auto source = everything("de");
    const auto translation = translated(source);
    BOOST_TEST((stateAfter(source, translation) == TextState::kReady));
    auto changed = source;
    changed.title += "!";
    BOOST_TEST((stateAfter(changed, translation) == TextState::kOutdated));
    auto grown = source;
    grown.blocks.emplace_back(Paragraph{"neu"});
    BOOST_TEST((stateAfter(grown, translation) == TextState::kOutdated));
    auto shorter = source;
    shorter.blocks.erase(shorter.blocks.begin());
    BOOST_TEST((stateAfter(shorter, translation) == TextState::kOutdated));
    auto swapped = source;
    std::swap(swapped.blocks[0], swapped.blocks[2]);
    BOOST_TEST((stateAfter(swapped, translation) == TextState::kOutdated));
}

BOOST_AUTO_TEST_CASE(a_translation_that_does_not_say_what_it_was_made_from_is_believed)
{
    auto changed = everything("de");
    changed.title += "!";
    BOOST_TEST((stateAfter(changed, everything("ar")) == TextState::kReady));
    auto missing = everything("ar");
    missing.state = TextState::kMissing;
    BOOST_TEST((stateAfter(changed, missing) == TextState::kMissing));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
