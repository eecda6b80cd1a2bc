// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whole programmes with real decoders on SDL's off-screen display.
#include "content/picture/picture.h"
#include "content/typeset/stack.h"
#include "content/typeset/typeset.h"
#include "player/show/show.h"
#include "player/timeline/triggers.h"
#include "tests/player/show/stagehand.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace jtv::show {
namespace {

// Large enough for type.
struct SlideStage : Stagehand {
    SlideStage() : Stagehand(640, 360) {}

    static model::Slide slide()
    {
        model::Slide made;
        made.sourceLanguage = "de";
        model::SlideText text;
        text.language = "de";
        text.title = "Termin";
        made.texts = {text};
        return made;
    }
    // Whether the screen reported other pixels than these, when it showed the slide.
    bool differs(const SlideDocument::Approved& approved)
    {
        auto node = medium("slide", 100);
        std::get<model::Media>(node.body).kind = model::MediaKind::kSlide;
        auto made = programme("slide", {node});
        made.languages = {"de"};
        made.otherPixels = std::make_shared<std::atomic<bool>>(false);
        SlideDocument document;
        document.slide = std::make_shared<const model::Slide>(slide());
        document.approved = {approved};
        made.resolve = [document](const model::Media&) { return Result<Source>(document); };
        const auto told = made.otherPixels;
        show.play(std::move(made), When::kAtOnce);
        BOOST_TEST(run([&] { return hasEvent(Event::Kind::kItemEnded, "slide"); }));
        events.clear();
        return *told;
    }
};

BOOST_FIXTURE_TEST_SUITE(show, Stagehand)

BOOST_AUTO_TEST_CASE(part_of_a_video_is_counted_from_its_begin)
{
    auto part = medium(clip("a.mp4", 45));
    auto& media = std::get<model::Media>(part.body);
    media.clipBegin = Milliseconds(500);
    media.clipEnd = Milliseconds(1000);
    show.play(programme("a", {std::move(part), medium(picture("b.png", 9), 100)}), When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    const auto& items = show.statistics().items;
    BOOST_REQUIRE(items.size() == 2U);
    BOOST_TEST(items[0].framesExpected == 15U);
    BOOST_TEST((items[0].end == ItemEnd::kFinished));
}

// What waits for a message begins by it, and is on the screen.
BOOST_AUTO_TEST_CASE(message_from_outside_begins_an_item)
{
    auto first = medium(picture("a.png", 9));
    const model::EventTime message{model::EventTime::Kind::kTrigger, {}, "next", Milliseconds(0)};
    first.timing.dur.kind = model::Duration::Kind::kIndefinite;
    first.timing.end = {message};
    show.play(programme("a", {std::move(first), medium(picture("b.png", 90), 100)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    const auto later = clock.steady() + Milliseconds(10); // than its begin
    while (clock.steady() < later) {
        show.tick();
    }
    show.happened(timeline::notifyEvent("other"));
    BOOST_TEST(show.statistics().items.size() == 1U);
    show.happened(timeline::notifyEvent("next"));
    BOOST_REQUIRE(runToEnd());
    BOOST_TEST(show.statistics().items.size() == 2U);
    const auto seen = display.screenshot();
    BOOST_REQUIRE(seen);
    BOOST_TEST(seen->row(45)[std::size_t{4} * 80] == 90);
}

BOOST_FIXTURE_TEST_CASE(approved_picture_is_shown_and_other_pixels_are_told, SlideStage)
{
    typeset::Target target;
    target.width = 640;
    target.height = 360;
    const auto digest = typeset::digestOf(typeset::renderSlide(slide(), "de", target).value());
    SlideDocument::Approved approved{{"de", {}}, 640, 360, digest, {}};
    BOOST_TEST(!differs(approved));
    approved.digest = std::string(64, '0');
    BOOST_TEST(differs(approved));
    approved.width = 641; // of another place
    BOOST_TEST(!differs(approved));
    approved.width = 640;
    approved.image = folder.path() / picture("approved.png", 77);
    BOOST_TEST(!differs(approved));
    const auto shown = display.screenshot();
    BOOST_REQUIRE(shown);
    BOOST_TEST(std::abs(shown->row(180)[std::size_t{4} * 320] - 77) <= 1); // scaled
}

BOOST_AUTO_TEST_CASE(items_follow_each_other_and_each_has_one_end)
{
    show.play(
        programme(
            "a",
            {medium(clip("a.mp4", 20)),
             medium(picture("b.png", 90), 200),
             medium(clip("c.mp4", 15))}),
        When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    const auto& statistics = show.statistics();
    BOOST_TEST((ends() == std::vector(3, ItemEnd::kFinished)));
    BOOST_TEST(statistics.itemsPlayed == 3U);
    BOOST_TEST(statistics.framesExpected == 36U);
    BOOST_TEST(statistics.framesPresented + statistics.framesDropped == 36U);
    BOOST_TEST(statistics.blackFrames == 0U);
    BOOST_TEST(statistics.switches.size() == 2U);
    BOOST_TEST(statistics.items.front().decoder == "avdec_h264");
    const auto ended = std::count_if(events.begin(), events.end(), [](const Event& event) {
        return event.kind == Event::Kind::kItemEnded;
    });
    BOOST_TEST(ended == 3);
}

BOOST_AUTO_TEST_CASE(broken_items_are_skipped_and_named)
{
    std::ofstream(folder.path() / "bad.mp4") << "no video";
    std::ofstream(folder.path() / "bad.png") << "no picture";
    show.play(
        programme(
            "a",
            {medium("bad.mp4"),
             medium(clip("a.mp4", 10)),
             medium("bad.png", 5000),
             medium("missing.mp4"),
             medium(picture("b.png", 90), 100)}),
        When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    using enum ItemEnd;
    BOOST_TEST((ends() == std::vector{kFailed, kFinished, kFailed, kFailed, kFinished}));
    BOOST_TEST(show.statistics().itemsFailed == 3U);
    BOOST_TEST(show.statistics().blackFrames == 0U);
    BOOST_TEST(show.statistics().items[3].reason.find("missing.mp4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(successor_of_broken_items_is_ready_in_their_place)
{
    show.play(
        programme(
            "a",
            {medium(picture("a.png", 90), 600),
             medium("missing.mp4"),
             medium("missing.png"),
             medium("missing2.mp4"),
             medium(clip("b.mp4", 10))}),
        When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    using enum ItemEnd;
    BOOST_TEST((ends() == std::vector{kFinished, kFailed, kFailed, kFailed, kFinished}));
    BOOST_REQUIRE(show.statistics().switches.size() == 1U);
}

BOOST_AUTO_TEST_CASE(video_longer_than_its_time_is_cut_and_counted_so)
{
    show.play(programme("a", {medium(clip("a.mp4", 60), 500)}), When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    BOOST_TEST((ends() == std::vector{ItemEnd::kFinished}));
    BOOST_TEST(show.statistics().framesExpected == 15U);
}

BOOST_AUTO_TEST_CASE(video_that_freezes_stands_still)
{
    auto film = medium(clip("a.mp4", 60), 500);
    film.timing.fill = model::Fill::kFreeze;
    model::Container par;
    par.kind = model::Container::Kind::kPar;
    par.children = {std::move(film)};
    model::TimeNode node;
    node.body = std::move(par);
    node.timing.dur = {model::Duration::Kind::kClock, Milliseconds(1200)};
    show.play(programme("a", {std::move(node)}), When::kAtOnce);
    BOOST_REQUIRE(runToEnd());
    BOOST_TEST((ends() == std::vector{ItemEnd::kFinished}));
    BOOST_TEST(show.statistics().framesExpected == 15U);
}

BOOST_AUTO_TEST_CASE(programme_in_which_nothing_works_is_refused_and_the_old_one_goes_on)
{
    show.play(programme("good", {medium(picture("a.png", 90), 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    show.play(programme("bad", {medium("missing.mp4")}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeRefused, "bad"); }));
    BOOST_TEST(!show.finished());
    BOOST_TEST(display.screenshot()->row(45)[0] == 90);
    show.stop();
    BOOST_TEST((show.statistics().items.front().end == ItemEnd::kStopped));
}

BOOST_AUTO_TEST_CASE(new_programme_takes_over_at_once_or_at_the_boundary)
{
    show.play(
        programme(
            "first", {medium(picture("a.png", 50), 300), medium(picture("b.png", 60), 60'000)}),
        When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    show.play(programme("second", {medium(picture("c.png", 70), 60'000)}), When::kAtBoundary);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeBegan, "second"); }));
    run([this] { return display.screenshot()->row(45)[0] == 70; });
    BOOST_TEST((show.statistics().items.front().end == ItemEnd::kFinished));
    show.play(programme("third", {medium(picture("d.png", 80), 60'000)}), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return hasEvent(Event::Kind::kProgrammeBegan, "third"); }));
    BOOST_TEST(display.screenshot()->row(45)[0] == 80);
    BOOST_TEST(show.statistics().blackFrames == 0U);
}

BOOST_AUTO_TEST_CASE(items_without_a_transition_get_the_usual_one)
{
    auto two =
        programme("a", {medium(picture("a.png", 40), 300), medium(picture("b.png", 200), 4000)});
    two.transition = *parseEffect("crossfade:2000");
    show.play(std::move(two), When::kAtOnce);
    int mixed = 0;
    int last = 0;
    bool grows = true;
    BOOST_REQUIRE(run([&] {
        const int now = display.screenshot()->row(45)[0];
        grows = grows && (now >= last || last == 0);
        mixed += now > 45 && now < 195 && now != last ? 1 : 0;
        last = now;
        return now == 200;
    }));
    BOOST_TEST(mixed > 0);
    BOOST_TEST(grows);
    BOOST_TEST(show.statistics().blackFrames == 0U);
    show.stop();
}

BOOST_AUTO_TEST_CASE(transitions_of_the_playlist_come_before_the_usual_one)
{
    auto second = medium(picture("b.png", 200), 3000);
    std::get<model::Media>(second.body).transIn = "in";
    std::get<model::Media>(second.body).transOut = "out";
    auto two = programme("a", {medium(picture("a.png", 40), 300), std::move(second)});
    auto playlist = *two.playlist;
    model::Transition in;
    in.id = "in";
    in.kind = model::Transition::Kind::kPush;
    in.from = model::Transition::From::kRight;
    model::Transition out;
    out.id = "out";
    out.kind = model::Transition::Kind::kFadeToColor;
    out.fadeColor = "#ffffff";
    playlist.transitions = {in, out};
    two.playlist = std::make_shared<const model::Playlist>(std::move(playlist));
    show.play(std::move(two), When::kAtOnce);
    BOOST_REQUIRE(run([&] { // both side by side
        const auto shot = display.screenshot().value();
        return shot.row(45)[0] == 40 && shot.row(45)[std::size_t{4} * 159] == 200;
    }));
    BOOST_REQUIRE(run([&] { return display.screenshot()->row(45)[0] == 200; }));
    BOOST_REQUIRE(run([&] { return display.screenshot()->row(45)[0] > 220; })); // to white
    show.stop();
}

BOOST_AUTO_TEST_CASE(newer_of_two_items_in_a_region_lies_on_top)
{
    auto both = programme("a", {});
    auto playlist = *both.playlist;
    model::Container parallel;
    parallel.kind = model::Container::Kind::kPar;
    parallel.children = {medium(picture("a.png", 40), 60'000), medium(picture("b.png", 200), 400)};
    parallel.children[1].timing.begin = {model::OffsetTime{Milliseconds(300)}};
    playlist.body.body = std::move(parallel);
    both.playlist = std::make_shared<const model::Playlist>(std::move(playlist));
    show.play(std::move(both), When::kAtOnce);
    const auto shows = [this](int value) {
        return run([this, value] { return display.screenshot()->row(45)[0] == value; });
    };
    BOOST_TEST(shows(40));
    BOOST_TEST(shows(200));
    BOOST_TEST(shows(40)); // it is still there below
    show.stop();
}

BOOST_AUTO_TEST_CASE(colours_and_texts_are_shown)
{
    model::Media brush;
    brush.kind = model::MediaKind::kBrush;
    brush.color = "#102030";
    model::Media text;
    text.kind = model::MediaKind::kText;
    text.text = "Bitte warten";
    model::Media ticker = text;
    ticker.crawls = true;
    std::vector<model::TimeNode> nodes;
    for (const auto& media : {brush, text, ticker}) {
        model::TimeNode node;
        node.body = media;
        // The first text of a process waits for all fonts to be looked at.
        const Milliseconds length(nodes.empty() ? 3000 : 1000);
        node.timing.dur = {model::Duration::Kind::kClock, length};
        nodes.push_back(std::move(node));
    }
    bool filled = false;
    show.play(programme("a", std::move(nodes)), When::kAtOnce);
    BOOST_REQUIRE(run([&] {
        filled = filled || display.screenshot()->row(45)[0] == 0x30;
        return show.finished();
    }));
    BOOST_TEST(filled);
    BOOST_TEST((ends() == std::vector(3, ItemEnd::kFinished)));
    BOOST_TEST(show.statistics().framesPresented == 3U);
}

BOOST_AUTO_TEST_CASE(panel_is_drawn_for_its_place)
{
    auto panel = programme("panel", {medium("panel.png", 60'000)});
    panel.resolve = [](const model::Media&) -> Result<Source> {
        return Source(Drawing([](int width, int height) -> Result<Pixels> {
            Pixels pixels(width, height);
            std::fill(pixels.bgra.begin(), pixels.bgra.end(), std::uint8_t{255});
            return pixels;
        }));
    };
    show.play(std::move(panel), When::kAtOnce);
    BOOST_REQUIRE(run([this] { return show.firstPresentation().has_value(); }));
    BOOST_TEST(display.screenshot()->row(45)[0] == 255);
}

// The caption's box is the only dark thing at the lower edge of a white clip.
BOOST_AUTO_TEST_CASE(captions_beside_a_video_change_with_its_frames)
{
    doubles::makeMedia(
        folder.path() / "a.mp4",
        "videotestsrc pattern=white num-buffers=45 ! "
        "video/x-raw,format=I420,width=160,height=90,framerate=30/1 ! "
        "x264enc speed-preset=ultrafast ! h264parse ! mp4mux");
    std::ofstream(folder.path() / "a.de.vtt") << "WEBVTT\n\n00:00.500 --> 00:01.000\nGuten Tag\n";
    auto made = programme("p", {medium(picture("a.png", 200), 700), medium("a.mp4")});
    made.languages = {"de"};
    show.play(std::move(made), When::kAtOnce);
    std::uint64_t seen = 0;
    std::uint64_t withCaption = 0;
    BOOST_TEST(run([&] {
        const auto& items = show.statistics().items;
        const auto frames = items.size() < 2 ? 0 : items[1].framesPresented;
        if (frames > seen) {
            seen = frames;
            const auto number = frames + show.statistics().framesDropped - 1;
            const auto shot = display.screenshot().value();
            bool dark = false;
            for (int x = 0; x < 160; ++x) {
                dark = dark || shot.row(80)[std::ptrdiff_t{4} * x] < 0x40;
            }
            BOOST_TEST(dark == (number >= 15 && number < 30), "frame " << number);
            withCaption += dark ? 1 : 0;
        }
        return show.finished();
    }));
    BOOST_TEST(withCaption > 0U);
    BOOST_TEST(show.statistics().items.back().captions == "a.de.vtt");
}

BOOST_AUTO_TEST_CASE(video_that_the_board_cannot_decode_beside_another_is_refused)
{
    for (const auto board : {model::Board::kPi3, model::Board::kPi5}) {
        Stagehand stage(160, 90, board);
        doubles::makeClip(stage.folder.path() / "main.mp4", 10, "width=1280,height=720");
        model::Container together;
        together.kind = model::Container::Kind::kPar;
        together.children = {Stagehand::medium("main.mp4"), Stagehand::medium("main.mp4")};
        model::TimeNode par;
        par.body = std::move(together);
        stage.show.play(stage.programme("signs", {par}), When::kAtOnce);
        BOOST_TEST(stage.runToEnd());
        const auto& items = stage.show.statistics().items;
        BOOST_REQUIRE(items.size() == 2U);
        BOOST_TEST((items[0].end == ItemEnd::kFinished));
        BOOST_TEST((items[1].end == ItemEnd::kFailed) == (board == model::Board::kPi3));
        BOOST_TEST((items[1].reason.find("(pi3)") == std::string::npos) == items[1].reason.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
