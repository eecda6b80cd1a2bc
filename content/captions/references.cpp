// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The names are those of HTML 4: Latin-1 in order, and the punctuation that texts really have.
#include "content/captions/references.h"

#include "base/ascii.h"
#include "content/captions/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace jtv::captions {
namespace {

// U+00A0 … U+00FF; HTML allows these without the semicolon too.
constexpr std::array<std::string_view, 96> kLatin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Name {
    std::string_view name;
    std::uint32_t code;
};
constexpr std::array kLegacy{Name{"amp", '&'}, Name{"lt", '<'}, Name{"gt", '>'}, Name{"quot", '"'}};
constexpr std::array kOthers{
    Name{"apos", '\''},     Name{"lrm", 0x200E},    Name{"rlm", 0x200F},   Name{"zwj", 0x200D},
    Name{"zwnj", 0x200C},   Name{"ensp", 0x2002},   Name{"emsp", 0x2003},  Name{"thinsp", 0x2009},
    Name{"ndash", 0x2013},  Name{"mdash", 0x2014},  Name{"lsquo", 0x2018}, Name{"rsquo", 0x2019},
    Name{"sbquo", 0x201A},  Name{"ldquo", 0x201C},  Name{"rdquo", 0x201D}, Name{"bdquo", 0x201E},
    Name{"lsaquo", 0x2039}, Name{"rsaquo", 0x203A}, Name{"bull", 0x2022},  Name{"hellip", 0x2026},
    Name{"euro", 0x20AC},   Name{"trade", 0x2122},  Name{"OElig", 0x0152}, Name{"oelig", 0x0153},
    Name{"Scaron", 0x0160}, Name{"scaron", 0x0161}, Name{"Yuml", 0x0178},  Name{"minus", 0x2212}};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// 0 = unknown. `legacy`: only names that need no semicolon.
std::uint32_t codeOf(std::string_view name, bool legacy)
{
    const auto is = [&](const Name& known) { return known.name == name; };
    if (const auto* at = std::find_if(kLegacy.begin(), kLegacy.end(), is); at != kLegacy.end()) {
        return at->code;
    }
    if (const auto* at = std::find(kLatin1.begin(), kLatin1.end(), name); at != kLatin1.end()) {
        return 0xA0U + static_cast<std::uint32_t>(at - kLatin1.begin());
    }
    const auto* at = std::find_if(kOthers.begin(), kOthers.end(), is);
    return legacy || at == kOthers.end() ? 0 : at->code;
}

int digitValue(char c, unsigned base)
{
    const int value = isDigit(c)               ? c - '0'
                      : (c >= 'a' && c <= 'f') ? c - 'a' + 10
                      : (c >= 'A' && c <= 'F') ? c - 'A' + 10
                                               : 99;
    return value < static_cast<int>(base) ? value : -1;
}

// "&#228;" and "&#xE4;", with or without the semicolon.
std::size_t readCodePoint(std::string_view text, std::string& out)
{
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const unsigned base = hexadecimal ? 16 : 10;
    const std::size_t first = hexadecimal ? 3 : 2;
    std::size_t at = first;
    std::uint32_t code = 0;
    while (at < text.size() && digitValue(text[at], base) >= 0) {
        const auto digit = static_cast<std::uint32_t>(digitValue(text[at], base));
        code = std::min<std::uint32_t>(code * base + digit, 0x110000);
        ++at;
    }
    if (at == first) {
        out += '&';
        return 1;
    }
    appendUtf8(
        out, code >= 0x80 && code < 0xA0 ? fromWindows1252(static_cast<std::uint8_t>(code)) : code);
    return at < text.size() && text[at] == ';' ? at + 1 : at;
}

} // namespace

std::size_t readReference(std::string_view text, std::string& out)
{
    if (text.size() > 1 && text[1] == '#') {
        return readCodePoint(text, out);
    }
    std::size_t end = 1;
    while (end < text.size() && end < 10 && (isLetter(text[end]) || isDigit(text[end]))) {
        ++end;
    }
    if (end < text.size() && text[end] == ';') {
        if (const auto code = codeOf(text.substr(1, end - 1), false); code != 0) {
            appendUtf8(out, code);
            return end + 1;
        }
    }
    for (; end > 2; --end) {
        if (const auto code = codeOf(text.substr(1, end - 1), true); code != 0) {
            appendUtf8(out, code);
            return end;
        }
    }
    out += '&';
    return 1;
}

std::string escaped(std::string_view text)
{
    constexpr std::array kWritten{
        Name{"&amp;", '&'},
        Name{"&lt;", '<'},
        Name{"&gt;", '>'},
        Name{"&lrm;", 0x200E},
        Name{"&rlm;", 0x200F},
        Name{"&nbsp;", 0xA0}};
    std::string out;
    while (!text.empty()) {
        const auto* found = std::find_if(kWritten.begin(), kWritten.end(), [&](const Name& name) {
            std::string letter;
            appendUtf8(letter, name.code);
            return text.starts_with(letter);
        });
        if (found == kWritten.end()) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        out += found->name;
        text.remove_prefix(found->code < 0x80 ? 1 : found->code < 0x800 ? 2 : 3);
    }
    return out;
}

} // namespace jtv::captions
