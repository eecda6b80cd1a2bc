// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Bytes of a text file, in whatever encoding, as UTF-8 with plain line ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

inline constexpr std::string_view kWebVttSpace = " \t\n\f\r"; // as its standard defines it

struct Decoded {
    std::string text;     // valid UTF-8, lines end with \n alone, no NUL, no byte order mark
    std::string repaired; // one sentence for the author; empty = nothing
};

// UTF-8, UTF-16 by its byte order mark, or Windows-1252 where no letter is UTF-8.
Decoded decode(std::string_view bytes);

// Lines without their ends; a last line without an end counts, an empty one does not.
std::vector<std::string_view> linesOf(std::string_view text);

// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

// U+FFFD for what is no character.
void appendUtf8(std::string& out, std::uint32_t code);
std::uint32_t fromWindows1252(std::uint8_t byte);

} // namespace jtv::captions
