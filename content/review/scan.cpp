// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Panel → camera picture → ZBar.
#include "content/review/scan.h"

#include "base/c_handle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <zbar.h>

namespace jtv::review {
namespace {

// 0 … 1 of full scale, encoded as a camera delivers it.
struct Grey {
    int width = 0;
    int height = 0;
    std::vector<float> values; // row by row

    float& at(int x, int y)
    {
        return values
            [static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x)];
    }
};

Grey blank(int width, int height)
{
    return {
        width,
        height,
        std::vector<float>(
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 1.0F)};
}

using Scanner = CHandle<zbar::zbar_image_scanner_t, zbar::zbar_image_scanner_destroy>;
using Image = CHandle<zbar::zbar_image_t, zbar::zbar_image_destroy>;

ScannedCode codeOf(const zbar::zbar_symbol_t* symbol)
{
    ScannedCode code;
    code.text =
        std::string(zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol));
    const unsigned corners = zbar::zbar_symbol_get_loc_size(symbol);
    for (unsigned i = 0; i < corners; ++i) {
        const double x = zbar::zbar_symbol_get_loc_x(symbol, i);
        const double y = zbar::zbar_symbol_get_loc_y(symbol, i);
        code.left = i == 0 ? x : std::min(code.left, x);
        code.right = i == 0 ? x : std::max(code.right, x);
        code.top = i == 0 ? y : std::min(code.top, y);
        code.bottom = i == 0 ? y : std::max(code.bottom, y);
    }
    return code;
}

// `step`: every so many lines are looked at, across and down.
std::vector<ScannedCode>
scan(const std::vector<std::uint8_t>& bytes, int width, int height, int step)
{
    const Scanner scanner(zbar::zbar_image_scanner_create());
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    for (const auto density : {zbar::ZBAR_CFG_X_DENSITY, zbar::ZBAR_CFG_Y_DENSITY}) {
        zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, density, step);
    }
    const Image image(zbar::zbar_image_create());
    zbar::zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(
        image.get(), static_cast<unsigned>(width), static_cast<unsigned>(height));
    zbar::zbar_image_set_data(image.get(), bytes.data(), bytes.size(), nullptr); // stays ours
    std::vector<ScannedCode> found;
    if (zbar::zbar_scan_image(scanner.get(), image.get()) > 0) {
        for (const auto* symbol = zbar::zbar_image_first_symbol(image.get()); symbol != nullptr;
             symbol = zbar::zbar_symbol_next(symbol)) {
            found.push_back(codeOf(symbol));
        }
    }
    return found;
}

std::vector<ScannedCode> scan(const Grey& picture)
{
    std::vector<std::uint8_t> bytes(picture.values.size());
    std::transform(picture.values.begin(), picture.values.end(), bytes.begin(), [](float value) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
    });
    return scan(bytes, picture.width, picture.height, 1);
}

// Light of the panel, 0 … 1, the mean of square cells; what lies beside the panel is a grey wall.
class Panel {
public:
    // `cell`: px of the picture, ≥ 1.
    Panel(const Pixels& pixels, int cell)
        : cell_(cell), width_(pixels.width / cell), height_(pixels.height / cell),
          light_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_))
    {
        for (std::size_t i = 0; i < linear_.size(); ++i) {
            linear_[i] = std::pow(static_cast<float>(i) / 255, 2.2F);
        }
        for (int row = 0; row < height_ * cell; ++row) {
            addRow(pixels.row(row), row / cell);
        }
    }

    int cell() const { return cell_; }

    float light(double x, double y) const
    {
        constexpr float kWall = 0.4F;
        const double column = x / cell_;
        const double row = y / cell_;
        if (column < 0 || row < 0 || column >= width_ || row >= height_) {
            return kWall;
        }
        return light_
            [static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
             static_cast<std::size_t>(column)];
    }

private:
    void addRow(const std::uint8_t* pixel, int row)
    {
        const float share = 1 / static_cast<float>(cell_ * cell_);
        auto* cell = &light_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_)];
        for (int column = 0; column < width_; ++column, ++cell) {
            float sum = 0;
            for (int i = 0; i < cell_; ++i, pixel += 4) {
                // Rec. 709
                sum += 0.0722F * linear_[pixel[0]] + 0.7152F * linear_[pixel[1]] +
                       0.2126F * linear_[pixel[2]];
            }
            *cell += sum * share;
        }
    }

    int cell_;
    int width_; // cells
    int height_;
    std::vector<float> light_;
    std::array<float, 256> linear_{};
};

double millimetresPerPixelOf(const typeset::Target& screen)
{
    return screen.diagonalInches * 25.4 / std::hypot(screen.width, screen.height);
}

// px
double focalOf(const Camera& camera)
{
    return camera.width / 2.0 / std::tan(camera.fieldOfView / 2 / 180 * std::numbers::pi);
}

struct View {
    double distance = 1; // px of the picture
    double turned = 0;   // radians
    double glare = 0;
    double phase = 0; // px of the camera: where its grid happens to lie
};

