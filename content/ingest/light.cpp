// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Y'CbCr by ITU-R BT.601, BT.709 or BT.2020 into linear light by the curve of sRGB.
#include "content/ingest/light.h"

#include "content/ingest/pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace jtv::ingest {
namespace {

constexpr int kPoints = 6; // of a cell, across and down

// Linear light of a value 0 … 255.
float linear(float value)
{
    static const auto kTable = [] {
        std::array<float, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double part = static_cast<double>(i) / 255;
            table[i] = static_cast<float>(
                part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
        }
        return table;
    }();
    return kTable[static_cast<std::size_t>(std::clamp(value + 0.5F, 0.F, 255.F))];
}

// What of red and blue makes the grey of a picture.
struct Weights {
    float red = 0.2126F;
    float blue = 0.0722F;
};

Weights weightsOf(const PictureFormat& format)
{
    const int matrix = format.colours.matrix;
    if (matrix == 9 || matrix == 10) {
        return {0.2627F, 0.0593F};
    }
    const bool small = matrix == 2 && format.size.height < 720;
    return matrix == 5 || matrix == 6 || small ? Weights{0.299F, 0.114F} : Weights{};
}

class Points {
public:
    Points(const PictureFormat& format, const Planes& planes)
        : format_(format), planes_(planes), weights_(weightsOf(format))
    {}

    Light at(int x, int y) const
    {
        const int half = x >> format_.halfWidth;
        const int row = y >> format_.halfHeight;
        const bool full = format_.colours.fullRange;
        const float grey = full ? sample(0, x, y) : (sample(0, x, y) - 16) * (255.F / 219);
        const float chroma = full ? 1 : 255.F / 224;
        const float blue = (sample(1, half, row) - 128) * chroma * 2 * (1 - weights_.blue);
        const float red = (sample(2, half, row) - 128) * chroma * 2 * (1 - weights_.red);
        const float green =
            (weights_.red * red + weights_.blue * blue) / (1 - weights_.red - weights_.blue);
        return {linear(grey + red), linear(grey - green), linear(grey + blue)};
    }

private:
    // 0 … 255
    float sample(std::size_t plane, int x, int y) const
    {
        const auto* row = planes_.data[plane] + planes_.stride[plane] * y;
        if (format_.depth <= 8) {
            return row[x];
        }
        const auto low = static_cast<unsigned>(row[std::ptrdiff_t{2} * x]);
        const auto high = static_cast<unsigned>(row[std::ptrdiff_t{2} * x + 1]);
        const auto scale = static_cast<float>(1U << static_cast<unsigned>(format_.depth - 8));
        return static_cast<float>(low | (high << 8U)) / scale;
    }

    const PictureFormat& format_;
    const Planes& planes_;
    Weights weights_;
};

// The cells that a picture of this shape covers of a screen of 16:9.
LightGrid gridFor(Size size)
{
    const double shape = static_cast<double>(size.width) / size.height;
    constexpr double kScreen = 16.0 / 9;
    LightGrid grid;
    grid.down = std::max(1, static_cast<int>(kCellsDown * std::min(1.0, kScreen / shape)));
    grid.across = std::max(1, static_cast<int>(kCellsDown * std::min(kScreen, shape)));
    return grid;
}

Light meanOf(const Points& points, int left, int top, int right, int bottom)
{
    Light mean;
    constexpr float kShare = 1.F / (kPoints * kPoints);
    for (int j = 0; j < kPoints; ++j) {
        const int y = top + (bottom - top) * (2 * j + 1) / (2 * kPoints);
        for (int i = 0; i < kPoints; ++i) {
            const auto light = points.at(left + (right - left) * (2 * i + 1) / (2 * kPoints), y);
            mean.red += light.red * kShare;
            mean.green += light.green * kShare;
            mean.blue += light.blue * kShare;
        }
    }
    return mean;
}

} // namespace

LightGrid lightOf(const PictureFormat& format, const Planes& planes)
{
    const auto [width, height] = format.size;
    auto grid = gridFor(format.size);
    const Points points(format, planes);
    grid.cells.reserve(static_cast<std::size_t>(grid.across) * static_cast<std::size_t>(grid.down));
    for (int y = 0; y < grid.down; ++y) {
        for (int x = 0; x < grid.across; ++x) {
            grid.cells.push_back(meanOf(
                points,
                width * x / grid.across,
                height * y / grid.down,
                width * (x + 1) / grid.across,
                height * (y + 1) / grid.down));
        }
    }
    return grid;
}

Result<std::optional<model::Flashes>> measureFlashes(
    const std::filesystem::path& file,
    const Cancelled& cancelled,
    const std::function<void(Nanoseconds)>& tick)
{
    const auto unlessBroken = [](Error error) -> Result<std::optional<model::Flashes>> {
        return error.kind == ErrorKind::kInvalid
                   ? Result<std::optional<model::Flashes>>(std::nullopt)
                   : std::move(error);
    };
    auto pictures = Pictures::open(file, false, cancelled);
    if (!pictures) {
        return unlessBroken(pictures.error());
    }
    FlashCounter counter;
    while (true) {
        const auto picture = pictures->next(cancelled);
        if (!picture) {
            return unlessBroken(picture.error());
        }
        if (*picture == nullptr) {
            return std::optional(counter.worst());
        }
        if (**picture) {
            counter.see(lightOf((*picture)->format(), (*picture)->planes()), (*picture)->time());
        }
        if (tick) {
            tick((*picture)->time());
        }
    }
}

} // namespace jtv::ingest
