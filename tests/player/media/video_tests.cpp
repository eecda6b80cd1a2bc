// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Real files through real decoders: frames in order and exactly one end, whatever the file.
#include "base/mailbox.h"
#include "player/media/video.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace jtv::media {
namespace {

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

struct Seen {
    std::vector<Nanoseconds> times;
    std::vector<frame::CpuPicture> shapes; // without their pixels
    Ended ended;
    Nanoseconds length{0};
    std::string decoder;
    int firstLuma = 0; // in the middle of the first frame
};

struct Player {
    doubles::TemporaryDirectory folder;
    Reaper reaper;
    Mailbox<bool> woken;

    Player() { start(); }

    VideoOptions options(const std::filesystem::path& file)
    {
        VideoOptions wanted;
        wanted.file = file;
        wanted.wake = [this] { woken.post(true); };
        return wanted;
    }

    // Takes frames as fast as they come, at most `most`.
    Seen play(const std::filesystem::path& file, std::size_t most = SIZE_MAX)
    {
        return play(options(file), most);
    }
    Seen play(VideoOptions wanted, std::size_t most = SIZE_MAX)
    {
        auto opened = Video::open(std::move(wanted), reaper);
        BOOST_REQUIRE(opened);
        Video& video = **opened;
        Seen seen;
        while (!video.ended() && seen.times.size() < most) {
            video.update(now());
            const auto* frame = video.front();
            if (frame == nullptr) {
                if (!video.ended()) {
                    woken.wait(Milliseconds(100));
                }
                continue;
            }
            BOOST_REQUIRE(frame->number == seen.times.size());
            seen.times.push_back(frame->time);
            if (frame->number == 0) {
                const auto& luma = std::get<frame::CpuPicture>(frame->picture).planes[0];
                seen.firstLuma = luma.data[24 * luma.stride + 32];
            }
            seen.shapes.push_back(std::get<frame::CpuPicture>(frame->picture));
            seen.shapes.back().owner.reset();
            video.pop();
        }
        if (video.ended()) {
            seen.ended = *video.ended();
        }
        seen.length = video.length();
        seen.decoder = video.decoding().decoder;
        return seen;
    }
};

BOOST_FIXTURE_TEST_SUITE(video, Player)

BOOST_AUTO_TEST_CASE(every_frame_comes_in_order_and_then_one_end)
{
    const auto file = folder.path() / "a.mp4";
    doubles::makeClip(file, 45);
    const Seen seen = play(file);
    BOOST_TEST(seen.times.size() == 45U);
    BOOST_TEST((seen.ended.how == End::kFinished));
    BOOST_TEST(seen.ended.reason.empty());
    BOOST_TEST((seen.times.front() == Nanoseconds(0)));
    BOOST_TEST(std::is_sorted(seen.times.begin(), seen.times.end()));
    BOOST_TEST((std::chrono::round<Milliseconds>(seen.length) == Milliseconds(1500)));
    BOOST_TEST(seen.decoder == "avdec_h264");
    BOOST_TEST(seen.shapes.front().width == 64);
    BOOST_TEST((seen.shapes.front().format == frame::PixelFormat::kI420));
}

// Frame n of the file is gray by 40 + 4 n, with key frames far apart.
BOOST_AUTO_TEST_CASE(part_of_a_file_begins_and_ends_at_its_frames)
{
    constexpr int kFrames = 45;
    const auto file = folder.path() / "steps.mp4";
    const auto raw = folder.path() / "steps.gray";
    {
        std::ofstream out(raw, std::ios::binary);
        for (int frame = 0; frame < kFrames; ++frame) {
            out << std::string(std::size_t{64} * 48, static_cast<char>(40 + 4 * frame));
        }
    }
    doubles::makeMedia(
        file,
        "filesrc location='" + raw.string() +
            "' ! rawvideoparse format=gray8 width=64 height=48 framerate=30/1 ! videoconvert ! "
            "video/x-raw,format=I420 ! x264enc speed-preset=ultrafast key-int-max=100 ! h264parse "
            "! mp4mux");
    for (const auto& [begin, end, first, count] :
         {std::tuple{500, 1000, 15, 15},
          std::tuple{1000, 1500, 30, 15},
          std::tuple{0, 200, 0, 6}}) {
        auto wanted = options(file);
        wanted.clipBegin = Milliseconds(begin);
        wanted.clipEnd = Milliseconds(end);
        const Seen seen = play(std::move(wanted));
        BOOST_TEST((seen.ended.how == End::kFinished));
        BOOST_TEST(seen.times.size() == static_cast<std::size_t>(count));
        BOOST_TEST((seen.times.front() == Nanoseconds(0)));
        BOOST_TEST(std::abs(seen.firstLuma - (40 + 4 * first)) <= 1);
        BOOST_TEST((std::chrono::round<Milliseconds>(seen.length) == Milliseconds(end - begin)));
    }
    auto beyond = options(file);
    beyond.clipBegin = Milliseconds(60'000);
    const Seen nothing = play(std::move(beyond));
    BOOST_TEST((nothing.ended.how == End::kFailed));
}

// A stream without an index, or a file in which nobody can seek.
BOOST_AUTO_TEST_CASE(part_of_a_file_that_cannot_be_sought_in_is_decoded_from_its_begin)
{
    const auto file = folder.path() / "a.h264";
    doubles::makeMedia(
        file,
        "videotestsrc num-buffers=45 ! video/x-raw,format=I420,width=64,height=48,framerate=30/1 ! "
        "x264enc speed-preset=ultrafast ! h264parse ! video/x-h264,stream-format=byte-stream");
    auto wanted = options(file);
    wanted.clipBegin = Milliseconds(500);
    wanted.clipEnd = Milliseconds(1000);
    const Seen seen = play(std::move(wanted));
    BOOST_TEST((seen.ended.how == End::kFinished));
    BOOST_TEST(std::abs(static_cast<int>(seen.times.size()) - 15) <= 1);
}

BOOST_AUTO_TEST_CASE(sound_nobody_wants_does_not_disturb)
{
    const auto file = folder.path() / "a.mkv";
    doubles::makeMedia(
        file,
        "matroskamux name=m videotestsrc num-buffers=30 ! x264enc ! h264parse ! m. audiotestsrc "
        "num-buffers=50 ! vorbisenc ! m. m.");
    const Seen seen = play(file);
    BOOST_TEST(seen.times.size() == 30U);
    BOOST_TEST((seen.ended.how == End::kFinished));
}

BOOST_AUTO_TEST_CASE(sound_starts_with_the_first_frame_and_needs_no_device)
{
    const auto file = folder.path() / "a.mkv";
    doubles::makeMedia(
        file,
        "matroskamux name=m videotestsrc num-buffers=15 ! x264enc ! h264parse ! m. audiotestsrc "
        "num-buffers=20 ! vorbisenc ! m. m.");
    auto wanted = options(file);
    wanted.soundLevel = 0.5;
    auto opened = Video::open(std::move(wanted), reaper);
    BOOST_REQUIRE(opened);
    Video& video = **opened;
    while (!video.ready() && !video.ended()) {
        woken.wait(Milliseconds(100));
        video.update(now());
    }
    BOOST_REQUIRE(video.ready());
    video.begin(now());
    std::uint64_t count = 0;
    while (!video.ended()) {
        video.update(now());
        if (video.front() == nullptr) {
            woken.wait(Milliseconds(20));
            continue;
        }
        BOOST_REQUIRE(video.front()->number == count);
        ++count;
        video.pop();
    }
    BOOST_TEST(count == 15U);
    BOOST_TEST((video.ended()->how == End::kFinished));
}

BOOST_AUTO_TEST_CASE(odd_sizes_and_pixels_that_are_not_square_are_told)
{
    const auto file = folder.path() / "odd.mkv";
    doubles::makeMedia(
        file,
        "videotestsrc num-buffers=3 ! video/x-raw,format=I420,width=63,height=47,"
        "pixel-aspect-ratio=4/3 ! vp8enc ! matroskamux");
    const Seen seen = play(file);
    BOOST_REQUIRE(seen.times.size() == 3U);
    BOOST_TEST(seen.shapes.front().width == 63);
    BOOST_TEST(seen.shapes.front().displayWidth == 84);
}

BOOST_AUTO_TEST_CASE(colours_of_ten_bits_are_brought_to_eight)
{
    const auto file = folder.path() / "deep.mkv";
    doubles::makeMedia(
        file,
        "videotestsrc num-buffers=5 ! video/x-raw,format=I420_10LE,width=64,height=64 ! x264enc ! "
        "h264parse ! matroskamux");
    BOOST_TEST(play(file).times.size() == 5U);
}

BOOST_AUTO_TEST_CASE(file_that_is_no_video_fails_with_a_sentence)
{
    const auto file = folder.path() / "text.mp4";
    std::ofstream(file) << "Guten Tag, hier steht kein Film.\n";
    const Seen seen = play(file);
    BOOST_TEST(seen.times.empty());
    BOOST_TEST((seen.ended.how == End::kFailed));
    BOOST_TEST(seen.ended.reason.find("text.mp4") != std::string::npos);
    BOOST_TEST(seen.ended.reason.find("; ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sound_alone_fails_as_having_no_picture)
{
    const auto file = folder.path() / "sound.ogg";
    doubles::makeMedia(file, "audiotestsrc num-buffers=20 ! vorbisenc ! oggmux");
    const Seen seen = play(file);
    BOOST_TEST((seen.ended.how == End::kFailed));
    BOOST_TEST(!seen.ended.reason.empty());
}

BOOST_AUTO_TEST_CASE(missing_file_is_said_before_anything_starts)
{
    const auto opened = Video::open(options(folder.path() / "none.mp4"), reaper);
    BOOST_REQUIRE(!opened);
    BOOST_TEST((opened.error().kind == ErrorKind::kNotFound));
}

BOOST_AUTO_TEST_CASE(file_that_is_cut_off_has_an_end_too)
{
    const auto whole = folder.path() / "whole.mkv";
    doubles::makeMedia(
        whole,
        "videotestsrc num-buffers=60 ! x264enc speed-preset=ultrafast ! h264parse ! matroskamux");
    const auto size = std::filesystem::file_size(whole);
    for (const auto part : {size / 100, size / 10, size / 2, size - 10}) {
        const auto file = folder.path() / "cut.mkv";
        std::filesystem::copy_file(whole, file, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(file, part);
        const Seen seen = play(file);
        BOOST_TEST(seen.times.size() <= 60U);
        BOOST_TEST((seen.ended.how == End::kFinished || !seen.ended.reason.empty()));
    }
}

BOOST_AUTO_TEST_CASE(video_that_gives_nothing_in_time_has_timed_out)
{
    const auto file = folder.path() / "a.mp4";
    doubles::makeClip(file, 2);
    auto wanted = options(file);
    wanted.prerollLimit = Milliseconds(-1);
    auto opened = Video::open(std::move(wanted), reaper);
    BOOST_REQUIRE(opened);
    Video& video = **opened;
    video.update(now());
    // Either the decoder was quicker than this thread, or the limit is over.
    BOOST_TEST((video.ready() || (video.ended() && video.ended()->how == End::kTimedOut)));
}

BOOST_AUTO_TEST_CASE(closing_at_any_moment_leaves_nothing_behind)
{
    const auto file = folder.path() / "a.mp4";
    doubles::makeClip(file, 60);
    for (const std::size_t frames : {0U, 1U, 5U, 30U}) {
        play(file, frames);
    }
    BOOST_TEST(reaper.drain(std::chrono::seconds(20)));
    BOOST_TEST(!reaper.overdue());
}

BOOST_AUTO_TEST_CASE(picture_outlives_its_video)
{
    const auto file = folder.path() / "a.mp4";
    doubles::makeClip(file, 10);
    std::optional<frame::TimedFrame> kept;
    {
        auto opened = Video::open(options(file), reaper);
        BOOST_REQUIRE(opened);
        while (!(*opened)->ready()) {
            woken.wait(Milliseconds(100));
            (*opened)->update(now());
        }
        kept = *(*opened)->front();
    }
    BOOST_TEST(reaper.drain(std::chrono::seconds(20)));
    const auto& picture = std::get<frame::CpuPicture>(kept->picture);
    unsigned sum = 0;
    for (int i = 0; i < picture.width; ++i) {
        sum += picture.planes[0].data[i];
    }
    BOOST_TEST(sum > 0U);
}

BOOST_AUTO_TEST_CASE(foreign_videos_all_come_to_an_end)
{
    const auto files = doubles::corpus("video");
    if (!files) {
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(*files)) {
        BOOST_TEST_CONTEXT(entry.path().filename())
        {
            const Seen seen = play(entry.path(), 3);
            BOOST_TEST(seen.times.size() == 3U);
        }
    }
    const auto turned = *files / "internal_emulator_transformer_output_270_rotated.mp4";
    BOOST_TEST(play(turned, 1).shapes.front().rotation == 270);
    const auto full = play(*files / "bt709_full_range.mp4", 1).shapes.front();
    BOOST_TEST((full.matrix == frame::Matrix::kBt709));
    // Every second picture of this one carries the stamp of the one before.
    const auto stamps = play(*files / "960x720_seg0.ts").times;
    BOOST_TEST(std::set(stamps.begin(), stamps.end()).size() * 100 > stamps.size() * 98);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
