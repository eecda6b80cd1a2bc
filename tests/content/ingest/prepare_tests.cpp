// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Real uploads into renditions, judged by ffprobe and ffmpeg.
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/json/json.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::runProgram;

const std::string kProgram = std::string(JTV_BINARY_DIR) + "/jtv-ingest";

struct Fixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";

    Fixture() { fs::create_directory(output); }

    doubles::ProgramRun run(const fs::path& file, std::vector<std::string> more)
    {
        std::vector<std::string> command{
            kProgram, file.string(), "-o", output.string(), "--preset", "ultrafast"};
        command.insert(command.end(), more.begin(), more.end());
        return runProgram(command);
    }

    // The object of the last line.
    json::Value prepare(const fs::path& file, std::vector<std::string> more)
    {
        const auto ended = run(file, std::move(more));
        BOOST_REQUIRE_MESSAGE(ended.exitCode == 0, file.string() << ": " << ended.err);
        const auto text = ended.out.substr(0, ended.out.size() - 1);
        return json::parse(text.substr(text.rfind('\n') + 1)).value();
    }

    // A clip of 2 s made by ffmpeg's own test picture.
    fs::path clip(const std::string& name, const std::string& how)
    {
        auto file = path() / name;
        const auto made = runProgram(
            {"/bin/sh",
             "-c",
             "ffmpeg -v error -y -f lavfi -i testsrc2=s=320x180:r=25:d=2 " + how + " '" +
                 file.string() + "'"});
        BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err);
        return file;
    }
};

json::Value probe(const fs::path& file)
{
    const auto run = runProgram(
        {"/usr/bin/ffprobe",
         "-v",
         "error",
         "-of",
         "json",
         "-count_frames",
         "-show_streams",
         "-show_format",
         file.string()});
    return json::parse(run.out).value();
}

json::Value streamOf(const json::Value& probed, const std::string& kind)
{
    for (const auto& stream : probed["streams"]) {
        if (stream["codec_type"] == kind) {
            return stream;
        }
    }
    return {};
}

std::string fileOf(const json::Value& answer)
{
    return json::text(answer, "file").value();
}

// Mean of one colour (0 red, 1 green, 2 blue) of the first picture as ffmpeg shows it.
double brightness(const fs::path& file, const std::string& filter = "null")
{
    const auto run = runProgram(
        {"/bin/sh",
         "-c",
         "ffmpeg -v error -i '" + file.string() + "' -frames:v 1 -vf '" + filter +
             ",scale=1:1:flags=area,format=gray' -f rawvideo - | od -An -tu1"});
    return std::atof(run.out.c_str());
}

BOOST_FIXTURE_TEST_SUITE(prepare, Fixture)

BOOST_AUTO_TEST_CASE(film_that_fits_is_passed_through_byte_by_byte)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    const auto file = *videos / "0001.mp4";
    const auto answer = prepare(file, {"--board", "pi3"});
    BOOST_TEST(answer["action"] == "copied");
    BOOST_TEST(json::text(answer, "sha256").value() == crypto::sha256HexOfFile(file).value());
    BOOST_TEST(
        crypto::sha256HexOfFile(fileOf(answer)).value() == json::text(answer, "sha256").value());
    BOOST_TEST(answer["audio"]["loudness_lufs"].is_number());
    BOOST_TEST(fs::file_size(json::text(answer, "poster").value()) > 1000U);
    BOOST_TEST(fs::file_size(json::text(answer, "thumbnail").value()) > 1000U);
    BOOST_TEST(!fs::exists(output / ".preparing"));
}

