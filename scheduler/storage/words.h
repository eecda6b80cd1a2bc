// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Lists of words as one text, the way the tables hold them.
#pragma once

#include <fmt/format.h>
#include <sstream>
#include <string>
#include <vector>

namespace jtv::storage {

inline std::string joinWords(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, " "));
}

inline std::vector<std::string> splitWords(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

} // namespace jtv::storage
