// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Two walks; never past the end of the bytes.
#include "content/picture/chunks.h"

#include "content/picture/bytes.h"

namespace jtv::picture {

std::string_view pngChunk(std::string_view png, std::string_view name)
{
    constexpr std::size_t kSignature = 8;
    const Bytes bytes(png);
    for (std::size_t at = kSignature; at + 12 <= png.size();) {
        const std::size_t length = bytes.four(at);
        if (png.substr(at + 4, 4) == name) {
            return png.substr(at + 8, length);
        }
        at += 12 + length;
    }
    return {};
}

std::string_view riffChunk(std::string_view riff, std::string_view name)
{
    constexpr std::size_t kHead = 12;
    const Bytes bytes(riff, false);
    for (std::size_t at = kHead; at + 8 <= riff.size();) {
        const std::size_t length = bytes.four(at + 4);
        if (riff.substr(at, 4) == name) {
            return riff.substr(at + 8, length);
        }
        at += 8 + length + length % 2;
    }
    return {};
}

} // namespace jtv::picture
