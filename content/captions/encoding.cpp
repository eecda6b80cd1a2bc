// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Encodings of caption files.
#include "content/captions/encoding.h"

#include <array>

namespace jtv::captions {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

// Windows-1252 0x80 … 0x9f; 0 where no character is assigned. The rest is Latin-1.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0;
}

// Bytes of a sequence that begins with `lead`, 0 = none does.
std::size_t lengthBy(std::uint8_t lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead >= 0xF5) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Neither a longer form than needed, nor a surrogate, nor beyond U+10FFFF.
bool maySecond(std::uint8_t lead, std::uint8_t second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

// Length of the well-formed sequence at `at`, 0 = none there [Unicode 15, table 3-7].
std::size_t sequenceAt(std::string_view bytes, std::size_t at)
{
    const auto lead = byteAt(bytes, at);
    const auto length = lengthBy(lead);
    if (length == 0 || at + length > bytes.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(bytes, at + i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return length == 1 || maySecond(lead, byteAt(bytes, at + 1)) ? length : 0;
}

struct Census {
    std::size_t letters = 0; // well-formed sequences of more than one byte
    std::size_t wrong = 0;   // bytes outside any
};
Census censusOf(std::string_view bytes)
{
    Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = sequenceAt(bytes, at);
        census.wrong += length == 0 ? 1 : 0;
        census.letters += length > 1 ? 1 : 0;
        at += length == 0 ? 1 : length;
    }
    return census;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string out;
    const auto unitAt = [&](std::size_t at) -> std::uint32_t {
        const std::uint32_t first = byteAt(bytes, at);
        const std::uint32_t second = byteAt(bytes, at + 1);
        return bigEndian ? first << 8U | second : second << 8U | first;
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto unit = unitAt(at);
        const bool pair = unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size() &&
                          (unitAt(at + 2) & 0xFC00U) == 0xDC00U;
        if (pair) {
            appendUtf8(out, 0x10000U + ((unit & 0x3FFU) << 10U) + (unitAt(at + 2) & 0x3FFU));
            at += 2;
        } else {
            appendUtf8(out, unit);
        }
    }
    return out;
}

std::string fromWindows(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes) {
        appendUtf8(out, fromWindows1252(static_cast<std::uint8_t>(c)));
    }
    return out;
}

std::string mended(std::string_view bytes)
{
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = sequenceAt(bytes, at);
        if (length == 0) {
            appendUtf8(out, kReplacement);
        } else {
            out += bytes.substr(at, length);
        }
        at += length == 0 ? 1 : length;
    }
    return out;
}

// [webvtt1, 6.1, step 1]
std::string withPlainLines(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\0') {
            appendUtf8(out, kReplacement);
        } else if (c != '\r') {
            out += c;
        } else if (byteAt(text, at + 1) != '\n') {
            out += '\n';
        }
    }
    return out;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        code = kReplacement;
    }
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    const unsigned following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> kLead{0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(kLead.at(following) | code >> (6 * following));
    for (unsigned i = following; i > 0; --i) {
        out += static_cast<char>(0x80U | ((code >> (6 * (i - 1))) & 0x3FU));
    }
}

std::uint32_t fromWindows1252(std::uint8_t byte)
{
    if (byte < 0x80 || byte >= 0xA0) {
        return byte;
    }
    const std::uint32_t code = kWindows1252.at(byte - 0x80U);
    return code == 0 ? kReplacement : code;
}

Decoded decode(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool bigEndian = bytes.front() == '\xFE';
        return {
            withPlainLines(fromUtf16(bytes.substr(2), bigEndian)),
            "the file is saved as UTF-16; save it as UTF-8"};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const auto census = censusOf(bytes);
    if (census.wrong == 0) {
        return {withPlainLines(bytes), {}};
    }
    if (census.letters == 0) {
        return {
            withPlainLines(fromWindows(bytes)),
            "the file is not UTF-8 and was read as Windows-1252; save it as UTF-8"};
    }
    return {
        withPlainLines(mended(bytes)),
        "some bytes of the file are no UTF-8 and are shown as \xEF\xBF\xBD; save it as UTF-8"};
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

} // namespace jtv::captions
