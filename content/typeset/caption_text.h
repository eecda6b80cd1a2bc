// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A caption's lines set in type: broken where they are too long, into lines of like length.
#pragma once

#include "content/model/captions.h"
#include "content/typeset/text.h"
#include "content/typeset/theme.h"

#include <string>
#include <vector>

namespace jtv::typeset {

// One line as it is drawn.
struct CaptionRow {
    Lines lines;       // of the whole paragraph
    int index = 0;     // of the row in it
    double width = 0;  // px
    double ascent = 0; // px of the logical box above the baseline
    double descent = 0;
    bool rightToLeft = false; // the paragraph's first strong letter, else the language
};

// Written small beside its letters.
struct CaptionRuby {
    Lines lines;
    std::size_t row = 0;
    double middle = 0; // px from the row's left edge
};

struct SetCaption {
    std::vector<CaptionRow> rows;
    std::vector<CaptionRuby> rubies;
    double width = 0;      // px of the longest row
    double lineHeight = 0; // px
    double size = 0;       // px of the type
    bool tooWide = false;  // a word is longer than the room
};

// `size` px of type, rows at most `width` px long. `setter`'s context is turned for vertical text.
SetCaption
setCaption(const model::Caption& caption, const TextSetter& setter, double size, double width);

// The colour a speaker gets on the box: every one keeps 7:1.
Colour captionColour(model::CaptionColour colour);
// The ground of every caption.
Colour captionGround();

} // namespace jtv::typeset
