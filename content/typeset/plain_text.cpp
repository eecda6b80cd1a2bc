// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text that is no slide: set by the same fonts, in one colour.
#include "content/typeset/plain_text.h"

#include "content/typeset/composition.h"
#include "content/typeset/glyph_lock.h"
#include "content/typeset/sizes.h"
#include "content/typeset/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace jtv::typeset {
namespace {

constexpr double kLeastSize = 12; // px
constexpr double kSmallerText = 0.92;
constexpr double kOfHeight = 0.94; // the room that text may take
constexpr double kTickerSize = 0.6;
constexpr double kTickerInk = 0.8;
constexpr double kGap = 2.0;          // between two rounds of a ticker, in heights
constexpr int kLongestStrip = 60'000; // px
constexpr double kMostPixels = 24e6;  // of a long text: 96 MB
constexpr double kSideMargin = 0.04;  // of a long text, of its zone's width
constexpr double kOfShortSide = 0.2;  // a long text's size at most, of its zone

// Pango counts in 1/1024 px and 31 bits: were each letter a line, it could not tell the height.
bool measurable(const std::string& text, double size)
{
    return static_cast<double>(text.size()) * size < 1.2e6;
}

bool blank(const std::string& text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

Element placed(const Lines& lines, double x, double y, const Box& room, std::uint32_t colour)
{
    const auto ink = Colour::hex(colour);
    return PlacedText{lines, x, y, room, ink, ink};
}

// The lines one after the other, with a mark between them.
std::string inOneLine(const std::string& text)
{
    std::string line;
    for (const char c : text.substr(0, text.find_last_not_of(" \n") + 1)) {
        line += c == '\n' ? std::string("   \u2022   ") : std::string(1, c);
    }
    return line;
}

bool readsRightToLeft(const std::string& text)
{
    const auto lines = TextSetter(languageOf("de")).set(text, {}, 0);
    pango_layout_set_auto_dir(lines.get(), TRUE);
    auto* const first = pango_layout_get_line_readonly(lines.get(), 0);
    return pango_layout_line_get_resolved_direction(first) == PANGO_DIRECTION_RTL;
}

// The letters say in which direction they are read, whatever language is asked for.
Language languageFor(const PlainText& text)
{
    auto language = languageOf(text.language);
    const bool rightToLeft = readsRightToLeft(text.text);
    if (rightToLeft == language.rightToLeft) {
        return language;
    }
    return languageOf(rightToLeft ? "ar" : "de");
}

// Strokes below the line and marks above it stay inside, in every script.
Lines setTicker(const std::string& line, const TextSetter& setter, int height)
{
    double size = height * kTickerSize;
    auto lines = setter.set(line, {.size = size}, 0);
    while (inkBox(lines).height > height * kTickerInk && size > 1) {
        size *= kSmallerText;
        lines = setter.set(line, {.size = size}, 0);
    }
    return lines;
}

Result<Pixels>
painted(const Lines& lines, double x, double y, const Box& room, std::uint32_t colour)
{
    Composition composition;
    composition.width = static_cast<int>(room.width);
    composition.height = static_cast<int>(room.height);
    composition.elements.push_back(placed(lines, x, y, room, colour));
    return paint(composition);
}

// The largest size, but not below `least`, in which it fits; nullopt: there is none.
std::optional<Result<Pixels>>
fitted(const PlainText& text, const TextSetter& setter, const Box& room, double least)
{
    for (double size = room.height * 0.7; size >= least; size *= kSmallerText) {
        if (!measurable(text.text, size)) {
            continue;
        }
        const auto lines = setter.set(text.text, {.size = size, .centred = true}, room.width);
        const auto box = logicalBox(lines);
        if (box.width <= room.width && box.height <= room.height * kOfHeight) {
            return painted(lines, 0, (room.height - box.height) / 2 - box.y, room, text.colour);
        }
    }
    return std::nullopt;
}

} // namespace

Result<Pixels> renderText(const PlainText& text, int width, int height)
{
    const GlyphLock lock;
    if (blank(text.text) || width <= 0 || height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no text to show; write some"};
    }
    const Box room{0, 0, static_cast<double>(width), static_cast<double>(height)};
    auto pixels = fitted(text, TextSetter(languageFor(text)), room, kLeastSize);
    if (!pixels) {
        return Error{
            ErrorKind::kInvalid,
            "the text does not fit into its zone at a readable size; shorten it or enlarge the "
            "zone"};
    }
    return *std::move(pixels);
}

Result<Pixels> renderLongText(const PlainText& text, const Target& target)
{
    const GlyphLock lock;
    if (blank(text.text) || target.width <= 0 || target.height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no text to show; write some"};
    }
    const TextSetter setter(languageFor(text));
    Box room{0, 0, static_cast<double>(target.width), static_cast<double>(target.height)};
    // In a small zone of a large wall the readable size would fill it.
    const double largest = std::min(room.width, room.height) * kOfShortSide;
    const auto smallest = smallestText(target);
    if (!smallest) {
        return smallest.error();
    }
    const double readable = std::min(*smallest, largest);
    if (auto pixels = fitted(text, setter, room, readable)) {
        return *std::move(pixels);
    }
    const double margin = room.width * kSideMargin;
    const double column = room.width - 2 * margin;
    double size = readable;
    Box box;
    Lines lines;
    while (measurable(text.text, size)) {
        lines = setter.set(text.text, {.size = size}, column);
        box = logicalBox(lines);
        if (box.width <= column || size <= kLeastSize) {
            break;
        }
        size *= kSmallerText; // a word is longer than the line
    }
    room.height = std::max(room.height, std::ceil(box.height + 2 * margin));
    if (!lines.layout || room.width * room.height > kMostPixels) {
        return Error{
            ErrorKind::kInvalid,
            "the text is too long to be moved through its zone; make several of it"};
    }
    return painted(lines, margin, margin - box.y, room, text.colour);
}

Result<Ticker> renderTicker(const PlainText& text, int height, int least)
{
    const GlyphLock lock;
    if (blank(text.text) || height <= 0) {
        return Error{ErrorKind::kInvalid, "there is no text to show; write some"};
    }
    const auto lines = setTicker(inOneLine(text.text), TextSetter(languageFor(text)), height);
    const auto box = logicalBox(lines);
    const auto ink = inkBox(lines);
    const double gap = kGap * height;
    const double length = std::max<double>(least, std::ceil(box.width + gap));
    if (length > kLongestStrip) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the ticker's text is {:.0f} times too long; make several of it",
                std::ceil(length / kLongestStrip))};
    }
    Ticker ticker;
    ticker.rightToLeft = readsRightToLeft(text.text);
    Composition composition;
    composition.width = static_cast<int>(length);
    composition.height = height;
    const Box room{0, 0, length, static_cast<double>(height)};
    // What is read first leads.
    const double x = ticker.rightToLeft ? length - box.width : 0;
    composition.elements.push_back(
        placed(lines, x - box.x, (height - ink.height) / 2 - ink.y, room, text.colour));
    auto strip = paint(composition);
    if (!strip) {
        return std::move(strip).error();
    }
    ticker.strip = *std::move(strip);
    return ticker;
}

} // namespace jtv::typeset
