// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The leaves of a slide's text, one by one: what is translated, checked and counted.
#pragma once

#include "content/model/slide.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

enum class LeafKind {
    kTitle,
    kParagraph,
    kItem,
    kStep,
    kLabel,
    kValue,
    kAddress, // printed below a QR code
    kCaption,
    kTelephone, // the number
    kTelephoneNote,
    kPictureAlternative,
};

// Not an address or a telephone number: each language has its own, with states of their own.
bool isWords(LeafKind kind);

struct Leaf {
    std::string
        id; // its place: "title", "b1", "b2.3", "b3.1.value", "address", "caption", "telephone", …
    LeafKind kind = LeafKind::kParagraph;
    std::string text;
    LeafMark mark;
};

// In reading order, which is also the order in the XML and of SlideText::marks. Empty titles,
// captions and picture texts are no leaves.
std::vector<Leaf> leavesOf(const SlideText& text);

// The texts, one a leaf, put back into a text of the same build. A leaf whose text is empty goes,
// and so does a block without any left.
void setLeaves(SlideText& text, const std::vector<Leaf>& leaves);

// 16 hexadecimal digits that stand for this text.
std::string digestOf(std::string_view text);

// Ready translations with a leaf made from a text that the source no longer has, or without one
// that the source has, become outdated. Texts that do not say what they were made from stay.
void refreshStates(Slide& slide);

} // namespace jtv::model
