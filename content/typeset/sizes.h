// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How large type and QR modules must be on this screen from this seat.
#pragma once

#include "base/result.h"
#include "content/typeset/typeset.h"

namespace jtv::typeset {

// All in px of the picture.
struct Sizes {
    double millimetresPerPixel = 1;
    double smallestText = 0; // type size of Noto Sans, nothing a visitor must read is below it
    double largeType = 0;    // from here on it is large type, for low vision
    double smallestBody = 0; // of title and blocks: one of the two, as Target::type asks
    double largestText = 0;
    double largestTitle = 0;
    double margin = 0; // between the picture's edge and anything a visitor must read
};

// Errors: kInvalid, naming the value that is out of range.
Result<Sizes> sizesFor(const Target& target);

// Sizes::smallestText for a picture of any size above 0. Errors: kInvalid.
Result<double> smallestText(const Target& target);

// px a module, rounded up, so that a phone reads a code of `modules` modules (quiet zone included).
int smallestModule(int modules, const Target& target);

// The distance in metres from which `modules` modules of `pixels` px each are read.
double readableDistance(int modules, int pixels, const Target& target);

} // namespace jtv::typeset
