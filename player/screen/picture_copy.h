// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A decoded picture into memory of somebody else, without turning its colours into RGB.
#pragma once

#include "player/frame/frame.h"
#include "player/screen/still.h"

#include <array>
#include <cstdint>

namespace jtv::screen {

// Memory of a 4:2:0 picture: Y, U, V below each other.
struct PlanarMemory {
    std::array<std::uint8_t*, 3> data{};
    std::array<int, 3> stride{}; // bytes
};

// The part `source` (px of the picture, even numbers) fills `to`, scaled where the sizes differ.
// Any one thread.
void copyPicture(
    const frame::CpuPicture& picture,
    const Rect& source,
    const PlanarMemory& to,
    int width,
    int height);

} // namespace jtv::screen
