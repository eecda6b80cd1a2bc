// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Finds the largest type size at which a heading and its blocks fit a room.
#pragma once

#include "base/result.h"
#include "content/typeset/column.h"
#include "content/typeset/sizes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jtv::typeset {

struct FlowText {
    std::string title;
    std::vector<model::Block> blocks;
    std::optional<model::Telephone> telephone = {};
};

struct Room {
    double width = 0;         // px
    double height = 0;        // px
    double titleScale = 1.45; // the title's size in body sizes
    double largest = 0;       // px of the body at most; 0 = as Sizes say
};

struct Flow {
    std::vector<Element> elements; // relative to the room's upper left corner
    double height = 0;
    double bodySize = 0; // px
};

// Makes a word breakable; called only where the text does not fit well without.
using Hyphenate = std::function<std::string(const std::string&)>;

// Errors: kInvalid naming the language and the characters too many; kNotFound when no installed
// font has a letter of the text.
Result<Flow> fitFlow(
    const FlowText& text,
    const TextSetter& setter,
    const Ground& ground,
    const Room& room,
    const Sizes& sizes,
    const Hyphenate& hyphenate);

} // namespace jtv::typeset
