// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How languages share a screen, and how long each waits: compared with a visitor who counts
// seconds.
#include "content/model/language_loop.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <variant>

namespace jtv::model {
namespace {

using Languages = std::vector<std::string>;

Slide slideIn(const Languages& languages)
{
    Slide slide;
    slide.sourceLanguage = languages.front();
    for (const auto& language : languages) {
        SlideText text;
        text.language = language;
        text.title = "Titel";
        slide.texts.push_back(std::move(text));
    }
    return slide;
}

std::vector<Languages> tagsOf(const std::vector<LanguageRound>& rounds)
{
    std::vector<Languages> tags;
    for (const auto& round : rounds) {
        auto& list = tags.emplace_back();
        for (const auto& turn : round) {
            list.push_back(turn.language);
        }
    }
    return tags;
}

// What a visitor waits who comes at the worst second, found by trying every second.
std::optional<int>
waitedFor(const std::vector<LoopItem>& loop, const std::string& language, int passes)
{
    std::vector<bool> readable;
    for (int pass = 0; pass < passes; ++pass) {
        for (const auto& item : loop) {
            const auto& round = item.rounds[static_cast<std::size_t>(pass) % item.rounds.size()];
            for (const auto& turn : round) {
                const auto seconds = static_cast<std::size_t>(turn.duration.count() / 1000);
                readable.insert(readable.end(), seconds, isReadable(turn.language, language));
            }
        }
    }
    if (std::find(readable.begin(), readable.end(), true) == readable.end()) {
        return std::nullopt;
    }
    int longest = 0;
    for (std::size_t come = 0; come < readable.size(); ++come) {
        int waited = 0;
        while (!readable[(come + static_cast<std::size_t>(waited)) % readable.size()]) {
            ++waited;
        }
        longest = std::max(longest, waited);
    }
    return longest;
}

BOOST_AUTO_TEST_SUITE(language_policy)

BOOST_AUTO_TEST_CASE(up_to_four_languages_take_turns_and_more_share_two_places)
{
    const Languages four{"de", "en", "ar", "uk"};
    const std::vector<Languages> all{four};
    BOOST_TEST((tagsOf(languageRounds(slideIn(four), LanguageOrder::kAutomatic, four)) == all));
    const Languages six{"de", "en", "ar", "uk", "tr", "fa"};
    const std::vector<Languages> shared{{"de", "en", "ar"}, {"de", "uk", "tr"}, {"de", "fa"}};
    BOOST_TEST((tagsOf(languageRounds(slideIn(six), LanguageOrder::kAutomatic, six)) == shared));
}

BOOST_AUTO_TEST_CASE(side_by_side_shows_two_languages_at_a_time)
{
    const Languages three{"de", "ar", "uk"};
    const std::vector<Languages> expected{{"de+ar", "uk"}};
    auto slide = slideIn(three);
    BOOST_TEST((tagsOf(languageRounds(slide, LanguageOrder::kSideBySide, three)) == expected));
    slide.kind = SlideTemplate::kSideBySide;
    BOOST_TEST((tagsOf(languageRounds(slide, LanguageOrder::kMainAndTwo, three)) == expected));
}

BOOST_AUTO_TEST_CASE(parts_of_the_day_have_languages_of_their_own)
{
    const LanguagePolicy policy{
        LanguageOrder::kInTurn, {{480, 720, {"ar", "de"}}, {1320, 360, {"en"}}}};
    const Languages usual{"de"};
    BOOST_TEST((languagesAt(policy, usual, 480) == Languages{"ar", "de"}));
    BOOST_TEST((languagesAt(policy, usual, 720) == usual));
    BOOST_TEST((languagesAt(policy, usual, 1439) == Languages{"en"}));
    BOOST_TEST((languagesAt(policy, usual, 359) == Languages{"en"}));
    BOOST_TEST((languagesAt(policy, usual, 360) == usual));
    BOOST_TEST(nextChange(policy, 0).value() == 360);
    BOOST_TEST(nextChange(policy, 480).value() == 720);
    BOOST_TEST(nextChange(policy, 1320).value() == 360);
    BOOST_TEST(!nextChange({}, 480));
    BOOST_TEST(languageLists(policy, usual).size() == 3U);
}

BOOST_AUTO_TEST_CASE(policy_is_one_line_of_text)
{
    const LanguagePolicy policy{
        LanguageOrder::kMainAndTwo,
        {{480, 720, {"ar", "de"}}, {1320, 360, {"en"}}, {0, 1440, {"pt-BR"}}}};
    const std::string text = "main-and-two; 08:00-12:00 ar de; 22:00-06:00 en; 00:00-24:00 pt-BR";
    BOOST_TEST(writeLanguagePolicy(policy) == text);
    BOOST_TEST((parseLanguagePolicy(text).value() == policy));
    BOOST_TEST((parseLanguagePolicy("automatic").value() == LanguagePolicy{}));
    for (const auto* wrong :
         {"",
          "first",
          "in-turn; 8-12 ar",
          "in-turn; 08:00-12:00",
          "in-turn; 08:00-08:00 ar",
          "in-turn; 24:00-12:00 ar",
          "in-turn; 08:60-12:00 ar",
          "in-turn; 08:00-12:00 a/b"}) {
        BOOST_TEST(!parseLanguagePolicy(wrong), wrong);
    }
}

BOOST_AUTO_TEST_CASE(each_view_names_the_languages_that_follow_it)
{
    auto slide = slideIn({"de", "ar", "uk", "fa", "tr"});
    const Languages wanted{"uk", "de", "ar"};
    const std::vector<SlideView> inTurn{{"uk", {"de", "ar"}}, {"de", {"ar"}}, {"ar", {}}};
    BOOST_TEST((slideRounds(slide, LanguageOrder::kInTurn, wanted).at(0) == inTurn));
    const std::vector<SlideView> inPairs{{"uk+de", {"ar"}}, {"ar", {}}};
    BOOST_TEST((slideRounds(slide, LanguageOrder::kSideBySide, wanted).at(0) == inPairs));
    const auto shared =
        slideRounds(slide, LanguageOrder::kAutomatic, {"de", "ar", "uk", "fa", "tr"});
    const std::vector<SlideView> first{
        {"de", {"ar", "uk", "fa", "tr"}}, {"ar", {"uk", "fa", "tr"}}, {"uk", {"fa", "tr"}}};
    const std::vector<SlideView> second{
        {"de", {"fa", "tr", "ar", "uk"}}, {"fa", {"tr", "ar", "uk"}}, {"tr", {"ar", "uk"}}};
    BOOST_REQUIRE(shared.size() == 2U);
    BOOST_TEST((shared[0] == first));
    BOOST_TEST((shared[1] == second));
}

BOOST_AUTO_TEST_CASE(waits_are_those_of_a_visitor_who_comes_at_the_worst_second)
{
    const Languages six{"de", "en", "ar", "uk", "tr", "fa"};
    const auto slide = slideIn(six);
    for (const auto order :
         {LanguageOrder::kInTurn, LanguageOrder::kSideBySide, LanguageOrder::kMainAndTwo}) {
        const std::vector<LoopItem> loop{
            {"a", languageRounds(slide, order, six)},
            {"film", {{{"de", Milliseconds(40'000)}}}},
            {"b", languageRounds(slideIn({"de", "ar"}), order, six)}};
        for (const auto& wait : languageWaits(loop, {"de", "ar", "fa", "tr", "vi"})) {
            const auto expected = waitedFor(loop, wait.language, 6);
            BOOST_TEST(wait.something.has_value() == expected.has_value());
            if (expected) {
                BOOST_TEST(wait.something->count() == *expected * 1000, wait.language);
            }
            const auto first = waitedFor({loop[0]}, wait.language, 6);
            BOOST_TEST(wait.items[0].has_value() == first.has_value());
            BOOST_TEST((!wait.items[0] || *wait.items[0] >= *wait.something));
        }
    }
}

BOOST_AUTO_TEST_CASE(who_needs_simple_language_is_not_served_by_the_full_one)
{
    BOOST_TEST(isReadable("de-AT", "de"));
    BOOST_TEST(isReadable("ar+de-simple", "de"));
    BOOST_TEST(!isReadable("de", "de-simple"));
    BOOST_TEST(!isReadable("de-simple", "de-simple-x-leicht"));
    BOOST_TEST(isReadable("de-simple-x-leicht", "de-simple"));
}

BOOST_AUTO_TEST_CASE(loop_of_a_playlist_has_its_items_with_their_times)
{
    TimeNode film;
    film.body = Media{};
    std::get<Media>(film.body).kind = MediaKind::kVideo;
    TimeNode slide;
    slide.body = Media{};
    std::get<Media>(slide.body).kind = MediaKind::kSlide;
    auto timed = slide;
    timed.timing.dur.kind = Duration::Kind::kClock;
    timed.timing.dur.value = Milliseconds(40'000);
    Container all;
    all.children = {film, slide, timed};
    Playlist playlist;
    playlist.body.body = all;
    const auto source = std::make_shared<const Slide>(slideIn({"de", "ar"}));
    const LoopSources sources{
        [&](const Media&) { return Result<std::shared_ptr<const Slide>>(source); },
        [](const Media&) { return Milliseconds(90'000); }};
    const auto loop = loopOf(playlist, LanguageOrder::kInTurn, {"de", "ar"}, sources).value();
    BOOST_REQUIRE(loop.size() == 3U);
    BOOST_TEST((tagsOf(loop[0].rounds) == std::vector<Languages>{{""}}));
    BOOST_TEST((loop[0].rounds[0][0].duration == Milliseconds(90'000)));
    BOOST_TEST((tagsOf(loop[1].rounds) == std::vector<Languages>{{"de", "ar"}}));
    BOOST_TEST((loop[2].rounds[0][0].duration == Milliseconds(20'000)));
    const auto waits = languageWaits(loop, {"ar", "uk"});
    BOOST_TEST((waits[0].something == Milliseconds(90'000) + loop[1].rounds[0][0].duration));
    BOOST_TEST(!waits[1].something);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
