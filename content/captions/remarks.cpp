// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What all readers say in the same words.
#include "content/captions/remarks.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::captions {

std::string quote(std::string_view text)
{
    constexpr std::size_t kMost = 40;
    if (text.size() <= kMost) {
        return fmt::format("\"{}\"", text);
    }
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return fmt::format("\"{}…\"", text.substr(0, end));
}

void sortByBegin(
    std::vector<model::Caption>& captions, const std::vector<std::size_t>& lines, Remarks& remarks)
{
    for (std::size_t i = 0; i < captions.size(); ++i) {
        if (captions[i].end <= captions[i].begin) {
            remarks.warn(
                lines[i],
                "this caption ends before it begins and is never shown; correct its times");
        }
    }
    const auto earlier = [](const model::Caption& one, const model::Caption& other) {
        return one.begin < other.begin;
    };
    const auto found = std::is_sorted_until(captions.begin(), captions.end(), earlier);
    if (found == captions.end()) {
        return;
    }
    remarks.warn(
        lines[static_cast<std::size_t>(found - captions.begin())],
        "this caption begins before the one above it; they were put in order");
    std::stable_sort(captions.begin(), captions.end(), earlier);
}

} // namespace jtv::captions
