// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Cutting and cleaning of messages.
#include "content/xml/one_line.h"

#include <algorithm>

namespace jtv::xml {

std::string oneLine(std::string text)
{
    constexpr std::size_t kLongest = 400;
    const auto isContinuation = [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    };
    if (text.size() > kLongest) {
        auto end = kLongest;
        while (end > 0 && isContinuation(text[end])) {
            --end;
        }
        text.resize(end);
        text += "…";
    }
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

} // namespace jtv::xml
