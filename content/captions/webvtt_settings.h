// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The words behind a cue's times and inside a REGION block [webvtt1, 6.2, 6.3].
#pragma once

#include "content/captions/remarks.h"

#include <string_view>

namespace jtv::captions {

// What is not understood is left out with a remark for `line`.
model::CaptionPlace readPlace(
    std::string_view settings,
    const std::vector<model::CaptionRegion>& regions,
    std::size_t line,
    Remarks& remarks);

model::CaptionRegion readRegion(std::string_view block, std::size_t line, Remarks& remarks);

} // namespace jtv::captions
