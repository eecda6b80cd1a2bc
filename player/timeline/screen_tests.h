// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The system tests of SMIL: what does not change while a playlist runs.
#pragma once

#include "content/model/condition.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::timeline {

struct ScreenFacts {
    std::vector<std::string> languages; // BCP 47, best first; empty: every language will do
    bool captions = true;
    int width = 1920; // px
    int height = 1080;
};

// The same tag, or the same primary language: "de-AT" is served by "de" and the other way round.
bool serves(std::string_view have, std::string_view want);

// All system tests but `expr`.
bool meets(const model::Condition& condition, const ScreenFacts& screen);

} // namespace jtv::timeline
