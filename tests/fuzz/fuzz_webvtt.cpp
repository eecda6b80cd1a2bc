// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as WebVTT: never a crash, and what was read is written and read back as the same.
#include "content/captions/captions.h"

#include <cstdint>
#include <cstdlib>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto read = jtv::captions::parseWebVtt(text, "fuzz");
    if (!read) {
        return 0;
    }
    const auto once = jtv::captions::writeWebVtt(read->track);
    const auto back = jtv::captions::parseWebVtt(once, "fuzz");
    if (!back || jtv::captions::writeWebVtt(back->track) != once) {
        std::abort();
    }
    return 0;
}
