// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Lines of a caption as WebVTT's cue text, which parseCueText() reads back.
#pragma once

#include "content/model/captions.h"

#include <string>
#include <vector>

namespace jtv::captions {

// Each line with its end.
std::string cueText(const std::vector<model::CaptionLine>& lines);

} // namespace jtv::captions
