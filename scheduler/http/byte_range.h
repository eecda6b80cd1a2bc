// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which bytes of a file are wanted [RFC 9110, 14].
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::http {

struct ByteRange {
    std::int64_t first = 0;
    std::int64_t count = 0; // 0: none of the bytes asked for is there (416)
};

// nullopt: the whole file (no range, one this server does not know, several, or a broken one).
std::optional<ByteRange> byteRange(std::string_view header, std::int64_t size);

} // namespace jtv::http
