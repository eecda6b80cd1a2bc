// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide's template arranges one language's text, icon, picture and code.
#pragma once

#include "content/typeset/scene.h"

namespace jtv::typeset {

// Errors: those of renderSlide().
Result<Scene> layOut(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material = {});

// The code as large as `area` allows and the distance needs, centred, the address below it.
// `wanted` px is the edge it should have where the distance needs less.
Status addCode(Scene& scene, const model::QrCode& code, const Box& area, double wanted);

} // namespace jtv::typeset
