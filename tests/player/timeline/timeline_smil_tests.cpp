// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SMIL's timing as authors of signage write it: text in, cues out.
#include "content/xml/smil.h"
#include "content/xml/smil_clock.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace jtv::timeline {
namespace {

std::shared_ptr<const model::Playlist> read(const std::string& body)
{
    return std::make_shared<const model::Playlist>(
        xml::parseSmil("<smil><body>" + body + "</body></smil>", "t.smil").value());
}

WallTime utc(const std::string& text)
{
    const auto wallclock = xml::parseWallclock(text).value();
    return WallTime(wallclock.date->time_since_epoch() + wallclock.time);
}

std::string shown(
    const std::string& body,
    std::int64_t until = 60'000,
    const std::string& at = "2026-01-05T12:00")
{
    Player player;
    player.options.start = utc(at);
    return player.run(read(body), ms(until));
}

// <img> of one letter: "a5" is shown for 5 s.
std::string img(const std::string& name, const std::string& more)
{
    return "<img src='" + name + "' " + more + "/>";
}

// The order of the corpus's own excl tests: five children that want to begin together.
std::string five(const std::string& rules)
{
    std::string all = "<excl><priorityClass " + rules + ">";
    for (const auto* name : {"1", "2", "3", "4"}) {
        all += img(name, "begin='0s' dur='1s'");
    }
    return all + img("5", "begin='0s;5' dur='1s'") + "</priorityClass></excl>" +
           img("z", "dur='1s'");
}

BOOST_AUTO_TEST_SUITE(timeline_smil)

BOOST_AUTO_TEST_CASE(peers_of_an_excl_stop_pause_defer_or_deny_one_another)
{
    BOOST_TEST(shown(five("peers='stop'")) == "0-1000 5, 5000-6000 5, 6000-7000 z");
    BOOST_TEST(
        shown(five("peers='pause'")) ==
        "0-1000 5, 1000-2000 4, 2000-3000 3, 3000-4000 2, 4000-5000 1, 5000-6000 5, 6000-7000 z");
    BOOST_TEST(
        shown(five("peers='defer'")) ==
        "0-1000 1, 1000-2000 2, 2000-3000 3, 3000-4000 4, 4000-5000 5, 5000-6000 5, 6000-7000 z");
    BOOST_TEST(shown(five("peers='never'")) == "0-1000 1, 5000-6000 5, 6000-7000 z");
}

BOOST_AUTO_TEST_CASE(higher_ones_pause_and_the_queue_goes_on_by_priority)
{
    const auto one = [](const std::string& child) {
        return "<priorityClass higher='pause'>" + child + "</priorityClass>";
    };
    BOOST_TEST(
        shown(
            "<excl>" + one(img("1", "begin='7s' dur='1s'")) + one(img("2", "begin='6s' dur='2s'")) +
            one(img("3", "begin='5s' dur='2s'")) + one(img("4", "begin='4s' dur='2s'")) +
            one(img("5", "begin='3s' dur='2s'")) +
            one("<seq begin='0s'>" + img("10", "dur='1s'") + img("9", "dur='1s'") +
                img("8", "dur='1s'") + img("7", "dur='1s'") + img("6", "dur='1s'") + "</seq>") +
            "</excl>" + img("z", "dur='1s'")) ==
        "0-1000 10, 1000-2000 9, 2000-3000 8, 3000-4000 5, 4000-5000 4, 5000-6000 3, 6000-7000 2, "
        "7000-8000 1, 8000-9000 2, 9000-10000 3, 10000-11000 4, 11000-12000 5, 12000-13000 7, "
        "13000-14000 6, 14000-15000 z");
}

BOOST_AUTO_TEST_CASE(lower_ones_are_deferred_by_priority_or_never_play)
{
    const auto classes = [](const std::string& rules) {
        std::string all = "<excl><priorityClass " + rules + ">" + img("1", "begin='0s' dur='5s'") +
                          "</priorityClass>";
        for (const auto* name : {"2", "3", "4"}) {
            all +=
                "<priorityClass>" +
                img(name,
                    std::string("begin='") + std::to_string(5 - (name[0] - '0')) + "s' dur='1s'") +
                "</priorityClass>";
        }
        return all + "</excl>";
    };
    BOOST_TEST(
        shown(classes("lower='defer'")) == "0-5000 1, 5000-6000 2, 6000-7000 3, 7000-8000 4");
    BOOST_TEST(shown(classes("lower='never'")) == "0-5000 1");
}

BOOST_AUTO_TEST_CASE(video_goes_on_where_it_was_paused)
{
    Player player;
    auto timeline = player.make(read(
        "<excl><priorityClass>" + img("a", "begin='2s' dur='3s'") +
        "</priorityClass><priorityClass higher='pause'><video src='v' begin='0s' dur='10s'/>"
        "</priorityClass></excl>"));
    auto step = timeline.advance(ms(0));
    BOOST_TEST(step.begins.at(0).end->count() == 10'000);
    step = timeline.advance(ms(2000));
    BOOST_TEST(step.ends.size() == 1U);
    BOOST_TEST(step.begins.at(0).media->source == "a");
    step = timeline.advance(ms(5000));
    BOOST_TEST(step.begins.at(0).media->source == "v");
    BOOST_TEST(step.begins.at(0).from.count() == 2000);
    BOOST_TEST(step.begins.at(0).end->count() == 13'000);
}

BOOST_AUTO_TEST_CASE(one_begins_and_ends_with_another)
{
    BOOST_TEST(
        shown(
            "<par><video src='v' id='v'/>" + img("w", "begin='v.begin' end='v.end'") +
            img("e", "begin='v.end+1s' dur='2s'") + "</par>") == "0-3000 v, 0-3000 w, 4000-6000 e");
    BOOST_TEST(
        shown(
            "<par>" + img("a", "id='a' dur='9s'") + img("b", "begin='a.end-2s' dur='1s'") +
            "</par>") == "0-9000 a, 7000-8000 b");
    BOOST_TEST(
        shown(
            "<par>" + img("c", "begin='b.end' dur='1s'") +
            img("b", "id='b' begin='a.end' dur='1s'") + img("a", "id='a' dur='1s'") + "</par>") ==
        "0-1000 a, 1000-2000 b, 2000-3000 c");
    BOOST_TEST(
        shown(
            "<par>" + img("a", "id='a' begin='0;b.end' dur='1s'") +
                img("b", "id='b' begin='a.end' dur='1s'") + "</par>",
            3500) == "0-1000 a, 1000-2000 b, 2000-3000 a, 3000-… b");
}

BOOST_AUTO_TEST_CASE(references_in_a_loop_are_those_of_this_round)
{
    BOOST_TEST(
        shown(
            "<par repeatCount='2'>" + img("a", "id='a' dur='1s'") +
            img("b", "begin='a.end' dur='1s'") + "</par>") ==
        "0-1000 a, 1000-2000 b, 2000-3000 a, 3000-4000 b");
}

BOOST_AUTO_TEST_CASE(lists_restart_what_is_active_unless_it_says_otherwise)
{
    BOOST_TEST(
        shown("<par>" + img("a", "begin='0s;2s;5s' dur='3s'") + "</par>") ==
        "0-2000 a, 2000-5000 a, 5000-8000 a");
    BOOST_TEST(
        shown("<par>" + img("a", "begin='0s;2s;5s' dur='3s' restart='whenNotActive'") + "</par>") ==
        "0-3000 a, 5000-8000 a");
    BOOST_TEST(
        shown("<par>" + img("a", "begin='0s;2s;5s' dur='3s' restart='never'") + "</par>") ==
        "0-3000 a");
}

BOOST_AUTO_TEST_CASE(endsync_says_who_ends_a_par)
{
    const auto pair = [](const std::string& how) {
        return "<par " + how + ">" + img("a", "id='a' dur='1s'") + img("b", "dur='3s'") + "</par>" +
               img("z", "dur='1s'");
    };
    BOOST_TEST(shown(pair("")) == "0-1000 a, 0-3000 b, 3000-4000 z");
    BOOST_TEST(shown(pair("endsync='first'")) == "0-1000 a, 0-1000 b, 1000-2000 z");
    BOOST_TEST(shown(pair("endsync='a'")) == "0-1000 a, 0-1000 b, 1000-2000 z");
    BOOST_TEST(shown(pair("endsync='first' dur='2s'")) == "0-1000 a, 0-2000 b, 2000-3000 z");
}

BOOST_AUTO_TEST_CASE(repeat_dur_min_and_max_bound_the_active_duration)
{
    BOOST_TEST(
        shown(img("a", "dur='2s' repeatDur='5s'") + img("z", "dur='1s'")) ==
        "0-2000 a, 2000-4000 a, 4000-5000 a, 5000-6000 z");
    BOOST_TEST(
        shown(img("a", "dur='9s' max='4s'") + img("z", "dur='1s'")) == "0-4000 a, 4000-5000 z");
    BOOST_TEST(
        shown("<video src='v' min='5s'/>" + img("z", "dur='1s'")) == "0-5000 v, 5000-6000 z");
    BOOST_TEST(
        shown(img("a", "begin='-2s' dur='5s'") + img("z", "dur='1s'")) == "0-3000 a, 3000-4000 z");
}

BOOST_AUTO_TEST_CASE(frozen_pictures_stay_until_their_container_ends)
{
    Player player;
    auto timeline = player.make(read(
        "<par>" + img("a", "dur='1s' fill='freeze'") + img("b", "dur='3s'") + "</par>" +
        img("z", "dur='1s'")));
    timeline.advance(ms(0));
    auto step = timeline.advance(ms(1000));
    BOOST_TEST(step.freezes.size() == 1U);
    BOOST_TEST(step.ends.empty());
    BOOST_TEST(timeline.active().size() == 2U);
    step = timeline.advance(ms(3000));
    BOOST_TEST(step.ends.size() == 2U);
    BOOST_TEST(step.begins.size() == 1U);
}

BOOST_AUTO_TEST_CASE(videos_without_timing_freeze_beside_longer_ones)
{
    Player player;
    auto timeline = player.make(read("<par><video src='v'/>" + img("b", "dur='9s'") + "</par>"));
    const auto first = timeline.advance(ms(0));
    auto step = timeline.mediaEnded(first.begins.at(0).id, MediaEnd::kFinished, ms(2000));
    BOOST_TEST(step.freezes.size() == 1U);
    BOOST_TEST(step.next->count() == 9000);
    step = timeline.mediaEnded(first.begins.at(0).id, MediaEnd::kFailed, ms(3000));
    BOOST_TEST(step.ends.empty());
    BOOST_TEST(timeline.advance(ms(9000)).finished);
}

BOOST_AUTO_TEST_CASE(windows_of_wall_clock_time_are_entered_in_the_middle)
{
    const std::string body =
        "<par><seq begin='wallclock(R/2011-01-01T07:00:00/P1D)' "
        "end='wallclock(R/2011-01-01T17:00:00/P1D)' repeatCount='indefinite'>" +
        img("day", "dur='3600s'") + "</seq></par>";
    BOOST_TEST(shown(body, 7'200'000, "2026-01-05T16:30") == "0-1800000 day");
    BOOST_TEST(shown(body, 7'200'000, "2026-01-05T05:30") == "5400000-… day");
    BOOST_TEST(shown(body, 7'200'000, "2026-01-05T18:00").empty());
    BOOST_TEST(
        shown("<par>" + img("a", "begin='wallclock(2026-01-05T12:00:10)' dur='5s'") + "</par>") ==
        "10000-15000 a");
    BOOST_TEST(
        shown("<par>" + img("a", "begin='wallclock(2026-01-05T11:59:58)' dur='5s'") + "</par>") ==
        "0-3000 a");
    BOOST_TEST(
        shown(
            "<par>" + img("a", "begin='wallclock(R/2021-04-01T00:00:05/PT15S)' dur='5s'") +
                "</par>",
            30'000) == "5000-10000 a, 20000-25000 a");
}

BOOST_AUTO_TEST_CASE(closed_windows_are_passed_over_in_a_loop_and_waited_for_without_one)
{
    const std::string evening =
        img("e",
            "begin='wallclock(R/2011-01-01T18:00/P1D)' end='wallclock(R/2011-01-01T19:00/P1D)' "
            "dur='5s'");
    const std::string old =
        img("o", "begin='wallclock(2011-01-01T18:00)' end='wallclock(2011-01-02T18:00)' dur='5s'");
    BOOST_TEST(
        shown("<seq repeatCount='2'>" + evening + old + img("a", "dur='1s'") + "</seq>") ==
        "0-1000 a, 1000-2000 a");
    BOOST_TEST(
        shown(
            "<seq repeatCount='2'>" + evening + img("a", "dur='1s'") + "</seq>",
            60'000,
            "2026-01-05T18:30") == "0-5000 e, 5000-6000 a, 6000-11000 e, 11000-12000 a");
    BOOST_TEST(
        shown(
            "<seq repeatCount='indefinite'>" + evening + old + "</seq>",
            10'000,
            "2026-01-05T17:59:55") == "5000-10000 e, 10000-… e");
    BOOST_TEST(
        shown(img("a", "dur='1s'") + evening, 60'000, "2026-01-05T17:59:50") ==
        "0-1000 a, 10000-15000 e");
}

BOOST_AUTO_TEST_CASE(zones_of_a_repeating_par_play_again_while_their_window_is_open)
{
    BOOST_TEST(
        shown(
            "<par repeatCount='indefinite'><seq begin='wallclock(R/2011-01-01T00:00:00/P1D)' "
            "end='wallclock(R/2011-01-01T23:59:59/P1D)'>" +
                img("a", "dur='2s'") + img("b", "dur='1s'") + "</seq></par>",
            7000) == "0-2000 a, 2000-3000 b, 3000-5000 a, 5000-6000 b, 6000-… a");
}

BOOST_AUTO_TEST_CASE(what_fills_the_gap_of_a_window_gives_way_to_it)
{
    const std::string body =
        "<excl repeatCount='indefinite'><seq id='foo' begin='wallclock(R/2011-01-01T09:00/P1D)' "
        "end='wallclock(R/2011-01-01T17:00/P1D)'>" +
        img("day", "dur='indefinite'") + "</seq>" +
        img("night", "begin='0;foo.endEvent' dur='indefinite'") + "</excl>";
    BOOST_TEST(shown(body, 60'000) == "0-… day");
    BOOST_TEST(shown(body, 10'000, "2026-01-05T16:59:55") == "0-5000 day, 5000-… night");
    BOOST_TEST(shown(body, 10'000, "2026-01-05T08:59:55") == "0-5000 night, 5000-… day");
}

BOOST_AUTO_TEST_CASE(conditions_are_decided_when_an_item_begins)
{
    const std::string both = img("mon", "dur='1s' expr='adapi-weekday()=1'") +
                             img("rest", "dur='1s' expr='weekday() != 1'");
    BOOST_TEST(shown(both) == "0-1000 mon");
    BOOST_TEST(shown(both, 60'000, "2026-01-06T12:00") == "0-1000 rest");
    const std::string loop =
        "<seq repeatCount='indefinite'>" +
        img("a", "dur='2s' expr=\"adapi-compare(adapi-date(), '2026-01-05T12:00:03') &lt; 0\"") +
        img("b", "dur='2s' expr=\"compare(time(), '12:00:09')>=0\"") + "</seq>";
    BOOST_TEST(shown(loop, 12'000) == "0-2000 a, 2000-4000 a, 9000-11000 b, 11000-… b");
    BOOST_TEST(
        shown(
            "<excl><priorityClass higher='stop' lower='defer'><par "
            "expr=\"compare(time(),'13:00:00')>0 "
            "and compare(time(),'14:00:00')&lt;=0\">" +
            img("a", "dur='1s'") + "</par></priorityClass><priorityClass><par>" +
            img("b", "dur='1s'") + "</par></priorityClass></excl>") == "0-1000 b");
}

BOOST_AUTO_TEST_CASE(switch_plays_the_first_that_suits_the_screen)
{
    const std::string body = "<switch>" + img("ar", "dur='1s' systemLanguage='ar'") +
                             img("wide", "dur='1s' systemScreenSize='4320X7680'") +
                             img("silent", "dur='1s' systemCaptions='off'") +
                             img("never", "dur='1s' expr='false()'") +
                             img("de", "dur='1s' systemLanguage='de,en'") +
                             img("other", "dur='1s'") + "</switch>" + img("z", "dur='1s'");
    Player player;
    player.languages = {"de-DE"};
    BOOST_TEST(player.run(read(body), ms(9000)) == "0-1000 de, 1000-2000 z");
    Player arabic;
    arabic.languages = {"ar"};
    BOOST_TEST(arabic.run(read(body), ms(9000)) == "0-1000 ar, 1000-2000 z");
    Player other;
    other.languages = {"uk"};
    BOOST_TEST(other.run(read(body), ms(9000)) == "0-1000 other, 1000-2000 z");
}

BOOST_AUTO_TEST_CASE(keys_and_notices_begin_and_end_what_waits_for_them)
{
    const std::string body = "<par>" + img("a", "dur='20s'") +
                             img("k", "begin='accessKey(k)' dur='2s'") +
                             img("n", "begin='notify(door)+1s' end='accessKey(x)'") + "</par>";
    Player player;
    player.happenings = {
        {ms(1000), "key:k"},
        {ms(1500), "key:q"},
        {ms(4000), "trigger:door"},
        {ms(6000), "key:k"},
        {ms(7000), "key:x"}};
    BOOST_TEST(
        player.run(read(body), ms(30'000)) == "0-20000 a, 1000-3000 k, 5000-7000 n, 6000-8000 k");
}

BOOST_AUTO_TEST_CASE(what_waits_for_an_offset_hears_the_round_that_is_over)
{
    const std::string standby =
        "<seq repeatCount='indefinite'>" + img("s", "id='s' dur='2s'") + "</seq>";
    const auto after = [&](const std::string& begin) {
        return "<par>" + standby + img("x", "begin='" + begin + "' dur='500ms'") + "</par>";
    };
    BOOST_TEST(
        shown(after("s.end+1s"), 5999) ==
        "0-2000 s, 2000-4000 s, 3000-3500 x, 4000-… s, 5000-5500 x");
    BOOST_TEST(
        shown(after("s.begin+3s"), 5999) ==
        "0-2000 s, 2000-4000 s, 3000-3500 x, 4000-… s, 5000-5500 x");
    // Longer than several rounds: each is heard in its turn.
    BOOST_TEST(
        shown(after("s.end+5s"), 9999) ==
        "0-2000 s, 2000-4000 s, 4000-6000 s, 6000-8000 s, 7000-7500 x, 8000-… s, 9000-9500 x");
}

BOOST_AUTO_TEST_CASE(what_repeats_together_does_not_hear_the_round_before)
{
    BOOST_TEST(
        shown(
            "<par repeatCount='2'>" + img("s", "id='s' dur='2s'") +
                img("x", "begin='s.end+1s' dur='1s'") + "</par>",
            60'000) == "0-2000 s, 3000-4000 x, 4000-6000 s, 7000-8000 x");
}

BOOST_AUTO_TEST_CASE(higher_class_begins_after_the_end_of_something_that_repeats)
{
    const auto one = img("1", "dur='1s'");
    BOOST_TEST(
        shown(
            "<excl><priorityClass><seq begin='s.end+1s' restart='never' repeatCount='2'>" + one +
                "</seq></priorityClass><priorityClass higher='stop'><seq repeatCount='indefinite' "
                "begin='0'>" +
                img("s", "id='s' dur='2s'") + "</seq></priorityClass></excl>",
            8000) == "0-2000 s, 2000-3000 s, 3000-4000 1, 4000-5000 1");
}

BOOST_AUTO_TEST_CASE(shuffled_seq_shows_each_child_once_before_one_comes_again)
{
    const std::string meta = "<meta name='adapi:pickingAlgorithm' content='shuffle'/>";
    const std::string two = meta + "<meta name='adapi:pickingBehavior' content='pickN'/>"
                                   "<meta name='adapi:pickNumber' content='2'/>";
    const auto body = [](const std::string& metadata) {
        std::string all = "<seq repeatCount='indefinite'>" + img("B", "dur='1s'") +
                          "<seq><metadata>" + metadata + "</metadata>";
        for (const auto* name : {"1", "2", "3", "4", "5", "6"}) {
            all += img(name, "dur='1s'");
        }
        return all + "</seq></seq>";
    };
    Player player;
    const auto names = [&](const std::string& metadata, std::int64_t until) {
        const auto line = player.run(read(body(metadata)), ms(until));
        std::string found;
        for (std::size_t at = line.find(' '); at != std::string::npos; at = line.find(", ", at)) {
            at = line.find(' ', at + (line[at] == ',' ? 2 : 0));
            found += line[at + 1];
        }
        return found;
    };
    const auto round = names(meta, 6999);
    BOOST_TEST(round.front() == 'B');
    auto sorted = round.substr(1);
    std::sort(sorted.begin(), sorted.end());
    BOOST_TEST(sorted == "123456");

    auto picked = names(two, 8999); // three rounds of two
    BOOST_TEST((picked[0] == 'B' && picked[3] == 'B' && picked[6] == 'B'));
    std::erase(picked, 'B');
    BOOST_TEST(names(two, 8999) == names(two, 8999)); // the same lot by the same seed
    auto all = picked;
    std::sort(all.begin(), all.end());
    BOOST_TEST(all == "123456");

    std::set<std::string> orders;
    for (player.options.seed = 0; player.options.seed < 8; ++player.options.seed) {
        orders.insert(names(meta, 6999));
    }
    BOOST_TEST(orders.size() > 4U);
}

BOOST_AUTO_TEST_CASE(values_of_the_head_stand_in_sources_and_conditions)
{
    const auto playlist = std::make_shared<const model::Playlist>(
        xml::parseSmil(
            "<smil><head><state><data><a>x</a><n>2</n></data></state></head><body>"
            "<img src='{a}' dur='1s'/><img src='y' dur='1s' expr='n &gt; 1'/>"
            "<img src='z' dur='1s' expr=\"a = 'y'\"/></body></smil>",
            "t.smil")
            .value());
    Player player;
    BOOST_TEST(player.run(playlist, ms(60'000)) == "0-1000 x, 1000-2000 y");
}

BOOST_AUTO_TEST_CASE(loader_of_a_foreign_system_gives_way_at_once)
{
    BOOST_TEST(
        shown(
            "<par><seq end='__prefetchEnd.endEvent'><seq repeatCount='indefinite'>" +
            img("loader", "dur='5s'") +
            "</seq></seq><seq><prefetch src='a'/><seq id='__prefetchEnd' "
            "dur='1s'/></seq><par begin='__prefetchEnd.endEvent' repeatCount='2'>" +
            img("a", "dur='2s'") + "</par></par>") == "0-2000 a, 2000-4000 a");
}

BOOST_AUTO_TEST_CASE(clips_shorten_what_is_known_of_a_video)
{
    Player player;
    player.known["v"].duration = ms(60'000);
    BOOST_TEST(
        player.run(
            read("<video src='v' clipBegin='10s' clipEnd='14s'/>" + img("z", "dur='1s'")),
            ms(90'000)) == "0-4000 v, 4000-5000 z");
}

BOOST_AUTO_TEST_CASE(wall_clock_that_is_set_is_followed)
{
    Player player;
    player.options.start = utc("2026-01-05T12:00");
    auto timeline = player.make(
        read("<par>" + img("a", "begin='wallclock(2026-01-05T13:00)' dur='5s'") + "</par>"));
    BOOST_TEST(timeline.advance(ms(0)).next->count() == 3'600'000);
    BOOST_TEST(timeline.clockSet(utc("2026-01-05T12:59:50"), ms(1000)).next->count() == 11'000);
}

BOOST_AUTO_TEST_CASE(cost_of_a_step_does_not_grow_with_what_is_still_to_come)
{
    const auto cost = [](int items, const std::string& container) {
        std::string body = "<" + container + ">";
        for (int i = 0; i < items; ++i) {
            body += img(std::to_string(i % 7), "begin='" + std::to_string(i) + "s' dur='1s'");
        }
        Player player;
        player.run(read(body + "</" + container + ">"), ms(9'000));
        return player.mostVisited;
    };
    BOOST_TEST(cost(10'000, "par") == cost(10, "par"));
    BOOST_TEST(cost(10'000, "excl") == cost(10, "excl"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline
