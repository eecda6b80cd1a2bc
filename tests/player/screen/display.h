// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A small picture that a composition paints into, and plain pictures to show on it.
#pragma once

#include "base/pixels.h"
#include "player/screen/composition.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace jtv::screen {

struct Display {
    Pixels pixels{100, 60};
    Composition composition;

    Composition::Painted paint()
    {
        return composition.paint(
            {pixels.bgra.data(), pixels.stride(), pixels.width, pixels.height});
    }
    int green(int x, int y) const { return pixels.row(y)[std::ptrdiff_t{4} * x + 1]; }
};

// One grey of the given value and opacity.
inline std::shared_ptr<const Still>
stillOf(int width, int height, std::uint8_t value, std::uint8_t alpha)
{
    auto still = std::make_shared<Still>();
    still->pixels = Pixels(width, height);
    for (std::size_t i = 0; i < still->pixels.bgra.size(); ++i) {
        still->pixels.bgra[i] = i % 4 == 3 ? alpha : value;
    }
    still->target = {0, 0, width, height};
    still->opaque = alpha == 255;
    return still;
}

} // namespace jtv::screen
