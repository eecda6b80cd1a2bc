// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SVG, PDF, AVIF, HEIC and GIF through the real program, and files that want to do harm.
#include "base/file.h"
#include "base/json/json.h"
#include "content/picture/picture.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sys/resource.h>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::runProgram;

struct Fixture : doubles::TemporaryDirectory {
    fs::path output = path() / "out";

    Fixture() { fs::create_directory(output); }

    doubles::ProgramRun ingest(const fs::path& file) const
    {
        return runProgram(
            {std::string(JTV_BINARY_DIR) + "/jtv-ingest", file.string(), "-o", output.string()});
    }

    Pixels made(const fs::path& file) const
    {
        const auto run = ingest(file);
        BOOST_REQUIRE_MESSAGE(run.exitCode == 0, file.string() << ": " << run.err);
        const auto answer = json::parse(run.out).value();
        return picture::readPicture(json::text(answer, "file").value()).value();
    }

    fs::path write(const std::string& name, std::string_view bytes) const
    {
        BOOST_REQUIRE(replaceFile(path() / name, bytes));
        return path() / name;
    }
};

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Blue, green, red, alpha in the middle.
std::array<int, 4> middle(const Pixels& pixels)
{
    const auto* at = pixels.row(pixels.height / 2) + std::ptrdiff_t{4} * (pixels.width / 2);
    return {at[0], at[1], at[2], at[3]};
}

BOOST_FIXTURE_TEST_SUITE(foreign_picture, Fixture)

BOOST_AUTO_TEST_CASE(drawing_is_as_large_as_a_screen_and_keeps_its_see_through_parts)
{
    const auto pixels = made(write(
        "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 8'>"
        "<rect x='4' width='8' height='8' fill='#00ff00'/></svg>"));
    BOOST_TEST(pixels.width == 1920);
    BOOST_TEST(pixels.height == 960);
    BOOST_TEST((middle(pixels) == std::array{0, 255, 0, 255}));
    BOOST_TEST(int(pixels.row(5)[3]) == 0);
}

BOOST_AUTO_TEST_CASE(drawing_loads_nothing_from_elsewhere)
{
    const auto other = write(
        "red.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' "
        "height='9'><rect width='9' height='9' fill='red'/></svg>");
    const auto pixels = made(write(
        "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
        "width='9' height='9'><image width='9' height='9' xlink:href='file://" +
            other.string() + "'/></svg>"));
    BOOST_TEST(middle(pixels)[3] == 0);
}

BOOST_AUTO_TEST_CASE(first_picture_of_a_gif_stands_for_it)
{
    // 2 x 1 pixels, red and blue, by hand.
    const std::string gif(
        "GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff,\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0;", 35);
    const auto pixels = made(write("a.gif", gif));
    BOOST_TEST(pixels.width == 2);
    BOOST_TEST(pixels.height == 1);
    BOOST_TEST(int(pixels.row(0)[2]) == 255);
    BOOST_TEST(int(pixels.row(0)[4]) == 255);
}

BOOST_AUTO_TEST_CASE(maintainers_pictures_are_understood)
{
    const auto images = doubles::corpus("images");
    if (!images) {
        return;
    }
    const auto green = made(*images / "misc" / "green.avif");
    BOOST_TEST((middle(green)[1] > 100 && middle(green)[2] < 60));
    for (const auto* name :
         {"misc/avif_exif_xmp.avif",
          "misc/animated-avif.avif",
          "misc/Stonehenge.heic",
          "misc/blend.gif",
          "misc/rainbow.gif",
          "misc/no-frame-delay.gif",
          "pdf/tracemonkey.pdf",
          "pdf/file_pdfjs_object_stream.pdf",
          "svg-resvg/painting__fill__#RGBA.svg"}) {
        BOOST_TEST(made(*images / name).width > 0, name);
    }
    int drawings = 0;
    int understood = 0;
    for (const auto& entry : fs::directory_iterator(*images / "svg-resvg")) {
        if (entry.path().extension() == ".svg" && ++drawings % 8 == 0) {
            understood += ingest(entry.path()).exitCode == 0 ? 1 : 0;
        }
    }
    BOOST_TEST(understood * 8 >= drawings - 16);
}

BOOST_AUTO_TEST_CASE(harmful_pictures_are_refused_soon_and_in_little_memory)
{
    std::string laughs = "<!DOCTYPE svg [<!ENTITY a 'hahahaha'>";
    for (char c = 'b'; c < 'k'; ++c) {
        laughs += std::string("<!ENTITY ") + c + " '";
        for (int i = 0; i < 10; ++i) {
            laughs += std::string("&") + char(c - 1) + ";";
        }
        laughs += "'>";
    }
    laughs +=
        "]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&j;</text></svg>";
    const std::pair<const char*, std::string> files[] = {
        {"laughs.svg", laughs},
        {"open.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect>"},
        {"vast.gif",
         std::string(
             "GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff"
             "\xff\0\x02\x02\x44\x0a\0;",
             35)},
        {"cut.gif", "GIF89a\x02"},
        {"cut.avif",
         std::string(
             "\0\0\0\x1c"
             "ftypavif\0\0\0\0avifmif1miaf",
             28)},
        {"cut.pdf", "%PDF-1.7\n1 0 obj <<"},
        {"vast.png",
         std::string(
             "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff"
             "\x08\x06\0\0\0\0\0\0\0",
             33)},
    };
    for (const auto& [name, bytes] : files) {
        rusage before{};
        rusage after{};
        ::getrusage(RUSAGE_CHILDREN, &before);
        const auto run = ingest(write(name, bytes));
        ::getrusage(RUSAGE_CHILDREN, &after);
        const auto spent = seconds(after.ru_utime) - seconds(before.ru_utime);
        BOOST_TEST(after.ru_maxrss < 200'000, name); // kB, of the largest job so far
        BOOST_TEST(run.exitCode == 1, name << run.out);
        BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, name << ": " << run.err);
        BOOST_TEST(spent < 1, name);
        BOOST_TEST(fs::is_empty(output), name);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
