// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Profiles in, transforms out. The perceptual intent, as browsers and viewers use it.
#include "content/picture/colours.h"

#include "base/c_handle.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <lcms2.h>
#include <vector>

namespace jtv::picture {
namespace {

constexpr std::size_t kMostProfileBytes = std::size_t{8} << 20U;

void closeProfile(void* profile)
{
    cmsCloseProfile(profile);
}
using Profile = CHandle<void, closeProfile>;

cmsUInt32Number inputFormat(Samples samples)
{
    switch (samples) {
    case Samples::kBgra:
        return TYPE_BGRA_8;
    case Samples::kGreyBgra: // the first byte of four
        return COLORSPACE_SH(PT_GRAY) | EXTRA_SH(3) | CHANNELS_SH(1) | BYTES_SH(1);
    case Samples::kCmyk:
        return TYPE_CMYK_8_REV;
    case Samples::kRgba16:
        return TYPE_RGBA_16;
    }
    return TYPE_BGRA_8;
}

// Whether a picture with such samples may have a profile for such colours.
bool fits(cmsColorSpaceSignature colours, Samples samples)
{
    switch (samples) {
    case Samples::kBgra:
    case Samples::kRgba16:
        return colours == cmsSigRgbData;
    case Samples::kGreyBgra:
        return colours == cmsSigGrayData;
    case Samples::kCmyk:
        return colours == cmsSigCmykData;
    }
    return false;
}

bool isOfDevice(cmsHPROFILE profile)
{
    const auto kind = cmsGetDeviceClass(profile);
    return kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass ||
           kind == cmsSigColorSpaceClass;
}

// Red, green and blue at these steps each, opaque.
std::vector<std::array<std::uint8_t, 4>> swatches()
{
    constexpr std::array<std::uint8_t, 6> kSteps{0, 40, 100, 160, 220, 255};
    std::vector<std::array<std::uint8_t, 4>> all;
    all.reserve(kSteps.size() * kSteps.size() * kSteps.size());
    for (const auto blue : kSteps) {
        for (const auto green : kSteps) {
            for (const auto red : kSteps) {
                all.push_back({blue, green, red, 255});
            }
        }
    }
    return all;
}

} // namespace

struct ToSrgb::Profiles {
    Profile from;
    Profile to{cmsCreate_sRGBProfile()};
};

ToSrgb::ToSrgb(void* transform, Samples samples)
    : transform_(transform, cmsDeleteTransform), samples_(samples)
{}

std::optional<ToSrgb> ToSrgb::make(const Profiles& profiles, Samples samples)
{
    if (!profiles.from || !profiles.to) {
        return std::nullopt;
    }
    ToSrgb converter(
        cmsCreateTransform(
            profiles.from.get(),
            inputFormat(samples),
            profiles.to.get(),
            TYPE_BGRA_8,
            INTENT_PERCEPTUAL,
            samples == Samples::kRgba16 ? cmsFLAGS_COPY_ALPHA : 0),
        samples);
    if (!converter.transform_ || converter.changesNothing()) {
        return std::nullopt;
    }
    return converter;
}

std::optional<ToSrgb> ToSrgb::byProfile(std::string_view icc, Samples samples)
{
    if (icc.empty() || icc.size() > kMostProfileBytes) {
        return std::nullopt;
    }
    const Profiles profiles{
        Profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())))};
    if (!profiles.from || !isOfDevice(profiles.from.get())) {
        return std::nullopt;
    }
    const auto colours = cmsGetColorSpace(profiles.from.get());
    if (samples == Samples::kGreyBgra && colours == cmsSigRgbData) {
        samples = Samples::kBgra;
    }
    return fits(colours, samples) ? make(profiles, samples) : std::nullopt;
}

std::optional<ToSrgb> ToSrgb::byPrimaries(const Primaries& primaries, double gamma, Samples samples)
{
    constexpr double kLeast = 0.1;
    constexpr double kMost = 10;
    // The curve of sRGB, as ICC writes it.
    constexpr std::array<double, 5> kCurve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    if (gamma != 0 && !(gamma >= kLeast && gamma <= kMost)) {
        return std::nullopt;
    }
    using Curve = CHandle<cmsToneCurve, cmsFreeToneCurve>;
    const Curve curve(
        gamma != 0 ? cmsBuildGamma(nullptr, gamma)
                   : cmsBuildParametricToneCurve(nullptr, 4, kCurve.data()));
    if (!curve) {
        return std::nullopt;
    }
    const auto point = [](const Chromaticity& at) { return cmsCIExyY{at.x, at.y, 1}; };
    const auto white = point(primaries.white);
    const cmsCIExyYTRIPLE colours{
        point(primaries.red), point(primaries.green), point(primaries.blue)};
    std::array<cmsToneCurve*, 3> curves{curve.get(), curve.get(), curve.get()};
    return make({Profile(cmsCreateRGBProfile(&white, &colours, curves.data()))}, samples);
}

void ToSrgb::convert(const void* from, std::uint8_t* to, std::size_t pixels) const
{
    constexpr std::size_t kAtOnce = std::size_t{1} << 20U; // lcms counts with 32 bits
    const std::size_t size = samples_ == Samples::kRgba16 ? 8 : 4;
    const auto* bytes = static_cast<const std::uint8_t*>(from);
    for (std::size_t done = 0; done < pixels; done += kAtOnce) {
        const auto count = std::min(kAtOnce, pixels - done);
        cmsDoTransform(
            transform_.get(),
            bytes + done * size,
            to + done * 4,
            static_cast<cmsUInt32Number>(count));
        for (auto i = done; samples_ == Samples::kCmyk && i < done + count; ++i) {
            to[i * 4 + 3] = 255;
        }
    }
}

// A picture that means sRGB keeps its exact values.
bool ToSrgb::changesNothing() const
{
    constexpr int kRounding = 1;
    if (samples_ == Samples::kCmyk) {
        return false;
    }
    auto all = swatches();
    if (samples_ == Samples::kGreyBgra) {
        std::erase_if(all, [](const auto& one) { return one[0] != one[1] || one[1] != one[2]; });
    }
    return std::all_of(all.begin(), all.end(), [this](const auto& one) {
        std::array<std::uint16_t, 4> deep{};
        for (std::size_t c = 0; c < 4; ++c) {
            deep[c] = static_cast<std::uint16_t>(one[c == 3 ? 3 : 2 - c] * 257U);
        }
        auto converted = one;
        const auto* from = samples_ == Samples::kRgba16 ? static_cast<const void*>(deep.data())
                                                        : static_cast<const void*>(one.data());
        convert(from, converted.data(), 1);
        return std::equal(one.begin(), one.end(), converted.begin(), [](int a, int b) {
            return std::abs(a - b) <= kRounding;
        });
    });
}

} // namespace jtv::picture
