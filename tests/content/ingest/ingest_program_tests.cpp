// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real jtv-ingest on real files: facts, copies, refusals, with and without the sandbox.
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/json/json.h"
#include "content/ingest/ingest_command.h"
#include "content/picture/picture.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::ProgramRun;
using doubles::runProgram;

const std::string kProgram = std::string(JTV_BINARY_DIR) + "/jtv-ingest";

struct Fixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";

    Fixture() { fs::create_directory(output); }

    ProgramRun ingest(const fs::path& file, std::vector<std::string> more = {})
    {
        std::vector<std::string> command{kProgram, file.string(), "-o", output.string()};
        command.insert(command.end(), more.begin(), more.end());
        return runProgram(command);
    }

    fs::path write(const std::string& name, std::string_view bytes)
    {
        BOOST_REQUIRE(replaceFile(path() / name, bytes));
        return path() / name;
    }
};

Pixels gradient(int width, int height)
{
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto* pixel = pixels.row(y) + static_cast<std::ptrdiff_t>(4) * x;
            pixel[0] = static_cast<std::uint8_t>(x * 255 / width);
            pixel[1] = static_cast<std::uint8_t>(y * 255 / height);
            pixel[2] = 90;
            pixel[3] = 255;
        }
    }
    return pixels;
}

// A JPEG with an EXIF segment that says "turn by 90°" and names a place.
std::string photograph(int width, int height)
{
    const auto jpeg = picture::encodeJpeg(gradient(width, height)).value();
    const std::string exif = std::string("Exif\0\0", 6) + std::string("MM\0*\0\0\0\x08\0\x01", 10) +
                             std::string("\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 12) +
                             std::string(4, '\0') + "GPS 48.137 11.575 Mustermann";
    const auto size = exif.size() + 2;
    std::string segment("\xff\xe1", 2);
    segment += static_cast<char>(size / 256);
    segment += static_cast<char>(size % 256);
    return jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
}

bool isOneSentence(const std::string& text)
{
    return !text.empty() && std::count(text.begin(), text.end(), '\n') == 1 && text.back() == '\n';
}

BOOST_FIXTURE_TEST_SUITE(ingest_program, Fixture)

BOOST_AUTO_TEST_CASE(photograph_is_turned_upright_and_loses_place_and_name)
{
    const auto file = write("photo.jpg", photograph(320, 200));
    const auto run = ingest(file);
    BOOST_REQUIRE_MESSAGE(run.exitCode == 0, run.err);
    const auto answer = json::parse(run.out).value();
    BOOST_TEST(json::text(answer, "kind").value() == "image");
    BOOST_TEST(answer["video"]["width"] == 200);
    BOOST_TEST(answer["video"]["height"] == 320);
    const fs::path copy = json::text(answer, "file").value();
    BOOST_TEST(copy.parent_path() == output);
    const auto bytes = readFile(copy, 1'000'000).value();
    BOOST_TEST(crypto::sha256Hex(bytes) == json::text(answer, "sha256").value());
    BOOST_TEST(bytes.size() == static_cast<std::size_t>(json::integer(answer, "size").value()));
    BOOST_TEST(bytes.find("Exif") == std::string::npos);
    BOOST_TEST(bytes.find("Mustermann") == std::string::npos);
    BOOST_TEST(picture::decode(bytes)->height == 320);
}

BOOST_AUTO_TEST_CASE(what_is_no_media_is_refused_in_one_sentence)
{
    const std::pair<const char*, std::string> files[] = {
        {"page.html", "<html><script>alert(1)</script></html>"},
        {"drawing.svg", "<?xml version='1.0'?><svg>"},
        {"cut.gif", "GIF89a\x10"},
        {"cut.pdf", "%PDF-1.7 and nothing"},
        {"clip.mp4", "PK\x03\x04 renamed archive"},
        {"noise.mp4", std::string(100'000, '\x55')},
        {"short.mp4",
         std::string(
             "\0\0\0\x20"
             "ftypisom",
             12)},
        {"broken.png", "\x89PNG\r\n\x1a\n broken"},
        {"empty.mp4", ""},
    };
    for (const auto& [name, bytes] : files) {
        const auto run = ingest(write(name, bytes));
        BOOST_TEST(run.exitCode == 1, name);
        BOOST_TEST(run.out.empty(), name);
        BOOST_TEST(isOneSentence(run.err), name << ": " << run.err);
    }
    BOOST_TEST(fs::is_empty(output));
}

BOOST_AUTO_TEST_CASE(picture_bomb_is_refused_before_it_unfolds)
{
    // 60,000 x 60,000 pixels, as its header says.
    auto png = picture::encodePng(gradient(8, 8)).value();
    png.replace(16, 8, std::string("\0\0\xea\x60\0\0\xea\x60", 8));
    const auto run = ingest(write("bomb.png", png));
    BOOST_TEST(run.exitCode == 1);
    BOOST_TEST(isOneSentence(run.err), run.err);
}

BOOST_AUTO_TEST_CASE(wrong_use_is_told_from_a_refused_file)
{
    BOOST_TEST(runProgram({kProgram}).exitCode == 2);
    BOOST_TEST(runProgram({kProgram, "x.mp4"}).exitCode == 2);
    BOOST_TEST(runProgram({kProgram, "--frobnicate"}).exitCode == 2);
    BOOST_TEST(runProgram({kProgram, "--help"}).exitCode == 0);
    const auto missing = ingest(path() / "none.mp4");
    BOOST_TEST(missing.exitCode == 1);
    BOOST_TEST(missing.err.find("check the path") != std::string::npos);
    BOOST_TEST(ingest("/dev/zero").exitCode == 1);
    BOOST_TEST(ingest(path()).exitCode == 1);
}

BOOST_AUTO_TEST_CASE(real_videos_are_copied_with_their_facts)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    const auto run = ingest(*videos / "portrait_4k60.mp4");
    BOOST_REQUIRE_MESSAGE(run.exitCode == 0, run.err);
    const auto answer = json::parse(run.out).value();
    // The telephone's maker stands in it; nothing else is touched.
    BOOST_TEST(answer["action"] == "cleaned");
    BOOST_TEST(answer["size"] == fs::file_size(*videos / "portrait_4k60.mp4"));
    BOOST_TEST(answer["video"]["codec"] == "h264");
    BOOST_TEST(answer["video"]["rotation"] == 90);
    BOOST_TEST(answer["boards"]["pi4"] == false);
    const auto heard = ingest(*videos / "gizmo.mp4", {"--measure"}).out;
    const auto told = json::parse(heard.substr(heard.rfind("\n{") + 1)).value();
    BOOST_TEST(told["audio"]["loudness_lufs"].is_number(), heard);
    const auto captions = ingest(*videos / "sample_with_srt.mkv", {"--inspect"});
    BOOST_TEST(json::parse(captions.out).value()["captions"].size() == 1U);
    const auto hdr = ingest(*videos / "hdr10-av1.mp4", {"--inspect"});
    BOOST_TEST(json::parse(hdr.out).value()["video"]["hdr"] == "hdr10");
}

BOOST_AUTO_TEST_CASE(limits_on_length_size_and_pixels_hold)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    const auto file = *videos / "landscape1.mp4";
    for (const std::vector<std::string>& limit :
         {std::vector<std::string>{"--limit-seconds", "10"},
          {"--limit-bytes", "1000"},
          {"--limit-pixels", "100000"}}) {
        const auto run = ingest(file, limit);
        BOOST_TEST(run.exitCode == 1);
        BOOST_TEST(isOneSentence(run.err), run.err);
    }
    BOOST_TEST(fs::is_empty(output));
}

BOOST_AUTO_TEST_CASE(cut_off_videos_neither_crash_nor_hang)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    for (const std::string name : {"gizmo.mp4", "gizmo.webm", "bbb_2500ms.ts", "sample_h265.ts"}) {
        const auto whole = readFile(*videos / name, 100'000'000).value();
        for (const std::size_t part : {50U, 500U, 5'000U, 50'000U}) {
            const auto run = ingest(write("cut-" + name, whole.substr(0, part)), {"--inspect"});
            BOOST_TEST(
                (run.exitCode == 0 || run.exitCode == 1),
                name << " cut at " << part << ": " << run.exitCode);
        }
    }
}

