// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The memory that decoders and display share. Each buffer of a decoder is one piece of it; one of
// 1920 × 1088 with 8 bits takes 3,133,440 bytes on a Raspberry Pi (its Linux, issue 3390).
#include "player/media/device_memory.h"

#include "base/file.h"
#include "player/media/hardware.h"
#include "player/media/log.h"
#include "player/media/pipeline.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace jtv::media {
namespace {

constexpr std::uint64_t kFullHdPixels = std::uint64_t{1920} * 1088;
// The interface in three buffers and captions in two, 32 bits a pixel.
constexpr std::uint64_t kDisplayBytes = std::uint64_t{5} * 4 * 1920 * 1080;
// Pictures that a decoder keeps to decode others: as many as levels 4.2 of H.264 and 5.1 of HEVC
// let it, which are the more the smaller they are.
constexpr std::uint64_t kReferencePixels = std::uint64_t{34'816} * 256;
constexpr std::uint64_t kFewestReferences = 6;
constexpr std::uint64_t kMostReferences = 16;
// One that is being decoded, one taken out of the pipeline, one shown and one about to be.
constexpr std::uint64_t kOnTheirWay = 4;
// Pieces of the coded stream that a driver of a Raspberry Pi has (its Linux, issue 3171).
constexpr std::uint64_t kCodedBytes = std::uint64_t{2} * 786'432;

constexpr std::uint64_t kMega = 1 << 20U;

std::uint64_t blocks(int length)
{
    return (static_cast<std::uint64_t>(length) + 15) / 16 * 16;
}

bool iommuHere()
{
    std::error_code none;
    const std::filesystem::directory_iterator units("/sys/class/iommu", none);
    return !none && units != std::filesystem::directory_iterator();
}

} // namespace

std::uint64_t memoryForDecoders(std::string_view meminfo, bool mapped)
{
    constexpr std::string_view kField = "CmaTotal:";
    const auto field = meminfo.find(kField);
    if (field == std::string_view::npos || mapped) {
        return 0;
    }
    auto text = meminfo.substr(field + kField.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::uint64_t kilobytes = 0;
    std::from_chars(text.data(), text.data() + text.size(), kilobytes);
    if (kilobytes == 0) {
        return 0;
    }
    const std::uint64_t bytes = kilobytes << 10U;
    return bytes > kDisplayBytes ? bytes - kDisplayBytes : 1;
}

std::uint64_t memoryFor(const Stream& stream)
{
    const bool known = stream.width > 0 && stream.height > 0;
    const auto pixels = known ? blocks(stream.width) * blocks(stream.height) : kFullHdPixels;
    const auto references =
        std::clamp(kReferencePixels / pixels, kFewestReferences, kMostReferences);
    // Three samples of 10 bits lie in four bytes.
    const auto bytes = stream.bitDepth > 8 ? pixels * 2 : pixels * 3 / 2;
    return (references + kFramesAhead + kOnTheirWay) * bytes + kCodedBytes;
}

DeviceMemory::Share DeviceMemory::shareOf(std::uint64_t bytes) const
{
    return {taken_.get(), [count = taken_, bytes](const void*) { *count -= bytes; }};
}

DeviceMemory::Share DeviceMemory::take(std::uint64_t bytes)
{
    std::uint64_t taken = *taken_;
    do {
        if (limit_ > 0 && taken > 0 && taken + bytes > limit_) {
            return nullptr;
        }
    } while (!taken_->compare_exchange_weak(taken, taken + bytes));
    return shareOf(bytes);
}

DeviceMemory::Share DeviceMemory::takeAnyway(std::uint64_t bytes)
{
    *taken_ += bytes;
    return shareOf(bytes);
}

DeviceMemory deviceMemoryHere()
{
    if (thisBoard() == Board::kNone) {
        return DeviceMemory();
    }
    constexpr std::size_t kMostText = 65'536;
    const auto text = readFile("/proc/meminfo", kMostText);
    const auto limit = memoryForDecoders(text ? *text : std::string(), iommuHere());
    const auto two = 2 * memoryFor({"video/x-h264", 1920, 1080, 30});
    if (limit > 0 && limit < two) {
        kLog.warning(
            "decoders have {} MB of contiguous memory, two videos of 1080p want {} MB: large ones "
            "are prepared only when the one before has ended, which may be seen; add cma=256M to "
            "the kernel's command line, or dtoverlay=vc4-kms-v3d,cma-256 to config.txt",
            limit / kMega,
            two / kMega);
    } else if (limit > 0) {
        kLog.info("decoders have {} MB of contiguous memory", limit / kMega);
    }
    return DeviceMemory(limit);
}

} // namespace jtv::media
