// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From slide to pixels: arranged, then painted.
#include "content/typeset/typeset.h"

#include "content/typeset/slide_layout.h"

namespace jtv::typeset {

Result<Pixels> renderSlide(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Pixels* picture)
{
    const auto scene = layOut(slide, language, target, picture);
    if (!scene) {
        return scene.error();
    }
    return scene->painted();
}

} // namespace jtv::typeset
