// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The timing attributes of an element [SMIL 3.0 Timing, 5.4.3 to 5.4.6].
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_clock.h"
#include "content/xml/smil_remarks.h"
#include "content/xml/smil_times.h"

#include <optional>
#include <string_view>

namespace jtv::xml {

struct ReadTiming {
    model::Timing timing;
    bool plays = true; // false: the element will not play; the reason is among the remarks
};
ReadTiming readTiming(const Element& element, const TriggerNames& triggers, SmilRemarks& remarks);

// True for the names readTiming() looks at or names in a remark of its own.
bool isTimingAttribute(std::string_view name);

} // namespace jtv::xml