// The camera looks at the middle of the code and sees a little more than that.
Grey photograph(const Panel& panel, const ScannedCode& code, const View& view, const Camera& camera)
{
    const double focal = focalOf(camera);
    const double edge = std::max(code.right - code.left, code.bottom - code.top);
    const int side =
        std::clamp(static_cast<int>(edge / view.distance * focal * 1.7) + 24, 48, camera.width);
    const int samples =
        std::clamp(static_cast<int>(std::ceil(view.distance / focal / panel.cell())), 1, 4);
    const double middleX = (code.left + code.right) / 2;
    const double middleY = (code.top + code.bottom) / 2;
    const double cosine = std::cos(view.turned);
    const double sine = std::sin(view.turned);
    const auto ray = [&](int pixel, int sample) {
        return (pixel - side / 2.0 + view.phase + (sample + 0.5) / samples) / focal;
    };
    auto picture = blank(side, side);
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            float sum = 0;
            for (int i = 0; i < samples * samples; ++i) {
                const double u = ray(column, i % samples);
                // Where the ray meets the panel, which is turned about its upright axis.
                const double across = view.distance * u / (cosine - u * sine);
                const double down = (view.distance + across * sine) * ray(row, i / samples);
                sum += panel.light(middleX + across, middleY + down);
            }
            picture.at(column, row) = sum / static_cast<float>(samples * samples);
        }
    }
    return picture;
}

void blurLine(Grey& picture, const std::vector<float>& kernel, bool across)
{
    const int reach = static_cast<int>(kernel.size()) / 2;
    Grey source = picture;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            float sum = 0;
            int beside = -reach;
            for (const float weight : kernel) {
                const int sx = std::clamp(across ? x + beside : x, 0, picture.width - 1);
                const int sy = std::clamp(across ? y : y + beside, 0, picture.height - 1);
                sum += weight * source.at(sx, sy);
                ++beside;
            }
            picture.at(x, y) = sum;
        }
    }
}

void blur(Grey& picture, double deviation)
{
    if (deviation <= 0) {
        return;
    }
    const int reach = static_cast<int>(std::ceil(3 * deviation));
    std::vector<float> kernel;
    for (int i = -reach; i <= reach; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * deviation * deviation))));
    }
    float sum = 0;
    for (const float weight : kernel) {
        sum += weight;
    }
    for (float& weight : kernel) {
        weight /= sum;
    }
    blurLine(picture, kernel, true);
    blurLine(picture, kernel, false);
}

// A lamp in the glass beside the middle, then the camera's own encoding and noise.
void expose(Grey& picture, double glare, double noise)
{
    std::uint32_t state = 20260101;
    const double radius = picture.width / 5.0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const double dx = x - picture.width * 0.62;
            const double dy = y - picture.height * 0.40;
            const double veil = glare * std::exp(-(dx * dx + dy * dy) / (2 * radius * radius));
            state = state * 1664525U + 1013904223U;
            const double random = static_cast<double>(state >> 8U) / 16777216.0 - 0.5;
            const double light = std::min(1.0, picture.at(x, y) + veil);
            picture.at(x, y) = static_cast<float>(std::pow(light, 1 / 2.2) + 2 * noise * random);
        }
    }
}

bool isRead(const Panel& panel, const ScannedCode& code, View view, const Camera& camera)
{
    // A telephone tries again with each picture; its grid lies elsewhere each time.
    for (const double phase : {0.0, 0.37, 0.71}) {
        view.phase = phase;
        auto picture = photograph(panel, code, view, camera);
        blur(picture, camera.blur);
        expose(picture, view.glare, camera.noise);
        const auto found = scan(picture);
        if (std::any_of(found.begin(), found.end(), [&](const ScannedCode& read) {
                return read.text == code.text;
            })) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<ScannedCode> codesOn(const Pixels& picture)
{
    // Of what a typesetter draws, and a code's finder has 7 modules of 3 px or more.
    constexpr int kStep = 2;
    std::vector<std::uint8_t> grey;
    grey.reserve(
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const auto* pixel = picture.row(y);
        for (int x = 0; x < picture.width; ++x, pixel += 4) {
            // Rec. 709, in 256ths
            grey.push_back(
                static_cast<std::uint8_t>((18 * pixel[0] + 183 * pixel[1] + 55 * pixel[2]) >> 8));
        }
    }
    return scan(grey, picture.width, picture.height, kStep);
}

bool isScannedFrom(
    const Pixels& picture,
    const ScannedCode& code,
    const typeset::Target& screen,
    double metres,
    const Camera& camera)
{
    const double distance = metres * 1000 / millimetresPerPixelOf(screen);
    const double turned = camera.turned / 180 * std::numbers::pi;
    // Two or three cells, or one or two pixels, for each pixel of the camera.
    const Panel panel(picture, std::max(1, static_cast<int>(distance / focalOf(camera) / 2)));
    const std::array<View, 4> views{
        View{distance, 0, 0, 0},
        View{distance, turned, 0, 0},
        View{distance, -turned, 0, 0},
        View{distance, 0, camera.glare, 0}};
    return std::all_of(views.begin(), views.end(), [&](const View& view) {
        return isRead(panel, code, view, camera);
    });
}

double scannedUpTo(
    const Pixels& picture,
    const ScannedCode& code,
    const typeset::Target& screen,
    const Camera& camera)
{
    // Nearer than `near` the code leaves the picture; beyond `far` its 21 modules or more have less
    // than a pixel each. In tenths of a metre.
    constexpr double kLargest = 400; // px
    constexpr double kSmallest = 21; // px
    const double edge = std::max(code.right - code.left, code.bottom - code.top) *
                        millimetresPerPixelOf(screen) * focalOf(camera) / 100;
    const int nearest = std::max(1, static_cast<int>(std::ceil(edge / kLargest)));
    int near = nearest;
    int far = std::max(near + 1, static_cast<int>(std::ceil(edge / kSmallest)));
    while (far - near > 1) {
        const int middle = (near + far) / 2;
        (isScannedFrom(picture, code, screen, middle / 10.0, camera) ? near : far) = middle;
    }
    const bool read = near > nearest || isScannedFrom(picture, code, screen, near / 10.0, camera);
    return read ? near / 10.0 : 0;
}

} // namespace jtv::review
