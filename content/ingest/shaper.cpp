// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Scale and colours by zimg, highlights by ToneMap, then each plane is turned onto the canvas.
#include "content/ingest/shaper.h"

#include "content/ingest/resample.h"
#include "content/ingest/tone_map.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr int kUntoldMatrix = 2;
constexpr int kBt709 = 1;
constexpr int kBt601 = 6;
constexpr int kBt2020 = 9;
constexpr int kPq = 16;
constexpr int kHlg = 18;
constexpr int kHdTop = 720; // rows from which a file that does not say is taken for BT.709

bool isHdr(const Colours& colours)
{
    return colours.transfer == kPq || colours.transfer == kHlg;
}

// What the file says, and what is usual where it says nothing.
Colours completed(const PictureFormat& format)
{
    auto colours = format.colours;
    const int usual = std::max(format.size.width, format.size.height) >= 1280 ||
                              std::min(format.size.width, format.size.height) >= kHdTop
                          ? kBt709
                          : kBt601;
    colours.matrix =
        colours.matrix == kUntoldMatrix || colours.matrix == 0 ? usual : colours.matrix;
    // Those of ordinary pictures are so alike that a conversion costs more than it mends.
    colours.primaries = isHdr(colours) || colours.primaries == kBt2020 ? kBt2020 : kBt709;
    // All curves of ordinary pictures are shown by the same screens in the same way.
    colours.transfer = isHdr(colours) ? colours.transfer : kBt709;
    return colours;
}

zimg_image_format zimgFormat(const PictureFormat& from, const Colours& colours)
{
    zimg_image_format format;
    zimg_image_format_default(&format, ZIMG_API_VERSION);
    format.width = static_cast<unsigned>(from.size.width & ~1);
    format.height = static_cast<unsigned>(from.size.height & ~1);
    format.pixel_type = from.depth > 8 ? ZIMG_PIXEL_WORD : ZIMG_PIXEL_BYTE;
    format.depth = static_cast<unsigned>(from.depth);
    format.subsample_w = static_cast<unsigned>(from.halfWidth);
    format.subsample_h = static_cast<unsigned>(from.halfHeight);
    format.color_family = ZIMG_COLOR_YUV;
    format.matrix_coefficients = static_cast<zimg_matrix_coefficients_e>(colours.matrix);
    format.transfer_characteristics =
        static_cast<zimg_transfer_characteristics_e>(colours.transfer);
    format.color_primaries = static_cast<zimg_color_primaries_e>(colours.primaries);
    format.pixel_range = colours.fullRange ? ZIMG_RANGE_FULL : ZIMG_RANGE_LIMITED;
    return format;
}

zimg_image_format finishedFormat(Size size)
{
    PictureFormat format;
    format.size = size;
    return zimgFormat(format, {kBt709, kBt709, kBt709, false});
}

zimg_image_format linearFormat(Size size, int primaries)
{
    zimg_image_format format;
    zimg_image_format_default(&format, ZIMG_API_VERSION);
    format.width = static_cast<unsigned>(size.width);
    format.height = static_cast<unsigned>(size.height);
    format.pixel_type = ZIMG_PIXEL_FLOAT;
    format.depth = 32;
    format.color_family = ZIMG_COLOR_RGB;
    format.matrix_coefficients = ZIMG_MATRIX_RGB;
    format.transfer_characteristics = ZIMG_TRANSFER_LINEAR;
    format.color_primaries = static_cast<zimg_color_primaries_e>(primaries);
    format.pixel_range = ZIMG_RANGE_FULL;
    return format;
}

// A plane of the canvas, or a part of one.
struct Area {
    std::uint8_t* data;
    std::ptrdiff_t stride;
    int width;
    int height;
};

// Where a plane's first sample goes when it is turned, and the steps there for one to the right and
// one down.
struct Walk {
    std::uint8_t* origin;
    std::ptrdiff_t right;
    std::ptrdiff_t down;
};

Walk walkOf(const Area& to, int degrees)
{
    const auto lastColumn = static_cast<std::ptrdiff_t>(to.width) - 1;
    const auto lastRow = (to.height - 1) * to.stride;
    switch (degrees) {
    case 90:
        return {to.data + lastColumn, to.stride, -1};
    case 180:
        return {to.data + lastColumn + lastRow, -1, -to.stride};
    case 270:
        return {to.data + lastRow, -to.stride, 1};
    default:
        return {to.data, 1, to.stride};
    }
}

