// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Letters and digits of the syntax of files and addresses; what people read is Unicode.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace jtv {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A to Z become a to z; every other byte stays.
inline std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

} // namespace jtv
