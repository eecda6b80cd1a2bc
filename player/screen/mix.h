// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One picture takes the place of another: what both look like together at one instant.
#pragma once

#include "player/screen/painter.h"

#include <cstdint>

namespace jtv::screen {

struct Mix {
    enum class Kind {
        kFade,          // the one before becomes the new one
        kToColour,      // the one before becomes the colour
        kFromColour,    // the colour becomes the new one
        kThroughColour, // both, one after the other
        kPush,          // the new one pushes the one before out
        kSlide,         // the new one comes in over the one before
        kWipe,          // a border wanders across, nothing else moves
    };
    enum class From { kLeft, kTop, kRight, kBottom }; // where the new one comes in; clockwise

    Kind kind = Kind::kFade;
    From from = From::kLeft;
    std::uint32_t colour = 0; // 0xrrggbb
    double progress = 0;      // 0 = only the one before, 1 = only the new one

    bool operator==(const Mix&) const = default;
};

// On a display that is turned clockwise by so many degrees.
Mix turned(Mix mix, int degrees);

// Paints the mix of two pictures of the same size, top left at `to`'s.
void paintMix(const Canvas& to, const Canvas& before, const Canvas& after, const Mix& mix);

} // namespace jtv::screen
