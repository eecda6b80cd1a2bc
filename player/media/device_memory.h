// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The memory that decoders and display share (the kernel's CMA): what there is, what a video takes,
// and who has to wait for it.
#pragma once

#include "player/media/ladder.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

namespace jtv::media {

// What decoders may take, in bytes, by the text of /proc/meminfo: what the kernel has set aside in
// one piece without the display's part. 0 = without a limit: nothing is set aside, or `mapped`, an
// IOMMU lets devices use any memory. (CmaFree tells nothing: the page cache borrows from it.)
std::uint64_t memoryForDecoders(std::string_view meminfo, bool mapped);

// What a decoder in hardware takes for a video, in bytes, with the pictures that the player holds;
// estimated, and one of unknown size counts as 1080p.
std::uint64_t memoryFor(const Stream& stream);

// Thread-safe; copies share one account.
class DeviceMemory {
public:
    // Whoever has it last gives it back; non-null.
    using Share = std::shared_ptr<const void>;

    explicit DeviceMemory(std::uint64_t limit = 0) : limit_(limit) {} // bytes; 0 = none

    // Null: others have too much of it. One that would be the only one is never refused.
    Share take(std::uint64_t bytes);
    Share takeAnyway(std::uint64_t bytes);

private:
    using Count = std::atomic<std::uint64_t>;
    Share shareOf(std::uint64_t bytes) const;

    std::uint64_t limit_;
    std::shared_ptr<Count> taken_ = std::make_shared<Count>(0); // bytes
};

// That of this machine; reads /proc and /sys, needs start(). Warns with the fix where two videos of
// 1080p do not fit.
DeviceMemory deviceMemoryHere();

} // namespace jtv::media
