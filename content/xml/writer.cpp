// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Escaping and indentation.
#include "content/xml/writer.h"

#include <array>
#include <cassert>
#include <cstdint>

namespace jtv::xml {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the well-formed UTF-8 sequence at the start, 0 when there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return 0;
    }
    std::uint32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return 0;
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    static constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    const bool nonCharacter = code == 0xFFFE || code == 0xFFFF;
    return code < kLeast[length] || code > 0x10FFFF || surrogate || nonCharacter ? 0 : length;
}

std::string_view entityFor(char c, bool inAttribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return inAttribute ? "&quot;" : "";
    case '\t':
        return inAttribute ? "&#9;" : "";
    case '\n':
        return inAttribute ? "&#10;" : "";
    default:
        return "";
    }
}

bool isForbidden(char c)
{
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

std::string escape(std::string_view text, bool inAttribute)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto length = sequenceLength(text);
        if (length == 0 || isForbidden(text[0])) {
            out += kReplacement;
            text.remove_prefix(1);
            continue;
        }
        const auto entity = entityFor(text[0], inAttribute);
        out += entity.empty() ? text.substr(0, length) : entity;
        text.remove_prefix(length);
    }
    return out;
}

} // namespace

std::string escapeText(std::string_view text)
{
    return escape(text, false);
}

std::string escapeAttribute(std::string_view text)
{
    return escape(text, true);
}

Writer::Writer() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void Writer::newLine()
{
    if (open_.empty() || !open_.back().mixed) {
        out_ += '\n';
        out_.append(2 * open_.size(), ' ');
    }
}

void Writer::beginContent()
{
    if (tagOpen_) {
        out_ += '>';
        tagOpen_ = false;
    }
}

Writer& Writer::open(std::string_view name)
{
    beginContent();
    const bool mixed = !open_.empty() && open_.back().mixed;
    newLine();
    out_ += '<';
    out_ += name;
    open_.push_back({std::string(name), mixed});
    tagOpen_ = true;
    return *this;
}

Writer& Writer::attribute(std::string_view name, std::string_view value)
{
    assert(tagOpen_);
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += escapeAttribute(value);
    out_ += '"';
    return *this;
}

Writer& Writer::text(std::string_view text)
{
    assert(!open_.empty());
    beginContent();
    open_.back().mixed = true;
    out_ += escapeText(text);
    return *this;
}

Writer& Writer::close()
{
    assert(!open_.empty());
    const Level level = std::move(open_.back());
    open_.pop_back();
    if (tagOpen_) {
        out_ += "/>";
        tagOpen_ = false;
        return *this;
    }
    if (!level.mixed) {
        newLine();
    }
    out_ += "</";
    out_ += level.name;
    out_ += '>';
    return *this;
}

Writer& Writer::leaf(std::string_view name, std::string_view text)
{
    return open(name).text(text).close();
}

std::string Writer::finish()
{
    assert(open_.empty());
    out_ += '\n';
    return std::move(out_);
}

} // namespace jtv::xml
