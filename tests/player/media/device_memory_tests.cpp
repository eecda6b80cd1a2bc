// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Who waits for memory that devices share.
#include "player/media/device_memory.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>
#include <thread>
#include <vector>

namespace jtv::media {
namespace {

constexpr std::uint64_t kMega = 1 << 20U;

// As a Raspberry Pi 4 with cma-512 writes it, shortened.
constexpr std::string_view kPi4 = "MemTotal:        3884332 kB\n"
                                  "MemFree:          188476 kB\n"
                                  "VmallocChunk:          0 kB\n"
                                  "CmaTotal:         524288 kB\n"
                                  "CmaFree:          441276 kB\n";
constexpr std::string_view kNothingAside = "MemTotal:        8131588 kB\n"
                                           "CmaTotal:              0 kB\n"
                                           "CmaFree:               0 kB\n";

std::string withTotal(std::uint64_t megabytes)
{
    return "CmaTotal: " + std::to_string(megabytes << 10U) + " kB\n";
}

Stream streamOf(int width, int height, int bitDepth = 8)
{
    return {"video/x-h264", width, height, 30, bitDepth};
}

BOOST_AUTO_TEST_SUITE(device_memory)

BOOST_AUTO_TEST_CASE(limit_is_what_is_set_aside_without_the_displays_part)
{
    BOOST_TEST(memoryForDecoders(kPi4, false) > 460 * kMega);
    BOOST_TEST(memoryForDecoders(kPi4, false) < 512 * kMega);
    BOOST_TEST(memoryForDecoders(withTotal(16), false) > 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_limited_where_nothing_is_set_aside_or_an_iommu_maps)
{
    BOOST_TEST(memoryForDecoders(kNothingAside, false) == 0);
    BOOST_TEST(memoryForDecoders("", false) == 0);
    BOOST_TEST(memoryForDecoders("CmaTotal:", false) == 0);
    BOOST_TEST(memoryForDecoders("CmaTotal: lots kB\n", false) == 0);
    BOOST_TEST(memoryForDecoders(kPi4, true) == 0);
}

BOOST_AUTO_TEST_CASE(two_videos_of_1080p_fit_into_256_megabytes)
{
    DeviceMemory memory(memoryForDecoders(withTotal(256), false));
    const auto bytes = memoryFor(streamOf(1920, 1080));
    const auto playing = memory.take(bytes);
    const auto next = memory.take(bytes);
    BOOST_TEST((playing && next));
}

BOOST_AUTO_TEST_CASE(second_large_video_waits_until_the_first_has_gone)
{
    DeviceMemory memory(memoryForDecoders(withTotal(256), false));
    const auto bytes = memoryFor(streamOf(3840, 2160, 10));
    auto playing = memory.take(bytes);
    BOOST_TEST((playing != nullptr));
    BOOST_TEST((memory.take(bytes) == nullptr));
    playing.reset();
    BOOST_TEST((memory.take(bytes) != nullptr));
}

BOOST_AUTO_TEST_CASE(one_that_is_alone_or_due_is_never_refused)
{
    DeviceMemory memory(memoryForDecoders(withTotal(64), false));
    const auto bytes = memoryFor(streamOf(3840, 2160));
    const auto alone = memory.take(bytes);
    BOOST_TEST((alone != nullptr));
    BOOST_TEST((memory.takeAnyway(bytes) != nullptr));
}

BOOST_AUTO_TEST_CASE(larger_and_deeper_pictures_want_more)
{
    BOOST_TEST(memoryFor(streamOf(1280, 720)) < memoryFor(streamOf(1920, 1080)));
    BOOST_TEST(memoryFor(streamOf(1920, 1080)) < memoryFor(streamOf(1920, 1080, 10)));
    BOOST_TEST(memoryFor(streamOf(1920, 1080)) < memoryFor(streamOf(3840, 2160)));
    BOOST_TEST(memoryFor(streamOf(0, 0)) == memoryFor(streamOf(1920, 1088)));
    // At least the pictures of the decoder, those decoded ahead and the two on the display.
    BOOST_TEST(memoryFor(streamOf(1920, 1080)) > 12U * 3'133'440U);
}

// Against a plain sum: never more than the limit at once, whoever takes and gives back when.
BOOST_AUTO_TEST_CASE(shares_never_exceed_the_limit_and_all_come_back)
{
    constexpr std::uint64_t kLimit = 100;
    DeviceMemory memory(kLimit);
    std::atomic<std::uint64_t> held{0};
    std::atomic<int> excesses{0};
    const auto work = [&](unsigned seed) {
        std::mt19937 random(seed);
        for (int round = 0; round < 2000; ++round) {
            const std::uint64_t bytes = 1 + random() % 40;
            if (auto share = memory.take(bytes); share) {
                excesses += (held += bytes) > kLimit ? 1 : 0;
                held -= bytes;
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (const unsigned seed : {1U, 2U, 3U, 4U}) {
            threads.emplace_back(work, seed);
        }
    }
    BOOST_TEST(excesses == 0);
    BOOST_TEST((memory.take(kLimit) != nullptr));
    BOOST_TEST((memory.take(kLimit) != nullptr)); // nothing of the first one is left
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media
