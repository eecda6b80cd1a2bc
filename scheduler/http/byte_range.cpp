// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// "bytes=0-99", "bytes=100-", "bytes=-100".
#include "scheduler/http/byte_range.h"

#include <algorithm>
#include <charconv>

namespace jtv::http {
namespace {

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return !text.empty() && text.front() != '-' && read.ec == std::errc() && read.ptr == end
               ? std::optional(value)
               : std::nullopt;
}

} // namespace

std::optional<ByteRange> byteRange(std::string_view header, std::int64_t size)
{
    constexpr std::string_view kUnit = "bytes=";
    const auto dash = header.find('-');
    if (!header.starts_with(kUnit) || dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto firstText = header.substr(kUnit.size(), dash - kUnit.size());
    const auto lastText = header.substr(dash + 1);
    const auto first = number(firstText);
    const auto last = number(lastText);
    if (firstText.empty() && last) {
        const auto count = std::min(*last, size);
        return ByteRange{size - count, count};
    }
    if (!first || (!last && !lastText.empty()) || (last && *last < *first)) {
        return std::nullopt;
    }
    if (*first >= size) {
        return ByteRange{0, 0};
    }
    const auto end = last ? std::min(*last, size - 1) : size - 1;
    return ByteRange{*first, end - *first + 1};
}

} // namespace jtv::http
