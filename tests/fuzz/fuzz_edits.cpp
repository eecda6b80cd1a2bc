// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the heading of a film, which is changed in place.
#include "content/movie/edits.h"

#include <cstddef>
#include <cstdint>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    std::vector<std::uint8_t> box{0, 0, 0, 0, 'm', 'o', 'o', 'v'};
    box.insert(box.end(), bytes, bytes + size);
    for (std::size_t i = 0; i < 4; ++i) {
        box[3 - i] = static_cast<std::uint8_t>(box.size() >> 8U * i);
    }
    jtv::movie::stretchToEdits(box);
    return 0;
}
