// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The German passive: a form of "werden" with a participle.
#pragma once

#include "content/review/german_text.h"

#include <string>
#include <vector>

namespace jtv::review {

// Each participle with its form of werden, as written: "wird geprüft", "bezahlt werden". The future
// ("wird prüfen") and changes ("wird krank") are none; what says by whom is left out.
std::vector<std::string> passivesIn(const TextSentence& sentence);

} // namespace jtv::review
