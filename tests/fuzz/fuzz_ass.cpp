// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as SubStation Alpha, and as one of its stream's events: never a crash.
#include "content/captions/ass.h"
#include "content/captions/captions.h"

#include <cstdint>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto read = jtv::captions::parseAss(text, "fuzz");
    const auto half = size / 2;
    const auto script = jtv::captions::AssScript::fromHeader(text.substr(0, half));
    return script.matroskaEvent(text.substr(half)) && read ? 0 : 0;
}
