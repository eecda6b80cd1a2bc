// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is shown when.
#include "player/timeline/timeline.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

namespace jtv::timeline {
namespace {

Intrinsic turns(std::vector<Turn> list)
{
    Intrinsic known;
    known.rounds = {std::move(list)};
    return known;
}

Intrinsic lasting(std::int64_t time)
{
    Intrinsic known;
    known.duration = ms(time);
    return known;
}

BOOST_AUTO_TEST_SUITE(timeline)

BOOST_AUTO_TEST_CASE(seq_plays_one_after_the_other)
{
    BOOST_TEST(
        cues(seq({img("a", 2000), img("b", 1000), img("c", 500)})) ==
        "0-2000 a, 2000-3000 b, 3000-3500 c");
}

BOOST_AUTO_TEST_CASE(par_plays_together_and_ends_with_its_last)
{
    BOOST_TEST(
        cues(seq(
            {par({img("a", 4000).region("left"), img("b", 1000).region("right")}),
             img("c", 1000)})) == "0-1000 b, 0-4000 a, 4000-5000 c");
}

BOOST_AUTO_TEST_CASE(begin_counts_from_the_predecessor_in_a_seq_and_from_the_parent_in_a_par)
{
    BOOST_TEST(cues(seq({img("a", 1000), img("b", 1000).begin(500)})) == "0-1000 a, 1500-2500 b");
    BOOST_TEST(
        cues(seq({par({img("a", 1000), img("b", 1000).region("left").begin(500)})})) ==
        "0-1000 a, 500-1500 b");
}

BOOST_AUTO_TEST_CASE(end_cuts_and_holds)
{
    BOOST_TEST(cues(seq({img("a", 5000).end(2000), img("b", 1000)})) == "0-2000 a, 2000-3000 b");
    BOOST_TEST(cues(seq({img("a").end(4000), img("b", 1000)})) == "0-4000 a, 4000-5000 b");
    BOOST_TEST(
        cues(seq({seq({img("a", 1000)}).end(4000), img("b", 1000)})) == "0-1000 a, 4000-5000 b");
    BOOST_TEST(cues(seq({img("a", 1000).begin(3000).end(2000), img("b", 1000)})) == "0-1000 b");
}

BOOST_AUTO_TEST_CASE(dur_of_a_container_cuts_what_is_longer_and_idles_after_what_is_shorter)
{
    BOOST_TEST(
        cues(seq({seq({img("a", 2000), img("b", 2000)}).dur(3000), img("c", 1000)})) ==
        "0-2000 a, 2000-3000 b, 3000-4000 c");
    BOOST_TEST(
        cues(seq({seq({img("a", 1000)}).dur(3000), img("c", 1000)})) == "0-1000 a, 3000-4000 c");
    BOOST_TEST(cues(seq({par({video("v")}).dur(2000), img("c", 1000)})) == "0-2000 v, 2000-3000 c");
}

BOOST_AUTO_TEST_CASE(repeats_of_media_and_containers_are_new_cues)
{
    BOOST_TEST(cues(seq({img("a", 1000).repeat(3)})) == "0-1000 a, 1000-2000 a, 2000-3000 a");
    BOOST_TEST(cues(seq({video("v").repeat(2)})) == "0-3000 v, 3000-6000 v");
    BOOST_TEST(
        cues(seq({seq({img("a", 1000), img("b", 1000)}).repeat(2)})) ==
        "0-1000 a, 1000-2000 b, 2000-3000 a, 3000-4000 b");
    BOOST_TEST(
        cues(seq({img("a", 1000)}).repeat(kForEver), 2500) == "0-1000 a, 1000-2000 a, 2000-… a");
}

BOOST_AUTO_TEST_CASE(fractions_of_repeats_are_cut)
{
    BOOST_TEST(
        cues(seq({img("a", 1000).repeat(1.5), img("b", 100)})) ==
        "0-1000 a, 1000-1500 a, 1500-1600 b");
    BOOST_TEST(
        cues(seq({seq({img("a", 1000), img("b", 1000)}).repeat(1.75), img("c", 100)})) ==
        "0-1000 a, 1000-2000 b, 2000-3000 a, 3000-3500 b, 3500-3600 c");
}

BOOST_AUTO_TEST_CASE(open_cue_ends_with_its_medium)
{
    BOOST_TEST(cues(seq({video("v"), img("a", 1000)})) == "0-3000 v, 3000-4000 a");
    BOOST_TEST(
        cues(seq({video("v"), img("a", 1000)}), 9000, {{"v", lasting(7000)}}) ==
        "0-7000 v, 7000-8000 a");
}

BOOST_AUTO_TEST_CASE(video_that_ends_before_its_dur_keeps_its_time)
{
    Player player;
    auto timeline = player.make(playlist(seq({video("v").dur(5000), img("a", 1000)})));
    const auto first = timeline.advance(ms(0));
    BOOST_REQUIRE(first.begins.size() == 1U);
    BOOST_TEST(first.begins[0].end->count() == 5000);
    const auto step = timeline.mediaEnded(first.begins[0].id, MediaEnd::kFinished, ms(2000));
    BOOST_TEST(step.ends.empty());
    BOOST_TEST(step.next->count() == 5000);
}

BOOST_AUTO_TEST_CASE(video_without_end_of_its_own_is_cut_by_what_stands_around_it)
{
    Player player;
    auto timeline =
        player.make(playlist(seq({seq({video("v"), video("w")}).dur(5000), img("a", 1000)})));
    const auto first = timeline.advance(ms(0));
    BOOST_TEST(!first.begins[0].end);
    const auto second = timeline.mediaEnded(first.begins[0].id, MediaEnd::kFinished, ms(2000));
    BOOST_TEST(second.begins[0].media->source == "w");
    BOOST_TEST(second.next->count() == 5000);
    const auto third = timeline.advance(ms(5000));
    BOOST_TEST(third.ends.size() == 1U);
    BOOST_TEST(third.begins[0].media->source == "a");
}

BOOST_AUTO_TEST_CASE(failed_item_is_skipped_at_once)
{
    BOOST_TEST(
        cues(seq({video("bad"), img("bad2", 5000), img("a", 1000)})) ==
        "0-0 bad, 0-0 bad2, 0-1000 a");
    BOOST_TEST(
        cues(seq({par({img("bad", 5000), img("a", 1000).region("left")}), img("b", 10)})) ==
        "0-0 bad, 0-1000 a, 1000-1010 b");
    BOOST_TEST(cues(seq({video("bad").repeat(kForEver), img("a", 1000)})) == "0-0 bad, 0-1000 a");
}

BOOST_AUTO_TEST_CASE(loop_in_which_everything_fails_rests_longer_and_longer)
{
    BOOST_TEST(
        cues(seq({video("bad")}).repeat(kForEver), 10'000) ==
        "0-0 bad, 1000-1000 bad, 3000-3000 bad, 7000-7000 bad");
    Player player;
    player.run(playlist(seq({video("bad")}).repeat(kForEver)), ms(3'600'000));
    BOOST_TEST(player.record.begun.size() < 130U);
    BOOST_TEST(player.record.begun.size() > 110U);
}

BOOST_AUTO_TEST_CASE(loop_in_which_one_item_plays_does_not_rest)
{
    BOOST_TEST(
        cues(seq({video("bad"), img("a", 1000)}).repeat(kForEver), 1500) ==
        "0-0 bad, 0-1000 a, 1000-1000 bad, 1000-… a");
}

BOOST_AUTO_TEST_CASE(body_in_which_nothing_can_play_is_finished)
{
    for (auto* make :
         {+[] { return seq({}); },
          +[] { return seq({}).repeat(kForEver); },
          +[] {
              return seq({seq({}).repeat(kForEver), par({}).repeat(333)}).repeat(kForEver);
          },
          +[] { return seq({par({seq({}).repeat(kForEver)})}).repeat(kForEver); },
          +[] { return seq({img("a", 1000).end(0)}).repeat(kForEver); }}) {
        Player player;
        auto timeline = player.make(playlist(make()));
        const auto step = timeline.advance(ms(0));
        BOOST_TEST(step.finished);
        BOOST_TEST(step.begins.empty());
        BOOST_TEST(!step.next);
    }
    BOOST_TEST(
        cues(seq({video("nothing")}).repeat(kForEver), 9000, {{"nothing", lasting(0)}}).empty());
}

BOOST_AUTO_TEST_CASE(time_without_a_picture_passes)
{
    BOOST_TEST(
        cues(seq({img("a", 1000), seq({}).dur(2000), img("b", 1000)})) == "0-1000 a, 3000-4000 b");
}

BOOST_AUTO_TEST_CASE(pictures_without_a_duration_take_the_default_or_linger_in_a_par)
{
    BOOST_TEST(cues(seq({img("a"), img("b", 1000)})) == "0-10000 a, 10000-11000 b");
    BOOST_TEST(
        cues(seq(
            {par({img("logo").region("left"), seq({img("a", 1000), img("b", 1000)})}),
             img("c", 100)})) == "0-1000 a, 0-2000 logo, 1000-2000 b, 2000-2100 c");
    BOOST_TEST(
        cues(seq({par({img("a"), img("b").region("left")}), img("c", 100)})) ==
        "0-10000 a, 0-10000 b, 10000-10100 c");
    BOOST_TEST(cues(seq({par({img("a")}).dur(2000)})) == "0-2000 a");
}

BOOST_AUTO_TEST_CASE(slide_is_shown_in_each_of_its_languages_in_turn)
{
    const auto known = turns({{"de", ms(4000)}, {"ar", ms(6000)}, {"uk", ms(2000)}});
    BOOST_TEST(
        cues(seq({slide("s"), img("a", 1000)}), 60'000, {{"s", known}}) ==
        "0-4000 s/de, 4000-10000 s/ar, 10000-12000 s/uk, 12000-13000 a");
    BOOST_TEST(
        cues(seq({slide("s").dur(6000)}), 60'000, {{"s", known}}) ==
        "0-2000 s/de, 2000-5000 s/ar, 5000-6000 s/uk");
    BOOST_TEST(
        cues(
            seq({slide("s").dur(1000), img("a", 10)}),
            60'000,
            {{"s", turns({{"a", ms(1)}, {"b", ms(1)}, {"c", ms(1)}})}}) ==
        "0-333 s/a, 333-667 s/b, 667-1000 s/c, 1000-1010 a");
    BOOST_TEST(cues(seq({slide("s")})) == "0-10000 s");
    BOOST_TEST(
        cues(
            seq({slide("s").indefinite()}).end(8000),
            60'000,
            {{"s", turns({{"de", ms(3000)}, {"en", ms(2000)}})}}) ==
        "0-3000 s/de, 3000-5000 s/en, 5000-8000 s/de");
    BOOST_TEST(
        cues(seq({slide("bad"), img("a", 10)}), 60'000, {{"bad", known}}) ==
        "0-0 bad/de, 0-0 bad/ar, 0-0 bad/uk, 0-10 a");
}

BOOST_AUTO_TEST_CASE(slide_shows_its_next_round_each_time_it_comes)
{
    Intrinsic known;
    known.rounds = {{{"de", ms(3000)}, {"en", ms(2000)}}, {{"de", ms(3000)}, {"ar", ms(1000)}}};
    BOOST_TEST(
        cues(seq({slide("s"), img("p", 1000)}).repeat(3), 60'000, {{"s", known}}) ==
        "0-3000 s/de, 3000-5000 s/en, 5000-6000 p, 6000-9000 s/de, 9000-10000 s/ar, 10000-11000 p, "
        "11000-14000 s/de, 14000-16000 s/en, 16000-17000 p");
    BOOST_TEST(
        cues(seq({slide("s").indefinite()}).end(12'000), 60'000, {{"s", known}}) ==
        "0-3000 s/de, 3000-5000 s/en, 5000-8000 s/de, 8000-9000 s/ar, 9000-12000 s/de");
}

BOOST_AUTO_TEST_CASE(wanted_languages_set_the_turns_and_their_order)
{
    Player player;
    player.languages = {"uk", "fr", "DE-at"};
    player.known["s"] = turns({{"de", ms(4000)}, {"ar", ms(6000)}, {"uk", ms(2000)}});
    BOOST_TEST(
        player.run(playlist(seq({slide("s")})), ms(60'000)) == "0-2000 s/uk, 2000-6000 s/de");
}

BOOST_AUTO_TEST_CASE(begins_of_an_instant_are_sorted_by_z_index_then_document_order)
{
    BOOST_TEST(
        cues(seq({par(
            {img("l", 10).region("left"),
             img("r", 10).region("right"),
             img("b", 10).region("below"),
             img("r2", 10).region("right")})})) == "0-10 b, 0-10 r, 0-10 r2, 0-10 l");
}

BOOST_AUTO_TEST_CASE(upcoming_names_the_successor_of_each_region)
{
    Player player;
    auto timeline = player.make(playlist(seq(
        {par(
             {seq({video("v1").region("left"), video("v2").region("left")}),
              seq({img("a", 5000).region("right"), img("b", 1000).region("right")})}),
         img("c", 1000).region("right")})));
    const auto upcoming = [](const Step& step) {
        std::string names;
        for (const auto& cue : step.upcoming) {
            names += cue.media->source + " ";
        }
        return names;
    };
    auto step = timeline.advance(ms(0));
    BOOST_TEST(upcoming(step) == "v2 b ");
    step = timeline.mediaEnded(step.begins[1].id, MediaEnd::kFinished, ms(1000));
    BOOST_TEST(step.begins.size() == 1U);
    step = timeline.advance(ms(5000));
    BOOST_TEST(step.begins[0].media->source == "b");
    BOOST_TEST(upcoming(step) == "c ");
}

BOOST_AUTO_TEST_CASE(upcoming_of_a_loop_is_its_first_item_and_media_are_asked_for_once)
{
    Player player;
    auto timeline = player.make(playlist(seq({img("a", 1000), video("v")}).repeat(kForEver)));
    auto step = timeline.advance(ms(0));
    BOOST_REQUIRE(step.upcoming.size() == 1U);
    BOOST_TEST(step.upcoming[0].media->source == "v");
    step = timeline.advance(ms(1000));
    BOOST_REQUIRE(step.upcoming.size() == 1U);
    BOOST_TEST(step.upcoming[0].media->source == "a");
    step = timeline.mediaEnded(step.begins[0].id, MediaEnd::kFinished, ms(4000));
    BOOST_TEST(step.upcoming[0].media->source == "v");
    for (const auto& [media, count] : player.asked) {
        BOOST_TEST(count == 1, media->source);
    }
}

BOOST_AUTO_TEST_CASE(media_are_not_asked_for_long_before_they_are_shown)
{
    std::vector<Node> many;
    for (int i = 0; i < 100; ++i) {
        many.push_back(img(std::to_string(i), 1000));
    }
    Player player;
    auto timeline = player.make(playlist(seq(std::move(many))));
    timeline.advance(ms(0));
    BOOST_TEST(player.asked.size() == 2U);
}

BOOST_AUTO_TEST_CASE(late_words_about_ended_cues_are_ignored)
{
    Player player;
    auto timeline = player.make(playlist(seq({img("a", 1000), img("b", 1000)})));
    const auto first = timeline.advance(ms(0));
    timeline.advance(ms(1000));
    const auto step = timeline.mediaEnded(first.begins[0].id, MediaEnd::kFailed, ms(1500));
    BOOST_TEST(step.ends.empty());
    BOOST_TEST(step.begins.empty());
    BOOST_TEST(timeline.active().size() == 1U);
    BOOST_TEST(timeline.mediaEnded(99, MediaEnd::kFinished, ms(1600)).ends.empty());
}

BOOST_AUTO_TEST_CASE(playlist_nested_too_deep_is_refused_with_its_place)
{
    auto node = img("a", 1000);
    for (int i = 0; i < 100; ++i) {
        std::vector<Node> one;
        one.push_back(std::move(node));
        node = seq(std::move(one));
    }
    const auto nested = playlist(std::move(node));
    BOOST_TEST(!Timeline::make(nested, {}));
}

BOOST_AUTO_TEST_CASE(what_follows_a_medium_that_will_fail_is_upcoming_in_its_place)
{
    Player player;
    const auto list = playlist(seq({img("a", 2000), video("b"), img("c", 1000), img("d", 1000)}));
    auto timeline = player.make(list);
    const auto first = timeline.advance(ms(0));
    BOOST_REQUIRE(first.upcoming.size() == 1U);
    BOOST_TEST(first.upcoming[0].media->source == "b");
    auto told = timeline.willFail(*first.upcoming[0].media);
    BOOST_REQUIRE(told.upcoming.size() == 1U);
    BOOST_TEST(told.upcoming[0].media->source == "c");
    BOOST_TEST(told.begins.empty());
    BOOST_TEST(told.next->count() == 2000);
    told = timeline.willFail(*told.upcoming[0].media);
    BOOST_TEST(told.upcoming[0].media->source == "d");

    const auto due = timeline.advance(ms(2000)); // it is the owner who ends them
    BOOST_REQUIRE(due.begins.size() == 1U);
    BOOST_TEST(due.begins[0].media->source == "b");
    const auto next = timeline.mediaEnded(due.begins[0].id, MediaEnd::kFailed, ms(2000));
    BOOST_REQUIRE(next.begins.size() == 1U);
    BOOST_TEST(next.begins[0].media->source == "c");
}

BOOST_AUTO_TEST_CASE(step_of_a_long_playlist_costs_as_much_as_that_of_a_short_one)
{
    const auto cost = [](int items) {
        std::vector<Node> many;
        for (int i = 0; i < items; ++i) {
            many.push_back(img(std::to_string(i % 7), 1000));
        }
        Player player;
        player.run(playlist(seq(std::move(many)).repeat(kForEver)), ms(12'000'000));
        BOOST_TEST(player.record.begun.size() >= 12'000U);
        return player.mostVisited;
    };
    BOOST_TEST(cost(10'000) == cost(10));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline
