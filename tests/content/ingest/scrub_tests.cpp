// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Films with a place, a name and a camera in them, looked through by exiftool afterwards.
#include "base/file.h"
#include "base/json/json.h"
#include "content/ingest/scrub.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <random>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::runProgram;

class Text final : public Bytes {
public:
    explicit Text(std::string text) : text_(std::move(text)) {}
    std::uint64_t size() const override { return text_.size(); }
    std::string read(std::uint64_t offset, std::size_t count) const override
    {
        return offset < text_.size() ? text_.substr(offset, count) : std::string();
    }

private:
    std::string text_;
};

struct Fixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";

    Fixture() { fs::create_directory(output); }

    fs::path clip(const std::string& name, const std::string& how)
    {
        auto file = path() / name;
        const auto made = runProgram(
            {"/bin/sh",
             "-c",
             "ffmpeg -v error -y -f lavfi -i testsrc2=s=160x90:r=25:d=1 -c:v libx264 " + how +
                 " '" + file.string() + "'"});
        BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err);
        return file;
    }

    json::Value ingest(const fs::path& file)
    {
        const auto run = runProgram(
            {std::string(JTV_BINARY_DIR) + "/jtv-ingest", file.string(), "-o", output.string()});
        BOOST_REQUIRE_MESSAGE(run.exitCode == 0, run.err);
        return json::parse(run.out).value();
    }
};

// Everything that exiftool finds in the file, also inside of what it does not know.
std::string toldBy(const fs::path& file)
{
    return runProgram({"/usr/bin/exiftool", "-ee", "-G", "-a", "-u", file.string()}).out;
}

std::string picturesOf(const fs::path& file)
{
    return runProgram({"/usr/bin/ffmpeg",
                       "-v",
                       "error",
                       "-i",
                       file.string(),
                       "-map",
                       "0:v",
                       "-map",
                       "0:a?",
                       "-c",
                       "copy",
                       "-f",
                       "md5",
                       "-"})
        .out;
}

const std::string kPersonal =
    "-metadata location=+48.1371+011.5754/ -metadata title=Mustermann -metadata artist=Mustermann "
    "-metadata comment=Mustermann -metadata make=Mustermann -metadata model=Mustermann "
    "-metadata creation_time=2021-03-04T05:06:07Z";

BOOST_FIXTURE_TEST_SUITE(scrub, Fixture)

BOOST_AUTO_TEST_CASE(place_name_and_camera_are_gone_and_pictures_stay)
{
    for (const auto& [name, how] :
         {std::pair{"a.mp4", "-movflags +faststart"},
          {"b.mov", "-movflags use_metadata_tags"},
          {"c.mkv", "-attach /etc/hostname -metadata:s:t mimetype=text/plain"},
          {"d.m4v", "-movflags frag_keyframe+empty_moov"}}) {
        const auto file = clip(name, kPersonal + " " + how);
        BOOST_TEST(toldBy(file).find("Mustermann") != std::string::npos, name);
        const auto answer = ingest(file);
        const fs::path copy = json::text(answer, "file").value();
        const auto told = toldBy(copy);
        BOOST_TEST_CONTEXT(name << "\n" << told)
        {
            BOOST_TEST(answer["action"] == "cleaned");
            BOOST_TEST(told.find("Mustermann") == std::string::npos);
            BOOST_TEST(told.find("48 deg") == std::string::npos);
            BOOST_TEST(told.find("2021:03:04 05") == std::string::npos);
            BOOST_TEST(fs::file_size(copy) == fs::file_size(file));
            BOOST_TEST(picturesOf(copy) == picturesOf(file));
        }
    }
}

BOOST_AUTO_TEST_CASE(films_without_anything_personal_stay_as_they_are)
{
    for (const auto* name : {"a.mp4", "b.mov", "c.mkv"}) {
        BOOST_TEST(ingest(clip(name, ""))["action"] == "copied", name);
    }
}

BOOST_AUTO_TEST_CASE(real_films_of_telephones_lose_their_place)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    for (const std::string name :
         {"VID_20191220_170832.mp4",
          "sample_av1.mp4",
          "sample_portrait.mp4",
          "sync.webm",
          "sintel_trailer-720p.mp4"}) {
        const auto answer = ingest(*videos / name);
        const fs::path copy = json::text(answer, "file").value();
        const auto told = toldBy(copy);
        BOOST_TEST(answer["action"] == "cleaned", name);
        for (const auto* word : {"GPS", "deg ", "MacBook", "Durian", "Blender"}) {
            BOOST_TEST(told.find(word) == std::string::npos, name << ": " << word << "\n" << told);
        }
        BOOST_TEST(picturesOf(copy) == picturesOf(*videos / name), name);
    }
}

BOOST_AUTO_TEST_CASE(damaged_bytes_give_patches_within_the_file)
{
    std::mt19937 random(3);
    const auto mp4 = readFile(clip("a.mp4", kPersonal), 1'000'000).value();
    const auto mkv = readFile(clip("a.mkv", kPersonal), 1'000'000).value();
    for (int i = 0; i < 3000; ++i) {
        const bool matroska = i % 2 == 0;
        auto bytes = matroska ? mkv : mp4;
        for (int change = 0; change < 8; ++change) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        bytes.resize(random() % 8 == 0 ? random() % bytes.size() : bytes.size());
        const Text text(bytes);
        for (const auto& patch : matroska ? scrubMatroska(text) : scrubIso(text)) {
            BOOST_REQUIRE(patch.offset + patch.bytes.size() + patch.zeros <= bytes.size());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
