// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Begin and end lists as text [SMIL 3.0 Timing, 5.4.4].
#pragma once

#include "content/model/timing.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml {

using TriggerNames = std::set<std::string, std::less<>>;

// One entry of a list; a bare word must be a trigger or an event. nullopt: none that is known.
std::optional<model::TimeValue> parseTime(std::string_view text, const TriggerNames& triggers);

std::string formatTimes(const std::vector<model::TimeValue>& times);

} // namespace jtv::xml
