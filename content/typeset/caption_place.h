// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where a caption's box stands [webvtt1, 7.2], in the two directions of its writing. Pure.
#pragma once

#include "content/model/captions.h"
#include "content/typeset/text.h"

#include <vector>

namespace jtv::typeset {

// Along: the direction in which letters follow each other. Across: that of the lines.
struct CaptionRoom {
    double along = 0;  // px of the picture
    double across = 0; // px
    double margin = 0; // px that stay free on every side
    double line = 0;   // px from one line to the next
};

// What a box may take along its lines, px.
struct CaptionSpace {
    double start = 0;
    double size = 0;
};
CaptionSpace spaceFor(const model::CaptionPlace& place, bool rightToLeft, const CaptionRoom& room);

// The box of `along` × `across` px within its space; `taken` are the boxes placed before, which it
// does not cover as long as there is room. x is along, y across.
Box placeCaption(
    const model::CaptionPlace& place,
    bool rightToLeft,
    double along,
    double across,
    const CaptionRoom& room,
    const std::vector<Box>& taken);

// Left and right for text of this direction.
enum class Side { kStart, kMiddle, kEnd };
Side sideOf(model::CaptionAlign align, bool rightToLeft);

} // namespace jtv::typeset
