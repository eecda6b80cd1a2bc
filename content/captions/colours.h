// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The eight colours of captions: their names, and the nearest to any other.
#pragma once

#include "content/model/captions.h"

#include <cstdint>
#include <string_view>

namespace jtv::captions {

// A class of WebVTT [5.1], or an HTML colour of that name; kNone for any other word.
model::CaptionColour colourNamed(std::string_view name);
// Empty for kNone.
std::string_view nameOf(model::CaptionColour colour);
// The one that looks most like it.
model::CaptionColour nearestColour(std::uint32_t rrggbb);

} // namespace jtv::captions
