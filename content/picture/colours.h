// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Colours as a file means them become those of a screen (sRGB), by Little CMS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace jtv::picture {

// How a pixel lies in memory before it is converted. Afterwards it is blue, green, red, alpha with
// 8 bits each; alpha is never premultiplied here.
enum class Samples {
    kBgra,
    kGreyBgra, // the same, one grey three times over
    kCmyk,     // 8 bits each, 255 = no ink; opaque afterwards
    kRgba16,   // in the machine's byte order
};

// x and y of CIE 1931.
struct Chromaticity {
    double x = 0;
    double y = 0;
};
struct Primaries {
    Chromaticity white;
    Chromaticity red;
    Chromaticity green;
    Chromaticity blue;
};
inline constexpr Chromaticity kDaylight{0.3127, 0.3290}; // D65
inline constexpr Primaries kSrgbPrimaries{kDaylight, {0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

// *any one thread*
class ToSrgb {
public:
    // nullopt: there is nothing to convert, because the colours are those of sRGB already, or the
    // profile is damaged or for other colours than the picture's.
    static std::optional<ToSrgb> byProfile(std::string_view icc, Samples samples);

    // `gamma`: light = value ^ gamma, 0.1 … 10; 0 = the curve of sRGB. nullopt as above.
    static std::optional<ToSrgb>
    byPrimaries(const Primaries& primaries, double gamma, Samples samples);

    // What it takes: as asked for, but for a grey picture with a profile for colours.
    Samples samples() const { return samples_; }

    // `to` may be `from`, but for kRgba16.
    void convert(const void* from, std::uint8_t* to, std::size_t pixels) const;

private:
    struct Profiles;
    static std::optional<ToSrgb> make(const Profiles& profiles, Samples samples);
    explicit ToSrgb(void* transform, Samples samples);
    bool changesNothing() const;

    std::unique_ptr<void, void (*)(void*)> transform_;
    Samples samples_;
};

} // namespace jtv::picture
