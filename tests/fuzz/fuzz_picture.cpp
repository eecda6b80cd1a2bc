// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a picture: refused, or as large as was said before it was decoded.
#include "content/picture/picture.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    constexpr picture::Limits kSmall{1'000'000, 1'000'000};
    const auto told = picture::sizeOf(text, kSmall);
    const auto pixels = picture::decode(text, kSmall);
    if (!pixels) {
        return 0;
    }
    const bool whole = pixels->bgra.size() == static_cast<std::size_t>(pixels->width) *
                                                  static_cast<std::size_t>(pixels->height) * 4;
    if (!told || told->width != pixels->width || told->height != pixels->height || !whole) {
        std::abort();
    }
    return 0;
}
