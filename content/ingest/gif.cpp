// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The first picture of a GIF by giflib; those that follow are never read.
#include "base/c_handle.h"
#include "content/ingest/foreign_picture.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <gif_lib.h>
#include <numeric>
#include <optional>
#include <vector>

namespace jtv::ingest {
namespace {

void closeGif(GifFileType* gif)
{
    DGifCloseFile(gif, nullptr);
}
using Gif = CHandle<GifFileType, closeGif>;

int readBytes(GifFileType* gif, GifByteType* to, int count)
{
    auto& rest = *static_cast<std::string_view*>(gif->UserData);
    const auto taken = std::min(rest.size(), static_cast<std::size_t>(std::max(count, 0)));
    std::memcpy(to, rest.data(), taken);
    rest.remove_prefix(taken);
    return static_cast<int>(taken);
}

Error damagedGif()
{
    return {ErrorKind::kInvalid, "the GIF is damaged; save it as a PNG picture"};
}

// Reads an extension to its end; the colour that is seen through, if it tells one.
Status skipExtension(GifFileType* gif, int& through)
{
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) != GIF_OK) {
        return damagedGif();
    }
    GraphicsControlBlock control{};
    if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
        DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
        through = control.TransparentColor;
    }
    while (block != nullptr) {
        if (DGifGetExtensionNext(gif, &block) != GIF_OK) {
            return damagedGif();
        }
    }
    return Done{};
}

// Up to the first picture's head; the colour that is seen through, or -1.
Result<int> findPicture(GifFileType* gif)
{
    int through = -1;
    GifRecordType kind = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(gif, &kind) == GIF_OK && kind == EXTENSION_RECORD_TYPE) {
        if (auto skipped = skipExtension(gif, through); !skipped) {
            return std::move(skipped).error();
        }
    }
    const bool found = kind == IMAGE_DESC_RECORD_TYPE && DGifGetImageDesc(gif) == GIF_OK;
    return found ? Result<int>(through) : Result<int>(damagedGif());
}

// The rows in the order they are stored: four passes when they are interlaced.
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> rows;
    if (!interlaced) {
        rows.resize(static_cast<std::size_t>(height));
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    constexpr std::array<std::pair<int, int>, 4> kPasses{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto& [first, step] : kPasses) {
        for (int y = first; y < height; y += step) {
            rows.push_back(y);
        }
    }
    return rows;
}

void paintRow(
    Pixels& pixels,
    const GifImageDesc& image,
    int y,
    const GifByteType* line,
    const ColorMapObject& colours,
    int through)
{
    if (y < 0 || y >= pixels.height) {
        return;
    }
    for (int x = 0; x < image.Width && image.Left + x < pixels.width; ++x) {
        if (line[x] == through || line[x] >= colours.ColorCount) {
            continue;
        }
        const auto& colour = colours.Colors[line[x]];
        auto* to = pixels.row(y) + std::ptrdiff_t{4} * (image.Left + x);
        to[0] = colour.Blue;
        to[1] = colour.Green;
        to[2] = colour.Red;
        to[3] = 255;
    }
}

// What follows the first picture is only counted; nullopt: the file stops within it.
class GifBlocks {
public:
    explicit GifBlocks(std::string_view bytes) : bytes_(bytes) {}

    std::optional<int> pictures()
    {
        at_ = 13 + tableAt(10);
        int count = 0;
        while (at_ < bytes_.size() && byte(at_) != 0x3B) { // the trailer
            const bool picture = byte(at_) == 0x2C;
            count += picture ? 1 : 0;
            // A picture has a head, perhaps a table, and the width of its codes before its data.
            at_ += picture ? std::size_t{11} + tableAt(at_ + 9) : 2;
            if (!skipData()) {
                return std::nullopt;
            }
        }
        return count;
    }

private:
    unsigned byte(std::size_t at) const
    {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    // Bytes of the table of colours that these flags tell of.
    std::size_t tableAt(std::size_t flags) const
    {
        return (byte(flags) & 0x80U) != 0 ? std::size_t{3} << ((byte(flags) & 7U) + 1) : 0;
    }
    bool skipData()
    {
        while (at_ < bytes_.size() && byte(at_) != 0) {
            at_ += byte(at_) + 1;
        }
        return at_++ < bytes_.size();
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace

bool gifMoves(std::string_view bytes)
{
    return GifBlocks(bytes).pictures().value_or(0) > 1;
}

Result<Pixels> decodeGif(std::string_view bytes, const Limits& limits)
{
    if (!GifBlocks(bytes).pictures()) {
        return damagedGif();
    }
    int fault = 0;
    const Gif gif(DGifOpen(&bytes, readBytes, &fault));
    if (!gif) {
        return damagedGif();
    }
    const auto through = findPicture(gif.get());
    if (!through) {
        return through.error();
    }
    const auto& image = gif->Image;
    const auto* colours = image.ColorMap != nullptr ? image.ColorMap : gif->SColorMap;
    const auto tooMany = [&limits](std::int64_t width, std::int64_t height) {
        return width <= 0 || height <= 0 ||
               static_cast<std::uint64_t>(width * height) > limits.imagePixels;
    };
    if (colours == nullptr || image.Left < 0 || image.Top < 0 ||
        tooMany(image.Width, image.Height) || tooMany(gif->SWidth, gif->SHeight)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the GIF has {}x{} pixels and cannot be shown; save it as a PNG picture",
                gif->SWidth,
                gif->SHeight)};
    }
    Pixels pixels(gif->SWidth, gif->SHeight);
    std::vector<GifByteType> line(static_cast<std::size_t>(image.Width));
    for (const int y : rowOrder(image.Height, image.Interlace)) {
        if (DGifGetLine(gif.get(), line.data(), image.Width) != GIF_OK) {
            return damagedGif();
        }
        paintRow(pixels, image, image.Top + y, line.data(), *colours, *through);
    }
    return pixels;
}

} // namespace jtv::ingest
