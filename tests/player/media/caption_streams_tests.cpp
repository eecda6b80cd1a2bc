// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions inside files: they come with their times, before their frames.
#include "base/mailbox.h"
#include "player/media/video.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace jtv::media {
namespace {

struct Film {
    doubles::TemporaryDirectory folder;
    Reaper reaper;
    Mailbox<bool> woken;
    std::vector<model::Caption> captions;
    std::string track;
    bool inTime = true; // each came before the frame it begins with was taken

    Film() { start(); }

    void play(const std::filesystem::path& file, const std::vector<std::string>& languages = {})
    {
        VideoOptions options;
        options.file = file;
        options.captions = true;
        options.wake = [this] { woken.post(true); };
        auto opened = Video::open(std::move(options), reaper);
        BOOST_REQUIRE(opened);
        Video& video = **opened;
        while (!video.ended()) {
            video.update(std::chrono::steady_clock::now());
            const auto* frame = video.front();
            if (frame == nullptr) {
                woken.wait(Milliseconds(100));
                continue;
            }
            const auto time = frame->time;
            for (auto& caption : video.takeCaptions(languages)) {
                inTime = inTime && caption.begin + Milliseconds(1) >= time;
                captions.push_back(std::move(caption));
            }
            video.pop();
        }
        track = video.captionTrack();
    }

    static std::string text(const model::Caption& caption)
    {
        std::string all;
        for (const auto& line : caption.lines) {
            for (const auto& span : line) {
                all += span.text;
            }
            all += '|';
        }
        return all;
    }

    struct Track {
        std::string file;
        std::string language;
    };
    // A clip of two seconds with subtitle tracks inside, made by ffmpeg.
    std::filesystem::path
    withCaptions(const std::string& name, const std::vector<Track>& tracks) const
    {
        doubles::makeClip(folder.path() / "clip.mp4", 60);
        std::string inputs = " -i " + (folder.path() / "clip.mp4").string();
        std::string maps = " -map 0";
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto number = std::to_string(i);
            inputs += " -i " + tracks[i].file;
            maps += " -map " + std::to_string(i + 1) + " -metadata:s:s:" + number +
                    " language=" + tracks[i].language;
        }
        auto path = folder.path() / name;
        const std::string codec = name.ends_with(".mp4") ? "mov_text" : "srt";
        const auto command = "ffmpeg -v error -y" + inputs + maps + " -c:v copy -c:s " + codec +
                             " " + path.string() + " </dev/null";
        // NOLINTNEXTLINE(concurrency-mt-unsafe,cert-env33-c): the test has one thread here
        BOOST_REQUIRE(std::system(command.c_str()) == 0);
        return path;
    }

    std::string file(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder.path() / name) << content;
        return (folder.path() / name).string();
    }
};

BOOST_FIXTURE_TEST_SUITE(caption_streams, Film)

BOOST_AUTO_TEST_CASE(texts_come_with_their_times_and_before_their_frames)
{
    const auto texts = file(
        "a.srt",
        "1\n00:00:00,500 --> 00:00:01,000\n<i>eins</i> & zwei\n\n"
        "2\n00:00:01,200 --> 00:00:01,700\ndrei\nvier\n");
    for (const std::string name : {"a.mkv", "a.mp4"}) {
        BOOST_TEST_CONTEXT(name)
        {
            captions.clear();
            play(withCaptions(name, {{texts, "und"}}));
            BOOST_REQUIRE(captions.size() >= 2U);
            BOOST_TEST(captions[0].begin.count() == 500);
            BOOST_TEST(captions[0].end.count() == 1000);
            BOOST_TEST(text(captions[0]) == "eins & zwei|");
            BOOST_TEST(captions[1].begin.count() == 1200);
            BOOST_TEST(text(captions[1]) == "drei|vier|");
            BOOST_TEST(inTime);
            BOOST_TEST(track == "embedded");
        }
    }
}

BOOST_AUTO_TEST_CASE(track_of_the_screens_language_is_taken)
{
    const auto english = file("en.srt", "1\n00:00:00,100 --> 00:00:01,000\nenglish\n");
    const auto german = file("de.srt", "1\n00:00:00,500 --> 00:00:01,000\ndeutsch\n");
    for (const std::string name : {"a.mkv", "a.mp4"}) {
        captions.clear();
        play(withCaptions(name, {{english, "eng"}, {german, "ger"}}), {"de", "en"});
        BOOST_REQUIRE(!captions.empty());
        BOOST_TEST(text(captions[0]) == "deutsch|");
        BOOST_TEST(track == "embedded de");
    }
}

BOOST_AUTO_TEST_CASE(corpus_of_every_kind_is_read)
{
    struct Case {
        std::string file;
        std::string text;
        int begin; // ms
    };
    for (const auto& [name, expected, begin] : std::vector<Case>{
             {"sample_with_srt.mkv", "This is the first subtitle.|", 0},
             {"sample_with_ass_subtitles.mkv", "This is the first subtitle.|", 0},
             {"sample_with_vtt_subtitles.mkv", "This is the first subtitle.|", 0},
             {"fragmented_captions.mp4", "♪MUSIC♪|", 1869}}) {
        const auto path = doubles::corpus("video/" + name);
        if (!path) {
            continue;
        }
        captions.clear();
        play(*path);
        BOOST_TEST_CONTEXT(name)
        {
            std::erase_if(captions, [](const auto& caption) { return caption.lines.empty(); });
            BOOST_REQUIRE(!captions.empty());
            BOOST_TEST(text(captions.front()) == expected);
            // ffmpeg's own times of line-21 captions are one frame exact.
            BOOST_TEST(std::abs(captions.front().begin.count() - begin) <= 34);
        }
    }
}

BOOST_AUTO_TEST_CASE(file_without_captions_gives_none)
{
    doubles::makeClip(folder.path() / "a.mp4", 10);
    play(folder.path() / "a.mp4", {"de"});
    BOOST_TEST(captions.empty());
    BOOST_TEST(track.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
