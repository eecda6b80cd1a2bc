// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether visitors wait too long for their language.
#pragma once

#include "content/model/language_policy.h"
#include "content/review/finding.h"

#include <optional>

namespace jtv::review {

// nullopt: at most model::kLongWait. At line 1 of the playlist.
std::optional<Finding> reviewWait(const model::LanguageWait& wait);

} // namespace jtv::review
