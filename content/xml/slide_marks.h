// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What stands beside a slide's words in its XML: notes to the translator, limits, origins.
#pragma once

#include "content/model/slide.h"
#include "content/xml/document.h"
#include "content/xml/writer.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace jtv::xml {

// "ready" is what is meant where nothing is written.
void writeState(Writer& out, model::TextState state);

// One a leaf below <text>, in document order; empty when none says anything. A note or
// its:translate on an element also holds for what is below it.
std::vector<model::LeafMark> readMarks(const Element& text);

// Writes the leaves of one text, each with its mark. Any one thread; `marks` outlives it.
class MarkWriter {
public:
    explicit MarkWriter(const std::vector<model::LeafMark>& marks) : marks_(marks) {}

    // `translate` false: the leaf is never translated, whatever its mark says.
    void leaf(
        Writer& out,
        std::string_view name,
        std::string_view text,
        bool translate = true,
        model::TextState state = model::TextState::kReady);

private:
    const std::vector<model::LeafMark>& marks_;
    std::size_t next_ = 0;
};

} // namespace jtv::xml
