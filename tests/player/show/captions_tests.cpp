// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions change with the very frame they belong to, and go with their picture.
#include "player/show/caption_times.h"
#include "player/show/captions.h"
#include "player/show/sidecar.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <random>

namespace jtv::show {
namespace {

using namespace std::chrono_literals;

model::Caption captionOf(Milliseconds begin, Milliseconds end, const std::string& text = "Text")
{
    model::Caption caption;
    caption.begin = begin;
    caption.end = end;
    model::CaptionSpan span;
    span.text = text;
    caption.lines = {{span}};
    return caption;
}

BOOST_AUTO_TEST_SUITE(caption_times)

BOOST_AUTO_TEST_CASE(what_is_shown_is_what_each_caption_says_by_itself)
{
    std::mt19937 random(3);
    const auto number = [&](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        CaptionTimes times;
        std::vector<model::Caption> plain;
        for (int i = number(7); i >= 0; --i) {
            const Milliseconds begin(number(60));
            plain.push_back(captionOf(begin, begin + Milliseconds(1 + number(20))));
            times.add(plain.back());
        }
        std::vector<CaptionTimes::Showing> met;
        for (Milliseconds at{0}; at < 90ms; ++at) {
            CaptionTimes::Showing expected;
            for (std::size_t i = 0; i < plain.size(); ++i) {
                if (plain[i].begin <= at && at < plain[i].end) {
                    expected.push_back(i);
                }
            }
            BOOST_TEST((times.at(at) == expected));
            if (at > 0ms && !expected.empty() && (met.empty() || met.back() != expected)) {
                met.push_back(expected);
            }
        }
        for (const auto& showing : met) {
            const auto coming = times.coming(-1ms, 90ms);
            BOOST_TEST((std::find(coming.begin(), coming.end(), showing) != coming.end()));
        }
    }
}

BOOST_AUTO_TEST_CASE(live_caption_stays_until_the_next)
{
    CaptionTimes times;
    times.add(captionOf(100ms, kUntilNext, "a"));
    BOOST_TEST((times.at(10s) == CaptionTimes::Showing{0}));
    times.add(captionOf(300ms, kUntilNext, "b"));
    BOOST_TEST((times.at(299ms) == CaptionTimes::Showing{0}));
    BOOST_TEST((times.at(300ms) == CaptionTimes::Showing{1}));
    model::Caption cleared;
    cleared.begin = 500ms;
    cleared.end = kUntilNext;
    times.add(cleared);
    BOOST_TEST((times.at(499ms) == CaptionTimes::Showing{1}));
    BOOST_TEST(times.at(500ms).empty());
}

BOOST_AUTO_TEST_CASE(hostile_number_at_one_time_is_bounded)
{
    CaptionTimes times;
    for (int i = 0; i < 2'000; ++i) {
        times.add(captionOf(Milliseconds(i), Milliseconds(100'000 + i)));
    }
    BOOST_TEST(times.at(50'000ms).size() == kMostAtOnce);
}

BOOST_AUTO_TEST_SUITE_END()

// A display, and captions that are set in type at once or when the test says so.
struct Wall {
    SystemClock clock;
    screen::Screen display{{screen::Mode::kOffscreen, 640, 360, "test"}, clock};
    std::vector<CaptionOrder> orders;
    bool atOnce = true;
    Captions captions{display, [this](CaptionOrder order) { send(std::move(order)); }};

    Wall()
    {
        display.setRegions({{{0, 0, 640, 360}, 0, false, 0}}, 0x808080);
        picture(1);
    }
    void send(CaptionOrder order)
    {
        orders.push_back(std::move(order));
        if (atOnce) {
            captions.take(setCaptions(orders.back()));
        }
    }
    void picture(std::uint64_t item)
    {
        auto still = std::make_shared<screen::Still>();
        still->pixels = Pixels(640, 360);
        std::fill(still->pixels.bgra.begin(), still->pixels.bgra.end(), std::uint8_t{0x80});
        still->target = {0, 0, 640, 360};
        display.show(0, item, std::move(still));
    }
    void open(std::uint64_t item, const model::CaptionTrack& track)
    {
        Captions::Video video;
        video.item = item;
        video.place = {0, 0, 640, 360};
        video.target.width = 640;
        video.target.height = 360;
        video.language = "de";
        captions.open(std::move(video), &track);
    }
    bool visible(std::uint64_t item, Nanoseconds time)
    {
        captions.handed(0, item, time);
        display.present();
        const auto shot = display.screenshot().value();
        for (int y = 200; y < 360; ++y) {
            for (int x = 0; x < 640; ++x) {
                if (shot.row(y)[std::ptrdiff_t{4} * x] < 0x40) {
                    return true;
                }
            }
        }
        return false;
    }
};

model::CaptionTrack trackOf(std::vector<model::Caption> captions)
{
    model::CaptionTrack track;
    track.captions = std::move(captions);
    return track;
}

BOOST_FIXTURE_TEST_SUITE(captions, Wall)

BOOST_AUTO_TEST_CASE(caption_comes_and_goes_with_its_frame)
{
    open(
        7,
        trackOf({captionOf(1000ms, 2000ms), captionOf(2000ms, 2500ms, "Mehr"), captionOf(3s, 4s)}));
    for (int frame = 0; frame < 120; ++frame) {
        const Nanoseconds time(1'000'000'000LL * frame / 30);
        const bool expected = (frame >= 30 && frame < 75) || frame >= 90;
        BOOST_TEST(visible(7, time) == expected, "frame " << frame);
    }
    // Back to the beginning, as a seek or the next round of a loop does.
    BOOST_TEST(!visible(7, 0ns));
    BOOST_TEST(visible(7, 1s));
}

BOOST_AUTO_TEST_CASE(pictures_are_ordered_before_they_are_due_and_once)
{
    open(7, trackOf({captionOf(0ms, 1s), captionOf(2s, 3s), captionOf(30s, 31s)}));
    BOOST_TEST(orders.size() == 2U);
    visible(7, 0ns);
    visible(7, 20ms);
    BOOST_TEST(orders.size() == 2U);
    visible(7, 27s);
    BOOST_TEST(orders.size() == 3U);
}

BOOST_AUTO_TEST_CASE(caption_goes_with_its_video)
{
    open(7, trackOf({captionOf(0ms, 10s)}));
    BOOST_TEST(visible(7, 1s));
    captions.close(7);
    display.present();
    BOOST_TEST(!visible(8, 0ns)); // the next item's first picture
    open(9, trackOf({captionOf(0ms, 10s)}));
    BOOST_TEST(visible(9, 0ns));
    captions.clear(0);
    display.present();
    BOOST_TEST(display.screenshot()->row(330)[1280] > 0x70);
}

BOOST_AUTO_TEST_CASE(late_picture_is_shown_as_long_as_it_is_wanted)
{
    atOnce = false;
    open(7, trackOf({captionOf(0ms, 1s), captionOf(2s, 3s)}));
    BOOST_TEST(!visible(7, 500ms));
    captions.take(setCaptions(orders.at(0)));
    BOOST_TEST(visible(7, 520ms));
    BOOST_TEST(!visible(7, 1500ms));
    captions.take(setCaptions(orders.at(0)));
    BOOST_TEST(!visible(7, 1520ms));
}

BOOST_AUTO_TEST_CASE(captions_of_the_stream_are_shown_as_they_come)
{
    open(7, {});
    BOOST_TEST(!visible(7, 0ns));
    captions.add(7, {captionOf(100ms, 200ms)});
    BOOST_TEST(visible(7, 100ms));
    BOOST_TEST(!visible(7, 200ms));
    captions.add(7, {captionOf(300ms, kUntilNext)});
    BOOST_TEST(visible(7, 10s));
}

BOOST_AUTO_TEST_SUITE_END()

struct Folder {
    doubles::TemporaryDirectory folder;

    std::filesystem::path file(const std::string& name, const std::string& text) const
    {
        std::ofstream(folder.path() / name) << text;
        return folder.path() / name;
    }
};

BOOST_FIXTURE_TEST_SUITE(sidecar, Folder)

BOOST_AUTO_TEST_CASE(files_beside_a_video_are_found_with_their_language)
{
    const auto video = file("film.mp4", "x");
    for (const std::string name :
         {"film.vtt",
          "film.de.srt",
          "film.pt-BR.vtt",
          "film2.vtt",
          "film.de.txt",
          "film.extra.long.vtt"}) {
        file(name, "x");
    }
    std::string found;
    for (const auto& sidecar : captionsBeside(video)) {
        found += sidecar.file.filename().string() + "=" + sidecar.language + " ";
    }
    BOOST_TEST(found == "film.de.srt=de film.pt-BR.vtt=pt-BR film.vtt= ");
}

BOOST_AUTO_TEST_CASE(track_is_chosen_by_the_languages_of_the_screen)
{
    const std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    const std::vector<Sidecar> files{
        {file("f.en.vtt", text + "en"), "en"},
        {file("f.ar.vtt", text + "ar"), "ar"},
        {file("f.vtt", text + "?"), ""}};
    const auto name = [&](const std::vector<std::string>& languages) {
        return readSidecar(files, languages).name;
    };
    BOOST_TEST(name({"de", "ar", "en"}) == "f.ar.vtt");
    BOOST_TEST(name({"en-GB"}) == "f.en.vtt");
    BOOST_TEST(name({"uk"}) == "f.vtt");
    BOOST_TEST(readSidecar({files[1]}, {"uk"}).name == "f.ar.vtt");
    BOOST_TEST(readSidecar({}, {"uk"}).track == nullptr);
    BOOST_TEST(readSidecar({{file("bad.vtt", "no"), "de"}}, {"de"}).track == nullptr);
}

BOOST_AUTO_TEST_CASE(files_named_in_the_playlist_are_found_as_its_other_files)
{
    file("a.vtt", "x");
    model::Media media;
    media.params = {{"captions-uk", "a.vtt"}, {"captions", "b.en.vtt"}, {"colour", "red"}};
    const auto found = captionsNamed(media, [&](const model::Media& wanted) -> Result<Source> {
        return Source(folder.path() / wanted.source);
    });
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].language == "uk");
    BOOST_TEST(found[0].file == folder.path() / "a.vtt");
    BOOST_TEST(found[1].language == "en");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show
