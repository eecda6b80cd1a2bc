// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A caption's text as one line for comparisons: lines between bars.
#pragma once

#include "content/model/captions.h"

#include <string>
#include <vector>

namespace jtv::captions {

inline std::string plain(const std::vector<model::CaptionLine>& lines)
{
    std::string text;
    for (const auto& line : lines) {
        text += text.empty() ? "" : "|";
        for (const auto& span : line) {
            text += span.text;
        }
    }
    return text;
}

} // namespace jtv::captions
