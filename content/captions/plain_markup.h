// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The loose tags of SubRip: <b>, <i>, <u>, <font color>, {\an8}, {b}, and anything else as text.
#pragma once

#include "content/model/captions.h"

#include <optional>
#include <string_view>
#include <vector>

namespace jtv::captions {

struct PlainText {
    std::vector<model::CaptionLine> lines;
    std::optional<int> corner; // of {\an…}: 1 … 9 as on a numeric pad
};
PlainText readPlainMarkup(std::string_view text);

// 7 is at the upper left, 5 in the middle, 2 at the lower edge.
model::CaptionPlace placeOfCorner(int corner);

} // namespace jtv::captions