// A row's part from `left` to `right`.
void turnRow(const std::uint8_t* from, std::uint8_t* to, std::ptrdiff_t step, int count)
{
    if (step == 1) {
        std::memcpy(to, from, static_cast<std::size_t>(count));
        return;
    }
    for (int x = 0; x < count; ++x) {
        *to = from[x];
        to += step;
    }
}

// Turns clockwise; strips keep both the rows read and the rows written in the cache.
void turn(const std::uint8_t* from, std::ptrdiff_t fromStride, const Area& to, int degrees)
{
    const bool quarter = degrees % 180 != 0;
    const int width = quarter ? to.height : to.width; // of the source
    const int height = quarter ? to.width : to.height;
    const int strip = quarter ? 32 : width;
    const auto walk = walkOf(to, degrees);
    for (int left = 0; left < width; left += strip) {
        for (int y = 0; y < height; ++y) {
            turnRow(
                from + y * fromStride + left,
                walk.origin + y * walk.down + left * walk.right,
                walk.right,
                std::min(strip, width - left));
        }
    }
}

Area planeOf(std::uint8_t* canvas, Size size, std::size_t plane)
{
    const int half = plane == 0 ? 1 : 2;
    const auto luma = static_cast<std::ptrdiff_t>(size.width) * size.height;
    const auto offset = plane == 0 ? 0 : luma + (plane == 2 ? luma / 4 : 0);
    return {canvas + offset, size.width / half, size.width / half, size.height / half};
}

void fill(const Area& area, int value)
{
    for (int y = 0; y < area.height; ++y) {
        std::memset(area.data + y * area.stride, value, static_cast<std::size_t>(area.width));
    }
}

// The middle of the picture, so small that nothing in it can be made out.
constexpr Size kBlur{32, 18};

} // namespace

std::size_t bytesOf(Size canvas)
{
    return static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height) * 3 / 2;
}

struct Shaper::Parts {
    PictureFormat format;
    Recipe recipe;
    AlignedPlanes source;  // a copy of pictures whose memory is not aligned
    AlignedPlanes linear;  // of pictures with high dynamic range
    AlignedPlanes picture; // finished but for turning
    AlignedPlanes tiny;    // of the blurred surround
    AlignedPlanes surround;
    std::optional<Conversion> toFinished;
    std::optional<Conversion> toLinear;
    std::optional<Conversion> fromLinear;
    std::optional<Conversion> toTiny;
    std::optional<Conversion> fromTiny;
    std::optional<ToneMap> toneMap;

    Status plan();
    Status planSurround(Size canvas);
    zimg_image_buffer_const aligned(const Planes& from);
    Status convert(const zimg_image_buffer_const& from);
    Status blur();
    void drawSurround(std::uint8_t* canvas) const;
    void drawPicture(std::uint8_t* canvas) const;
};

namespace {

Status keep(Result<Conversion> made, std::optional<Conversion>& into)
{
    if (!made) {
        return std::move(made).error();
    }
    into.emplace(std::move(*made));
    return Done{};
}

Size unturned(Size size, int degrees)
{
    return degrees % 180 != 0 ? Size{size.height, size.width} : size;
}

} // namespace

Status Shaper::Parts::plan()
{
    const auto colours = completed(format);
    const auto from = zimgFormat(format, colours);
    const auto size = unturned(recipe.picture, recipe.rotation);
    const auto to = finishedFormat(size);
    source = AlignedPlanes(from);
    picture = AlignedPlanes(to);
    if (isHdr(colours)) {
        const auto light = linearFormat(size, colours.primaries);
        linear = AlignedPlanes(light);
        toneMap.emplace(format.peak);
        auto first = keep(Conversion::make(from, light, kSdrWhite), toLinear);
        if (!first) {
            return first;
        }
        if (auto second = keep(Conversion::make(light, to, kSdrWhite), fromLinear); !second) {
            return second;
        }
    } else if (auto made = keep(Conversion::make(from, to, kSdrWhite), toFinished); !made) {
        return made;
    }
    return recipe.surround == Surround::kBlurred ? planSurround(recipe.canvas) : Status(Done{});
}

