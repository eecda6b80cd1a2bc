// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions become a picture: opaque boxes, type for the farthest seat, where WebVTT says.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/model/captions.h"
#include "content/typeset/typeset.h"

#include <string>
#include <vector>

namespace jtv::typeset {

// A picture within a larger one; its pixels are transparent between the boxes.
struct Patch {
    Pixels pixels; // width 0 = there is nothing to show
    int x = 0;     // px of its left edge
    int y = 0;     // px of its upper edge
};

// All captions that are shown at one time, over the video that fills `target` (any size above 0).
// `language` is the track's; `regions` those that the captions name. Texts that do not fit at the
// readable size are set smaller rather than cut. Errors: kInvalid (Target out of range), kInternal.
Result<Patch> renderCaptions(
    const std::vector<model::Caption>& captions,
    const std::vector<model::CaptionRegion>& regions,
    const std::string& language,
    const Target& target);

} // namespace jtv::typeset
