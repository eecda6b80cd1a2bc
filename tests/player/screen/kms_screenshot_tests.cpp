// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A plane's memory is read as it lies, in rows and in Broadcom's columns.
#include "player/screen/kms_screenshot.h"

#include <boost/test/unit_test.hpp>

#include <drm_fourcc.h>
#include <vector>

namespace jtv::screen {
namespace {

constexpr int kWidth = 300; // two columns of 128 and one of 44
constexpr int kHeight = 10;

int luma(int x, int y)
{
    return 16 + (x * 7 + y * 31) % 200;
}

int chroma(int x, int y)
{
    return 100 + (x * 3 + y * 5) % 60; // x in bytes: U and V in turn
}

PlaneMemory describe(const std::vector<std::uint8_t>& bytes)
{
    PlaneMemory memory;
    memory.data = bytes.data();
    memory.fourcc = DRM_FORMAT_NV12;
    memory.width = kWidth;
    memory.height = kHeight;
    return memory;
}

// Row by row, and in columns of 128 bytes whose rows follow each other, Y above UV.
std::vector<std::uint8_t> inRows()
{
    std::vector<std::uint8_t> bytes;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            bytes.push_back(static_cast<std::uint8_t>(luma(x, y)));
        }
    }
    for (int y = 0; y < kHeight / 2; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            bytes.push_back(static_cast<std::uint8_t>(chroma(x, y)));
        }
    }
    return bytes;
}

constexpr int kColumnRows = kHeight + kHeight / 2 + 1; // one row between the columns is not used

std::vector<std::uint8_t> inColumns()
{
    std::vector<std::uint8_t> bytes;
    for (int column = 0; column < 3; ++column) {
        for (int row = 0; row < kColumnRows; ++row) {
            for (int x = 128 * column; x < 128 * (column + 1); ++x) {
                const int value = row < kHeight ? luma(x, row) : chroma(x, row - kHeight);
                bytes.push_back(static_cast<std::uint8_t>(x < kWidth ? value : 0));
            }
        }
    }
    return bytes;
}

BOOST_AUTO_TEST_SUITE(kms_screenshot)

BOOST_AUTO_TEST_CASE(broadcoms_columns_give_the_same_picture_as_rows)
{
    const auto rows = inRows();
    PlaneMemory linear = describe(rows);
    linear.pitches = {kWidth, kWidth};
    linear.offsets = {0, kWidth * kHeight};
    const auto columns = inColumns();
    PlaneMemory sand = describe(columns);
    sand.modifier = 0x0700000000000004 | std::uint64_t{kColumnRows} << 8U; // SAND128
    sand.offsets = {0, 128 * kHeight};
    const auto expected = readPlane(linear);
    const auto found = readPlane(sand);
    BOOST_REQUIRE(expected);
    BOOST_REQUIRE(found);
    BOOST_TEST((expected->bgra == found->bgra));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_refused_by_name)
{
    const auto rows = inRows();
    PlaneMemory memory = describe(rows);
    memory.modifier = DRM_FORMAT_MOD_BROADCOM_VC4_T_TILED;
    const auto read = readPlane(memory);
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().message.starts_with("video plane not readable: NV12"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