// Out of the finished picture's middle, as broad as the canvas is, small and large again.
Status Shaper::Parts::planSurround(Size canvas)
{
    const auto size = unturned(recipe.picture, recipe.rotation);
    const auto broad = unturned(canvas, recipe.rotation);
    auto middle = finishedFormat(size);
    const double wide =
        std::min<double>(size.width, size.height * double(broad.width) / broad.height);
    const double high = wide * broad.height / broad.width;
    middle.active_region = {(size.width - wide) / 2, (size.height - high) / 2, wide, high};
    const auto small = finishedFormat(unturned(kBlur, broad.width < broad.height ? 90 : 0));
    const auto large = finishedFormat(broad);
    tiny = AlignedPlanes(small);
    surround = AlignedPlanes(large);
    if (auto made = keep(Conversion::make(middle, small, kSdrWhite), toTiny); !made) {
        return made;
    }
    return keep(Conversion::make(small, large, kSdrWhite), fromTiny);
}

zimg_image_buffer_const Shaper::Parts::aligned(const Planes& from)
{
    for (std::size_t plane = 0; plane < 3; ++plane) {
        for (unsigned y = 0; y < source.rows(plane); ++y) {
            std::memcpy(
                source.row(plane, y),
                from.data[plane] + static_cast<std::ptrdiff_t>(y) * from.stride[plane],
                source.rowBytes(plane));
        }
    }
    return source.readable();
}

void Shaper::Parts::drawSurround(std::uint8_t* canvas) const
{
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto area = planeOf(canvas, recipe.canvas, plane);
        if (recipe.surround == Surround::kBlurred) {
            turn(surround.row(plane, 0), surround.stride(plane), area, recipe.rotation);
        } else {
            fill(area, plane == 0 ? 16 : 128);
        }
    }
}

Shaper::Shaper(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

Result<Shaper> Shaper::make(const PictureFormat& from, const Recipe& recipe)
{
    auto parts = std::make_unique<Parts>();
    parts->format = from;
    parts->recipe = recipe;
    if (auto planned = parts->plan(); !planned) {
        return std::move(planned).error();
    }
    return Shaper(std::move(parts));
}

bool Shaper::isIdentity() const
{
    const auto& format = parts_->format;
    const auto& recipe = parts_->recipe;
    const auto colours = completed(format);
    return format.size == recipe.canvas && recipe.picture == recipe.canvas &&
           recipe.rotation == 0 && format.depth == 8 && format.halfWidth == 1 &&
           format.halfHeight == 1 && colours == Colours{kBt709, kBt709, kBt709, false};
}

Status Shaper::Parts::convert(const zimg_image_buffer_const& from)
{
    if (!toneMap) {
        return toFinished->run(from, picture.writable());
    }
    if (auto lit = toLinear->run(from, linear.writable()); !lit) {
        return lit;
    }
    for (unsigned y = 0; y < linear.rows(0); ++y) {
        const auto samples = [&](std::size_t plane) {
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zimg's floats
            return reinterpret_cast<float*>(linear.row(plane, y));
        };
        toneMap->apply(samples(0), samples(1), samples(2), linear.rowBytes(0) / sizeof(float));
    }
    return fromLinear->run(linear.readable(), picture.writable());
}

Status Shaper::Parts::blur()
{
    auto small = toTiny->run(picture.readable(), tiny.writable());
    return small ? fromTiny->run(tiny.readable(), surround.writable()) : small;
}

void Shaper::Parts::drawPicture(std::uint8_t* canvas) const
{
    const int left = (recipe.canvas.width - recipe.picture.width) / 4 * 2;
    const int top = (recipe.canvas.height - recipe.picture.height) / 4 * 2;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int half = plane == 0 ? 1 : 2;
        auto area = planeOf(canvas, recipe.canvas, plane);
        area.data += left / half + top / half * area.stride;
        area.width = recipe.picture.width / half;
        area.height = recipe.picture.height / half;
        turn(picture.row(plane, 0), picture.stride(plane), area, recipe.rotation);
    }
}

Status Shaper::shape(const Planes& from, std::uint8_t* canvas)
{
    auto& parts = *parts_;
    auto done = parts.convert(parts.aligned(from));
    if (done && parts.toTiny) {
        done = parts.blur();
    }
    if (!done) {
        return done;
    }
    if (parts.recipe.surround != Surround::kNone) {
        parts.drawSurround(canvas);
    }
    parts.drawPicture(canvas);
    return done;
}

} // namespace jtv::ingest
