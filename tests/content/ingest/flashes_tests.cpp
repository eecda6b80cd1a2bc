// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Flashes of drawn grids, and of films that ffmpeg makes.
#include "base/json/json.h"
#include "content/ingest/flashes.h"
#include "tests/doubles/program_run.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <functional>

namespace jtv::ingest {
namespace {

constexpr int kAcross = 32;
constexpr int kRate = 50; // pictures a second
const Light kBlack;
const Light kWhite{1, 1, 1};

// What a cell shows in a picture.
using Scene = std::function<Light(int x, int y, int picture)>;

int flashesOf(const Scene& scene)
{
    FlashCounter counter;
    for (int picture = 0; picture < 3 * kRate; ++picture) {
        LightGrid grid{kAcross, kCellsDown, {}};
        for (int i = 0; i < kAcross * kCellsDown; ++i) {
            grid.cells.push_back(scene(i % kAcross, i / kAcross, picture));
        }
        counter.see(grid, std::chrono::milliseconds(1000 / kRate) * picture);
    }
    return counter.worst().most;
}

// Whether a square wave is up: `rises` of them a second.
bool isUp(int picture, int rises)
{
    return picture * rises * 2 / kRate % 2 == 1;
}

Scene whole(const Light& dark, const Light& bright, int rises)
{
    return [=](int, int, int picture) { return isUp(picture, rises) ? bright : dark; };
}

BOOST_AUTO_TEST_SUITE(flashes)

BOOST_AUTO_TEST_CASE(flashes_of_the_whole_picture_are_counted_by_the_second)
{
    BOOST_TEST(flashesOf(whole(kBlack, kBlack, 5)) == 0);
    for (const int rises : {1, 2, 3, 5, 10}) {
        BOOST_TEST(flashesOf(whole(kBlack, kWhite, rises)) == rises);
    }
}

BOOST_AUTO_TEST_CASE(a_change_below_a_tenth_or_between_bright_pictures_is_no_flash)
{
    BOOST_TEST(flashesOf(whole({0.2F, 0.2F, 0.2F}, {0.29F, 0.29F, 0.29F}, 5)) == 0);
    BOOST_TEST(flashesOf(whole({0.2F, 0.2F, 0.2F}, {0.31F, 0.31F, 0.31F}, 5)) == 5);
    BOOST_TEST(flashesOf(whole({0.82F, 0.82F, 0.82F}, kWhite, 5)) == 0);
}

BOOST_AUTO_TEST_CASE(saturated_red_flashes_though_it_stays_dark)
{
    BOOST_TEST(flashesOf(whole(kBlack, {0.2F, 0, 0}, 5)) == 5);
    BOOST_TEST(flashesOf(whole(kBlack, {0.2F, 0.06F, 0.06F}, 5)) == 0);
}

BOOST_AUTO_TEST_CASE(a_small_light_may_blink)
{
    const auto blinking = [](int cells) {
        return flashesOf([=](int x, int y, int picture) {
            return x < 7 && y < cells / 7 && isUp(picture, 6) ? kWhite : kBlack;
        });
    };
    BOOST_TEST(blinking(28) == 0);
    BOOST_TEST(blinking(35) == 6);
}

BOOST_AUTO_TEST_CASE(what_blinks_far_apart_is_not_added)
{
    const auto twoLights = [](int distance) {
        return flashesOf([=](int x, int y, int picture) {
            const bool lit = y < 5 && (x < 4 || (x >= distance && x < distance + 4));
            return lit && isUp(picture, 6) ? kWhite : kBlack;
        });
    };
    BOOST_TEST(twoLights(20) == 0);
    BOOST_TEST(twoLights(6) == 6);
}

BOOST_AUTO_TEST_CASE(coarse_checkerboard_that_changes_its_squares_flashes)
{
    const auto scene = [](int x, int y, int picture) {
        return ((x / 3 + y / 3) % 2 == 0) == isUp(picture, 5) ? kWhite : kBlack;
    };
    BOOST_TEST(flashesOf(scene) == 5);
}

BOOST_AUTO_TEST_CASE(something_dark_that_runs_to_and_fro_is_no_flash)
{
    const auto scene = [](int x, int y, int picture) {
        const int way = picture % 20 < 10 ? picture % 10 : 10 - picture % 10;
        return y > 4 && y < 14 && x >= 8 + way && x < 14 + way ? kBlack : kWhite;
    };
    BOOST_TEST(flashesOf(scene) <= 3);
}

BOOST_AUTO_TEST_CASE(real_films_are_measured_from_file_to_answer)
{
    const doubles::TemporaryDirectory directory;
    struct Case {
        const char* name;
        const char* codec;
        int hertz;
        int most;
    };
    for (const auto& [name, codec, hertz, most] :
         {Case{"calm.mp4", "libx264", 2, 2},
          Case{"wild.mp4", "libx264", 8, 8},
          Case{"deep.mkv", "libx265 -pix_fmt yuv420p10le -x265-params log-level=none", 5, 5}}) {
        const auto file = (directory.path() / name).string();
        const auto made = doubles::runProgram(
            {"/bin/sh",
             "-c",
             "ffmpeg -v error -f lavfi -i \"color=gray:s=320x180:r=48:d=3,geq=lum='if(gt(mod(T*" +
                 std::to_string(hertz) + ",1),0.5),200,40)':cb=128:cr=128\" -c:v " + codec + " '" +
                 file + "'"});
        BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err);
        const auto run = doubles::runProgram(
            {std::string(JTV_BINARY_DIR) + "/jtv-ingest", "--inspect", "--measure", file});
        BOOST_REQUIRE_MESSAGE(run.exitCode == 0, run.err);
        const auto answer = json::parse(run.out).value();
        BOOST_TEST(answer["flashes"]["most"] == most, name << ": " << run.out);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest
