// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One decoded picture into the picture of a rendition: size, colours, turning, surround. The only
// user of zimg.
#pragma once

#include "base/result.h"
#include "content/ingest/rendition.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace jtv::ingest {

// The numbers of ITU-T H.273 for matrix, transfer and primaries; 2 = not told.
struct Colours {
    int matrix = 2;
    int transfer = 2;
    int primaries = 2;
    bool fullRange = false;
    friend bool operator==(const Colours&, const Colours&) = default;
};

// Planar Y'CbCr as decoders give it.
struct PictureFormat {
    Size size;
    int depth = 8;      // bits; above 8 each sample has two bytes
    int halfWidth = 1;  // chroma has half the width: 1, else 0
    int halfHeight = 1; // chroma has half the height: 1, else 0
    Colours colours;
    double peak = 1000; // brightest of a high-dynamic-range picture, cd/m²
    friend bool operator==(const PictureFormat&, const PictureFormat&) = default;
};

struct Planes {
    std::array<const std::uint8_t*, 3> data{};
    std::array<std::ptrdiff_t, 3> stride{}; // bytes
};

// What comes out: 8 bits, 4:2:0, BT.709, 16 … 235; the three planes follow each other without gaps.
std::size_t bytesOf(Size canvas);

// *any one thread*
class Shaper {
public:
    // Errors: kUnsupported, for a format zimg does not know.
    static Result<Shaper> make(const PictureFormat& from, const Recipe& recipe);

    Shaper(Shaper&&) noexcept;
    Shaper& operator=(Shaper&&) noexcept;
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;
    ~Shaper();

    // Whether shape() would only copy.
    bool isIdentity() const;

    // `canvas`: bytesOf(recipe.canvas). Errors: kInternal.
    Status shape(const Planes& from, std::uint8_t* canvas);

private:
    struct Parts;
    explicit Shaper(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

} // namespace jtv::ingest
