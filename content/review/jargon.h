// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Words of the administration with plain ones for them, found in any form and in compounds.
#pragma once

#include "content/review/german_text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::review {

struct JargonHit {
    std::string written; // as it stands in the text
    std::string_view plain;
};

// In reading order. The longest entry wins where several fit.
std::vector<JargonHit> jargonIn(const TextSentence& sentence);

// Entries of the dictionary (jargon.tsv).
std::size_t jargonSize();

} // namespace jtv::review
