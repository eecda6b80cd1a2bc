// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as SubRip: never a crash, and what was read can be written as WebVTT.
#include "content/captions/captions.h"

#include <cstdint>
#include <cstdlib>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto read = jtv::captions::parseSubRip(text, "fuzz");
    if (read && !jtv::captions::parseWebVtt(jtv::captions::writeWebVtt(read->track), "fuzz")) {
        std::abort();
    }
    return 0;
}
