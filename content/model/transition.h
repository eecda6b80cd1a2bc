// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How one picture gives way to the next [SMIL 3.0 Transition Effects].
#pragma once

#include "base/clock.h"

#include <string>

namespace jtv::model {

struct Transition {
    // What is drawn. Types without a picture of their own are read as kCrossfade, with a remark.
    enum class Kind { kCrossfade, kFadeToColor, kFadeFromColor, kWipe, kSlide, kPush };
    // The edge from which the new picture comes.
    enum class From { kLeft, kTop, kRight, kBottom };

    std::string id;
    std::string type;      // as written: barWipe, fade, slideWipe, pushWipe …
    std::string subtype;   // as written, may be empty
    bool reversed = false; // direction="reverse": `from` takes it into account
    Kind kind = Kind::kCrossfade;
    From from = From::kLeft; // kWipe, kSlide, kPush
    Milliseconds duration{1000};
    double startProgress = 0;          // 0 … 1
    double endProgress = 1;            // startProgress … 1
    std::string fadeColor = "#000000"; // kFadeToColor, kFadeFromColor

    friend bool operator==(const Transition&, const Transition&) = default;
};

} // namespace jtv::model
