// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a plan: what is read is written, read again the same, and can be decided upon.
#include "content/timetable/timetable.h"
#include "content/xml/plan.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto read = xml::readPlan(text);
    if (!read) {
        return 0;
    }
    const auto again = xml::readPlan(xml::writePlan(*read));
    if (!again || !(*again == *read)) {
        std::abort();
    }
    if (const auto decision = timetable::decide(*read, read->created, true);
        decision && model::findPlaylist(*read, decision->playlist) == nullptr) {
        std::abort();
    }
    return 0;
}
