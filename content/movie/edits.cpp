// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Boxes within boxes, each read within the bounds of the one around it.
#include "content/movie/edits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace jtv::movie {
namespace {

using Bytes = std::span<std::uint8_t>;

constexpr std::size_t kHead = 8; // size and name

// Big-endian; 0 outside the box.
std::uint64_t number(Bytes box, std::size_t at, std::size_t length)
{
    if (box.size() < length || at > box.size() - length) {
        return 0;
    }
    std::uint64_t value = 0;
    for (const auto byte : box.subspan(at, length)) {
        value = value << 8U | byte;
    }
    return value;
}

bool isCalled(Bytes box, std::string_view name)
{
    return box.size() >= kHead && std::equal(name.begin(), name.end(), box.begin() + 4);
}

// Calls `visit` with what is in each box of that name, one after the other.
template <typename Visit>
void forEach(Bytes boxes, std::string_view name, const Visit& visit)
{
    while (boxes.size() >= kHead) {
        const auto size = number(boxes, 0, 4);
        if (size < kHead || size > boxes.size()) {
            return; // 64-bit sizes are for media, not for what describes it
        }
        const auto box = boxes.first(static_cast<std::size_t>(size));
        if (isCalled(box, name)) {
            visit(box.subspan(kHead));
        }
        boxes = boxes.subspan(box.size());
    }
}

std::optional<Bytes> firstOf(Bytes boxes, std::string_view name)
{
    std::optional<Bytes> found;
    forEach(boxes, name, [&found](Bytes box) { found = found.value_or(box); });
    return found;
}

// Of 'mvhd' and 'mdhd', which begin alike.
struct Header {
    std::uint64_t scale = 0; // units a second
    std::size_t lengthAt = 0;
    std::size_t lengthSize = 0;
};
Header headerOf(Bytes box)
{
    const bool wide = number(box, 0, 1) == 1;
    return {
        number(box, wide ? 20 : 12, 4), std::size_t{wide ? 24U : 16U}, std::size_t{wide ? 8U : 4U}};
}

// Where the last edit of a track ends in its media, in units of the film.
std::uint64_t endInMedia(Bytes track, std::uint64_t scale)
{
    const auto media = firstOf(track, "mdia");
    const auto header = media ? firstOf(*media, "mdhd") : std::nullopt;
    const auto edits = firstOf(track, "edts");
    const auto list = edits ? firstOf(*edits, "elst") : std::nullopt;
    const auto mediaScale = header ? headerOf(*header).scale : 0;
    if (!list || mediaScale == 0) {
        return 0;
    }
    const std::size_t width = number(*list, 0, 1) == 1 ? 8 : 4;
    const std::size_t entry = 2 * width + 4;
    const auto empty = width == 8 ? ~std::uint64_t{0} : std::uint64_t{0xFFFFFFFF};
    const auto count = std::min<std::uint64_t>(number(*list, 4, 4), list->size() / entry);
    double end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto length = number(*list, 8 + i * entry, width);
        const auto begin = number(*list, 8 + i * entry + width, width);
        if (begin != empty) {
            const double lead = static_cast<double>(begin) / static_cast<double>(mediaScale);
            end = std::max(end, lead * static_cast<double>(scale) + static_cast<double>(length));
        }
    }
    constexpr double kMost = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::uint64_t>(std::ceil(std::min(end, kMost)));
}

} // namespace

bool stretchToEdits(std::span<std::uint8_t> moov)
{
    if (!isCalled(moov, "moov") || number(moov, 0, 4) != moov.size()) {
        return false;
    }
    const auto inside = moov.subspan(kHead);
    const auto film = firstOf(inside, "mvhd");
    if (!film) {
        return false;
    }
    const auto header = headerOf(*film);
    std::uint64_t needed = 0;
    forEach(inside, "trak", [&](Bytes track) {
        needed = std::max(needed, endInMedia(track, header.scale));
    });
    const auto length = number(*film, header.lengthAt, header.lengthSize);
    if (length == 0 || needed <= length || film->size() < header.lengthAt + header.lengthSize) {
        return false; // a length of 0 is said elsewhere, in fragments
    }
    for (std::size_t i = 0; i < header.lengthSize; ++i) {
        (*film)[header.lengthAt + header.lengthSize - 1 - i] =
            static_cast<std::uint8_t>(needed >> 8U * i);
    }
    return true;
}

} // namespace jtv::movie
