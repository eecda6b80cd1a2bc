// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text encodings and spelling.
#include "provisioning/settings/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace jtv::settings {
namespace {

// Windows-1252 0x80 … 0x9f; the five unassigned bytes become U+FFFD. The rest is Latin-1.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

constexpr std::size_t kMostWrongLetters = 2;

void append(std::string& out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else {
        out += static_cast<char>(0xe0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    }
}

// Bytes that follow the lead byte, or -1 when it leads nothing.
int following(unsigned char lead)
{
    if (lead < 0x80) {
        return 0;
    }
    if (lead >= 0xc2 && lead < 0xe0) {
        return 1;
    }
    if (lead >= 0xe0 && lead < 0xf0) {
        return 2;
    }
    return lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
}

// Overlong and surrogate forms count as UTF-8 here: nothing in this file is decided by them.
bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto count = following(static_cast<unsigned char>(bytes[at]));
        if (count < 0) {
            return false;
        }
        for (; count > 0; --count) {
            ++at;
            if (at >= bytes.size() || (static_cast<unsigned char>(bytes[at]) & 0xc0U) != 0x80) {
                return false;
            }
        }
    }
    return true;
}

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto change = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, change});
        }
    }
    return row.back();
}

} // namespace

std::string toUtf8(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf")) {
        bytes.remove_prefix(3);
    }
    if (isUtf8(bytes)) {
        return std::string(bytes);
    }
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append(out, byte >= 0x80 && byte < 0xa0 ? kWindows1252.at(byte - 0x80U) : byte);
    }
    return out;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known)
{
    std::string_view best;
    auto least = kMostWrongLetters + 1;
    for (const auto candidate : known) {
        if (word.size() > candidate.size() + kMostWrongLetters) {
            continue;
        }
        if (const auto wrong = distance(word, candidate); wrong < least) {
            least = wrong;
            best = candidate;
        }
    }
    return best;
}

} // namespace jtv::settings