BOOST_AUTO_TEST_CASE(sandboxed_job_gives_the_same_answer_and_sees_nothing_else)
{
    const auto bubblewrap = findBubblewrap();
    if (!bubblewrap) {
        std::cout << "SKIPPED: no bubblewrap that can make user namespaces\n";
        return;
    }
    const auto file = write("photo.jpg", photograph(64, 48));
    const auto open = runProgram(sandboxedCommand({kProgram, file, output}, std::nullopt));
    auto closedCommand = sandboxedCommand({kProgram, file, output}, bubblewrap);
    const auto closed = runProgram(closedCommand);
    BOOST_REQUIRE_MESSAGE(closed.exitCode == 0, closed.err);
    BOOST_TEST(closed.out == open.out);
    // The same sandbox round a program that looks about: no home, no passwords, no network.
    const auto end = std::find(closedCommand.begin(), closedCommand.end(), "--");
    std::vector<std::string> look(closedCommand.begin(), end + 1);
    look.insert(
        look.end(),
        {"/bin/sh", "-c", "ls / /root /home /etc/passwd /var 2>/dev/null; cat /proc/net/dev"});
    const auto seen = runProgram(look);
    BOOST_TEST(seen.out.find("passwd") == std::string::npos);
    BOOST_TEST(seen.out.find("home") == std::string::npos);
    BOOST_TEST(seen.out.find("eth") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(job_steps_back_behind_everybody_else)
{
    const auto bubblewrap = findBubblewrap();
    const std::vector<std::string> look{"/bin/sh", "-c", "nice; cat /proc/self/autogroup; true"};
    auto open = sandboxedCommand({kProgram, path(), output}, std::nullopt);
    open.erase(std::find(open.begin(), open.end(), kProgram), open.end());
    open.insert(open.end(), look.begin(), look.end());
    BOOST_TEST(runProgram(open).out.starts_with("19\n"));
    if (!bubblewrap) {
        std::cout << "SKIPPED: no bubblewrap that can make user namespaces\n";
        return;
    }
    auto closed = sandboxedCommand({kProgram, path(), output}, bubblewrap);
    closed.erase(
        std::find(closed.rbegin(), closed.rend(), "/job/jtv-ingest").base() - 1, closed.end());
    closed.insert(closed.end(), look.begin(), look.end());
    const auto run = runProgram(closed);
    BOOST_TEST(run.out.starts_with("19\n"), run.err);
    BOOST_TEST((run.out == "19\n" || run.out.find("nice 19") != std::string::npos), run.out);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
