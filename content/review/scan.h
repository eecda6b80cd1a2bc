// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether a telephone reads the code on the screen: the picture is seen through a modelled camera
// and read by ZBar. Pure; any one thread.
#pragma once

#include "base/pixels.h"
#include "content/typeset/typeset.h"

#include <string>
#include <vector>

namespace jtv::review {

// A cheap telephone. Scanner apps take the preview, not the photograph: 1280 x 720 is the smallest
// size Android names for it (CameraX ImageAnalysis and ML Kit recommend it for codes). The wide
// camera of such telephones has 26 … 28 mm of 35 mm film, some 66 degrees across.
struct Camera {
    int width = 1280;        // px
    double fieldOfView = 66; // degrees across the width, 20 … 120
    double blur = 0.8;       // px, standard deviation: lens, demosaicing, an unsteady hand
    double turned = 30;      // degrees beside the screen's axis, to either side
    double glare = 0.35;     // share of a white reflection at its centre, 0 … 1
    double noise = 0.03;     // share of full scale, even spread
};

struct ScannedCode {
    std::string text;
    double left = 0; // px of the picture: the box round the code
    double top = 0;
    double right = 0;
    double bottom = 0;
};

// Every QR code ZBar finds in the picture itself.
std::vector<ScannedCode> codesOn(const Pixels& picture);

// Whether the code is read from `metres` away: straight on, from the side, and with a reflection.
// The same input always gives the same answer.
bool isScannedFrom(
    const Pixels& picture,
    const ScannedCode& code,
    const typeset::Target& screen,
    double metres,
    const Camera& camera = {});

// The largest distance in metres, in steps of 0.1; 0 = from nowhere.
double scannedUpTo(
    const Pixels& picture,
    const ScannedCode& code,
    const typeset::Target& screen,
    const Camera& camera = {});

} // namespace jtv::review
