// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide before it is published: every language, as it will stand on the screen.
#pragma once

#include "content/model/provenance.h"
#include "content/model/slide.h"
#include "content/review/finding.h"
#include "content/typeset/typeset.h"

#include <vector>

namespace jtv::review {

class Speller;

struct SlideReview {
    typeset::Target target;           // screen and farthest seat
    model::Day today{};               // dates before it are past
    const Speller* speller = nullptr; // nullptr: German spelling is not checked
};

// What is written, its translations and rights; nothing is drawn. Sorted.
std::vector<Finding> reviewWords(const model::Slide& slide, const SlideReview& options);

// A language as typeset::renderSlide() drew it, or why it refused: whether everybody can read it,
// and a telephone its code. Some 20 ms without a code, 50 ms with one.
std::vector<Finding> reviewPicture(
    const model::SlideText& text, const Result<Pixels>& picture, const typeset::Target& target);

// Both, sorted. The file is that of the texts' places. Draws each language once.
std::vector<Finding> reviewSlide(const model::Slide& slide, const SlideReview& options);

} // namespace jtv::review
