// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// BT.2390's curve as a table of factors: one square root and one step between neighbours a pixel.
#include "content/ingest/tone_map.h"

#include <algorithm>
#include <cmath>

namespace jtv::ingest {
namespace {

constexpr std::size_t kSteps = 4096;

// SMPTE ST 2084, cd/m² to signal 0 … 1 and back.
constexpr double kM1 = 2610.0 / 16384;
constexpr double kM2 = 2523.0 / 4096 * 128;
constexpr double kC1 = 3424.0 / 4096;
constexpr double kC2 = 2413.0 / 4096 * 32;
constexpr double kC3 = 2392.0 / 4096 * 32;

double toSignal(double luminance)
{
    const double y = std::pow(luminance / 10'000, kM1);
    return std::pow((kC1 + kC2 * y) / (1 + kC3 * y), kM2);
}

double toLuminance(double signal)
{
    const double e = std::pow(signal, 1 / kM2);
    return 10'000 * std::pow(std::max(e - kC1, 0.0) / (kC2 - kC3 * e), 1 / kM1);
}

} // namespace

ToneMap::ToneMap(double peak)
    : peakSignal_(toSignal(std::clamp(peak, kSdrWhite, 10'000.0))), factors_(kSteps + 1),
      most_(static_cast<float>(std::clamp(peak, kSdrWhite, 10'000.0) / kSdrWhite))
{
    for (std::size_t step = 1; step <= kSteps; ++step) {
        const double root = static_cast<double>(step) / kSteps;
        const double luminance = root * root * static_cast<double>(most_);
        factors_[step] = static_cast<float>(curve(luminance) / luminance);
    }
    factors_[0] = factors_[1];
}

double ToneMap::curve(double luminance) const
{
    const double signal =
        std::min(1.0, toSignal(std::max(luminance, 0.0) * kSdrWhite) / peakSignal_);
    const double most = toSignal(kSdrWhite) / peakSignal_;
    const double knee = 1.5 * most - 0.5;
    if (signal < knee || knee >= 1) {
        return luminance;
    }
    const double t = (signal - knee) / (1 - knee);
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double mapped =
        (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (-2 * t3 + 3 * t2) * most;
    return toLuminance(mapped * peakSignal_) / kSdrWhite;
}

void ToneMap::apply(float* red, float* green, float* blue, std::size_t count) const
{
    const float scale = static_cast<float>(kSteps) / std::sqrt(most_);
    for (std::size_t i = 0; i < count; ++i) {
        const float brightest = std::max({red[i], green[i], blue[i], 0.0F});
        const float at =
            std::min(std::sqrt(brightest) * scale, static_cast<float>(kSteps) - 0.001F);
        const auto step = static_cast<std::size_t>(at);
        const float between = at - static_cast<float>(step);
        float factor = factors_[step] + (factors_[step + 1] - factors_[step]) * between;
        if (brightest > most_) {
            factor = 1 / brightest;
        }
        red[i] = std::max(red[i], 0.0F) * factor;
        green[i] = std::max(green[i], 0.0F) * factor;
        blue[i] = std::max(blue[i], 0.0F) * factor;
    }
}

} // namespace jtv::ingest
