// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Sound as it leaves the pipeline: level, loudness, and none where there is no device.
#include "base/file.h"
#include "base/mailbox.h"
#include "player/media/video.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstring>

namespace jtv::media {
namespace {

struct Hall {
    doubles::TemporaryDirectory folder;
    Reaper reaper;
    Mailbox<bool> woken;

    Hall() { start(); }

    // One second of picture and of a tone; `tags` as taginject takes them.
    std::filesystem::path film(const std::string& name, const std::string& tags) const
    {
        const auto tagged = tags.empty() ? std::string() : "taginject tags=" + tags + " ! ";
        doubles::makeMedia(
            folder.path() / name,
            "audiotestsrc wave=sine volume=0.5 samplesperbuffer=4800 num-buffers=10 ! "
            "audio/x-raw,rate=48000,channels=1 ! audioconvert ! " +
                tagged +
                "vorbisenc ! m. videotestsrc num-buffers=30 ! "
                "video/x-raw,format=I420,width=64,height=48,framerate=30/1 ! theoraenc ! "
                "oggmux name=m");
        return folder.path() / name;
    }

    // Root mean square of what came out, 0 … 1; negative when nothing did.
    double loudness(const std::filesystem::path& file, double level)
    {
        const auto heard = folder.path() / "heard.raw";
        std::filesystem::remove(heard);
        VideoOptions options;
        options.file = file;
        options.soundLevel = level;
        options.soundSink =
            "audioconvert ! audio/x-raw,format=F32LE ! filesink location=" + heard.string();
        options.wake = [this] { woken.post(true); };
        play(std::move(options));
        BOOST_REQUIRE(reaper.drain());
        const auto bytes = readFile(heard, std::size_t{16} << 20U);
        if (!bytes || bytes->size() < 48'000) {
            return -1;
        }
        double sum = 0;
        const auto count = bytes->size() / sizeof(float);
        for (std::size_t i = 0; i < count; ++i) {
            float sample = 0;
            std::memcpy(&sample, bytes->data() + i * sizeof sample, sizeof sample);
            sum += static_cast<double>(sample) * sample;
        }
        return std::sqrt(sum / static_cast<double>(count));
    }

    void play(VideoOptions options)
    {
        auto opened = Video::open(std::move(options), reaper);
        BOOST_REQUIRE(opened);
        Video& video = **opened;
        bool begun = false;
        while (!video.ended()) {
            const auto now = std::chrono::steady_clock::now();
            video.update(now);
            if (video.front() == nullptr) {
                woken.wait(Milliseconds(100));
                continue;
            }
            if (!begun) {
                video.begin(now);
                begun = true;
            }
            video.pop();
        }
        BOOST_TEST((video.ended()->how == End::kFinished));
    }
};

BOOST_FIXTURE_TEST_SUITE(sound, Hall)

BOOST_AUTO_TEST_CASE(level_of_the_item_is_heard)
{
    const auto file = film("a.ogv", "");
    const double whole = loudness(file, 1);
    BOOST_TEST(whole > 0.25);
    BOOST_TEST(loudness(file, 0.25) / whole == 0.25, boost::test_tools::tolerance(0.1));
}

BOOST_AUTO_TEST_CASE(muted_item_makes_no_sound_at_all)
{
    BOOST_TEST(loudness(film("a.ogv", ""), 0) < 0);
}

BOOST_AUTO_TEST_CASE(film_with_a_loudness_tag_is_levelled)
{
    const double plain = loudness(film("a.ogv", ""), 1);
    const double louder = loudness(
        film(
            "b.ogv",
            "replaygain-track-gain=-6.02,replaygain-track-peak=0.5,replaygain-reference-level=89."
            "0"),
        1);
    BOOST_TEST(louder / plain == 0.5, boost::test_tools::tolerance(0.15));
}

BOOST_AUTO_TEST_CASE(missing_device_is_no_fault)
{
    VideoOptions options;
    options.file = film("a.ogv", "");
    options.soundLevel = 1;
    options.soundSink = "nobody-has-this-device";
    options.wake = [this] { woken.post(true); };
    play(std::move(options));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
