// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// begin, end, dur and repeatCount [SMIL 3.0 Timing, 5.4.3 and 5.4.5].
#pragma once

#include "base/clock.h"
#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <optional>
#include <string>
#include <string_view>

namespace jtv::xml {

// A clock value: "01:02:03.5", "02:03", "3.2h", "45min", "30s", "5ms", "12.467" (seconds), ".5".
// nullopt when it is none of these, or longer than a year.
std::optional<Milliseconds> parseClock(std::string_view text);

// The shortest spelling that parseClock() takes: "1500ms", "5s".
std::string formatClock(Milliseconds value);

struct ReadTiming {
    model::Timing timing;
    bool plays = true; // false: the element will not play; the reason is among the remarks
};
ReadTiming readTiming(const Element& element, model::Container::Kind parent, SmilRemarks& remarks);

// True for the names readTiming() looks at or names in a remark of its own.
bool isTimingAttribute(std::string_view name);

} // namespace jtv::xml
