// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text under a changing look becomes the lines of a caption.
#pragma once

#include "content/model/captions.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

class LineBuilder {
public:
    // '\n' begins a new line. `look` without text and ruby.
    void add(std::string_view text, const model::CaptionSpan& look);
    // Text added later is a span of its own.
    void seal() { sealed_ = true; }
    // How the text since the last seal() is read; nothing was added: nothing happens.
    void ruby(const std::string& reading);

    // Lines without blanks at their ends, none empty, neighbours of one look joined.
    std::vector<model::CaptionLine> take();

private:
    std::vector<model::CaptionLine> lines_{1};
    bool sealed_ = false;
};

} // namespace jtv::captions