BOOST_AUTO_TEST_CASE(renditions_are_what_the_boards_want)
{
    struct Case {
        const char* source;
        const char* board;
        const char* codec;
        const char* profile;
    };
    const auto ogg = clip("a.ogv", "-c:v libtheora -an");
    for (const auto& [board, codec, profile] :
         {std::tuple{"pi3", "h264", "High"},
          {"pi4", "h264", "High"},
          {"pi5", "hevc", "Main"},
          {"vaapi", "h264", "High"},
          {"none", "h264", "High"}}) {
        const auto answer = prepare(ogg, {"--board", board});
        const auto video = streamOf(probe(fileOf(answer)), "video");
        BOOST_TEST_CONTEXT(board)
        {
            BOOST_TEST(video["codec_name"] == codec);
            BOOST_TEST(video["profile"] == profile);
            BOOST_TEST(video["pix_fmt"] == "yuv420p");
            BOOST_TEST(video["avg_frame_rate"] == "25/1");
            BOOST_TEST(video["nb_read_frames"] == "50");
            BOOST_TEST(video["color_space"] == "bt709");
            if (std::string(codec) == "h264") {
                BOOST_TEST(video["level"] == 41);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(odd_uploads_become_even_constant_and_upright)
{
    struct Case {
        const char* name;
        const char* how;
        int width;
        int height;
        std::vector<std::string> more;
    };
    const std::vector<Case> cases{
        {"odd.avi", "-vf scale=321:181 -pix_fmt yuv444p -c:v ffv1", 320, 180, {}},
        {"pixels.mp4", "-vf scale=360:288,setsar=16/9 -c:v libx264", 640, 288, {}},
        {"turn.mkv", "-c:v libx264", 180, 320, {"--rotate", "90"}},
        {"vary.mp4",
         "-vf select=not(mod(n\\,3))+not(mod(n\\,5)) -vsync vfr -c:v libx264",
         320,
         180,
         {}},
        {"lace.ts", "-vf interlace -flags +ildct+ilme -c:v mpeg2video -q:v 3", 320, 180, {}},
        {"deep.mkv", "-pix_fmt yuv422p10le -c:v libx264", 320, 180, {}},
        {"old.flv", "-c:v flv1", 320, 180, {}},
    };
    for (const auto& [name, how, width, height, more] : cases) {
        std::string quoted(how);
        for (auto at = quoted.find("select="); at != std::string::npos; at = std::string::npos) {
            quoted.insert(at, "'");
            quoted.insert(quoted.find(' ', at), "'");
        }
        const auto file = clip(name, quoted);
        auto options = more;
        options.insert(options.end(), {"--board", "pi4"});
        const auto answer = prepare(file, options);
        const auto probed = probe(fileOf(answer));
        const auto video = streamOf(probed, "video");
        BOOST_TEST_CONTEXT(name)
        {
            BOOST_TEST(answer["action"] == "encoded");
            BOOST_TEST(video["width"] == width);
            BOOST_TEST(video["height"] == height);
            BOOST_TEST(video["avg_frame_rate"] == video["r_frame_rate"]);
            const double length =
                std::atof(probed["format"]["duration"].get<std::string>().c_str());
            BOOST_TEST(std::abs(length - 2) <= 0.13);
        }
    }
}

BOOST_AUTO_TEST_CASE(length_and_shape_of_real_videos_stay)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    for (const std::string name :
         {"sample_15fps_720p_1s.mp4",
          "bear-vp9.webm",
          "VID_20191220_170832.mp4",
          "internal_emulator_transformer_output_270_rotated.mp4",
          "sample_h265.ts"}) {
        const auto before = probe(*videos / name);
        const auto answer = prepare(*videos / name, {"--board", "pi5"});
        const auto after = probe(fileOf(answer));
        const auto video = streamOf(after, "video");
        BOOST_TEST_CONTEXT(name)
        {
            const auto seconds = [](const json::Value& probed) {
                return std::atof(probed["format"]["duration"].get<std::string>().c_str());
            };
            BOOST_TEST(std::abs(seconds(after) - seconds(before)) <= 0.1);
            BOOST_TEST(!video.contains("side_data_list"));
            BOOST_TEST(video["codec_name"] == "hevc");
        }
    }
    const auto turned = prepare(
        *videos / "internal_emulator_transformer_output_270_rotated.mp4", {"--board", "pi3"});
    BOOST_TEST(turned["video"]["width"] == 720);
    BOOST_TEST(turned["video"]["height"] == 1280);
}

BOOST_AUTO_TEST_CASE(full_range_is_brought_to_the_usual_one)
{
    const auto file = clip("full.mp4", "-vf scale=out_range=full,format=yuvj420p -c:v libx264");
    const auto answer = prepare(file, {"--board", "pi3"});
    BOOST_TEST(answer["reasons"].size() == 1U);
    BOOST_TEST(std::abs(brightness(fileOf(answer)) - brightness(file)) <= 2);
    const auto video = streamOf(probe(fileOf(answer)), "video");
    BOOST_TEST(video["pix_fmt"] == "yuv420p");
}

BOOST_AUTO_TEST_CASE(sound_is_brought_to_23_lufs)
{
    const auto file = clip(
        "loud.avi", "-f lavfi -i sine=f=440:d=2,volume=0.9 -c:v mpeg4 -c:a pcm_s16le -shortest");
    const auto answer = prepare(file, {"--board", "pi3"});
    const auto heard = runProgram(
        {"/bin/sh",
         "-c",
         "ffmpeg -hide_banner -nostats -i '" + fileOf(answer) +
             "' -filter_complex ebur128 -f null - 2>&1 | grep 'I:' | tail -1 | tr -dc '0-9.-'"});
    BOOST_TEST(std::abs(std::atof(heard.out.c_str()) + 23) <= 0.5);
    BOOST_TEST(streamOf(probe(fileOf(answer)), "audio")["codec_name"] == "aac");
}

BOOST_AUTO_TEST_CASE(silent_sound_and_flashes_are_told_of_what_is_copied_and_of_what_is_encoded)
{
    const std::string silence = "-f lavfi -i anullsrc=d=2 -shortest -c:a aac ";
    const auto plays = clip("plays.mp4", silence + "-c:v libx264 -pix_fmt yuv420p");
    const auto old = clip("old.avi", silence + "-c:v mpeg4");
    for (const auto& answer : {prepare(plays, {"--measure"}), prepare(old, {"--board", "pi3"})}) {
        BOOST_TEST(answer["audio"]["silent"] == true);
        BOOST_TEST(answer["audio"]["loudness_lufs"].is_null());
        BOOST_TEST(answer["flashes"]["most"].is_number());
    }
    BOOST_TEST(prepare(plays, {})["flashes"].is_null());
}

BOOST_AUTO_TEST_CASE(upright_film_gets_a_surround_and_is_not_stretched)
{
    const auto file = clip("upright.mkv", "-vf scale=90:160,setsar=1 -c:v libx264");
    for (const std::string surround : {"plain", "blurred"}) {
        const auto answer = prepare(file, {"--board", "pi3", "--surround", surround});
        BOOST_TEST(answer["video"]["width"] == 1920);
        BOOST_TEST(answer["video"]["height"] == 1080);
        const double beside = brightness(fileOf(answer), "crop=400:1080:0:0");
        BOOST_TEST((surround == "plain" ? beside < 3 : beside > 30), surround << " " << beside);
        const double middle = brightness(fileOf(answer), "crop=600:1080:660:0");
        BOOST_TEST(std::abs(middle - brightness(file)) <= 4);
    }
}

BOOST_AUTO_TEST_CASE(broken_off_uploads_are_refused_and_leave_nothing)
{
    const auto whole = clip("whole.mp4", "-c:v libx264 -movflags faststart");
    const auto bytes = readFile(whole, 10'000'000).value();
    const auto cut = path() / "cut.mp4";
    BOOST_REQUIRE(replaceFile(cut, std::string_view(bytes).substr(0, bytes.size() / 2)));
    const auto refused = run(cut, {"--board", "pi5"});
    BOOST_TEST(refused.exitCode == 1);
    BOOST_TEST(refused.err.find('\n') == refused.err.size() - 1);
    BOOST_TEST(fs::is_empty(output));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
