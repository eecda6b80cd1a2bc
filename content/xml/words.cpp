// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reading them.
#include "content/xml/words.h"

#include "content/model/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jtv::xml {

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string collapsed(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            plain += c;
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    }
    if (!plain.empty() && plain.back() == ' ') {
        plain.pop_back();
    }
    return plain;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.push_back(trim(text.substr(0, at)));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::optional<double> parseDecimal(std::string_view text)
{
    constexpr std::size_t kLongest = 20;
    return text.size() > kLongest ? std::nullopt : model::decimalFrom(text);
}

bool isWhole(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<model::Length> parseLength(std::string text)
{
    constexpr double kLargest = 100'000;
    const auto endsWith = [&](std::string_view end) {
        return text.size() > end.size() &&
               text.compare(text.size() - end.size(), end.size(), end) == 0;
    };
    std::erase(text, ' ');
    model::Length length;
    if (endsWith("%")) {
        length.percent = true;
        text.pop_back();
    } else if (endsWith("px")) {
        text.resize(text.size() - 2);
    }
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, length.value, std::chars_format::fixed);
    const bool valid =
        parsed.ec == std::errc() && parsed.ptr == end && std::abs(length.value) <= kLargest;
    return valid ? std::optional(length) : std::nullopt;
}

} // namespace jtv::xml
