// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What was true once: dates, years and amounts that are past.
#pragma once

#include "content/model/provenance.h"
#include "content/review/finding.h"

#include <string_view>
#include <vector>

namespace jtv::review {

// Dates as 12.03.2026, 2026-03-12, "12. März 2026" or "12 March 2026", "bis 2025", and amounts by
// law (amounts.tsv). Days that tell where something began ("seit 2005", "vom 1.1.2005") are left
// out. All at `place`.
std::vector<Finding>
reviewDates(std::string_view text, const model::SourcePlace& place, model::Day today);

} // namespace jtv::review
