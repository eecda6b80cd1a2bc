// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The decoder of line-21 captions.
#include "content/captions/cea608.h"

#include "content/captions/encoding.h"
#include "content/captions/line_builder.h"

#include <algorithm>
#include <utility>

namespace jtv::captions {
namespace {

// Those of 0x20 … 0x7F that are not ASCII.
std::uint32_t basicLetter(std::uint8_t code)
{
    switch (code) {
    case 0x27:
        return 0x2019;
    case 0x2A:
        return 0xE1;
    case 0x5C:
        return 0xE9;
    case 0x5E:
        return 0xED;
    case 0x5F:
        return 0xF3;
    case 0x60:
        return 0xFA;
    case 0x7B:
        return 0xE7;
    case 0x7C:
        return 0xF7;
    case 0x7D:
        return 0xD1;
    case 0x7E:
        return 0xF1;
    case 0x7F:
        return 0x2588;
    default:
        return code;
    }
}

constexpr std::array<std::uint16_t, 16> kSpecial{
    0xAE,
    0xB0,
    0xBD,
    0xBF,
    0x2122,
    0xA2,
    0xA3,
    0x266A,
    0xE0,
    0xA0,
    0xE8,
    0xE2,
    0xEA,
    0xEE,
    0xF4,
    0xFB};
constexpr std::array<std::uint16_t, 64> kExtended{
    0xC1,   0xC9,   0xD3,   0xDA,   0xDC, 0xFC, 0x2018, 0xA1, 0x2A,   0x2019, 0x2014, 0xA9,  0x2120,
    0x2022, 0x201C, 0x201D, 0xC0,   0xC2, 0xC7, 0xC8,   0xCA, 0xCB,   0xEB,   0xCE,   0xCF,  0xEF,
    0xD4,   0xD9,   0xF9,   0xDB,   0xAB, 0xBB, 0xC3,   0xE3, 0xCD,   0xCC,   0xEC,   0xD2,  0xF2,
    0xD5,   0xF5,   0x7B,   0x7D,   0x5C, 0x5E, 0x5F,   0x7C, 0x7E,   0xC4,   0xE4,   0xD6,  0xF6,
    0xDF,   0xA5,   0xA4,   0x2502, 0xC5, 0xE5, 0xD8,   0xF8, 0x250C, 0x2510, 0x2514, 0x2518};

// Row 1 … 15 by the three low bits of the first byte, and whether the second says "the next".
constexpr std::array<int, 16> kRowOf{11, 0, 1, 2, 3, 4, 12, 13, 14, 15, 5, 6, 7, 8, 9, 10};

constexpr std::array<model::CaptionColour, 7> kPenColours{
    model::CaptionColour::kWhite,
    model::CaptionColour::kLime,
    model::CaptionColour::kBlue,
    model::CaptionColour::kCyan,
    model::CaptionColour::kRed,
    model::CaptionColour::kYellow,
    model::CaptionColour::kMagenta};

// `attribute`: 0 … 6 a colour, 7 white and slanted.
model::CaptionSpan lookOf(unsigned attribute, bool underline)
{
    model::CaptionSpan look;
    look.italic = attribute == 7;
    const auto colour =
        attribute < kPenColours.size() ? kPenColours.at(attribute) : kPenColours.front();
    look.colour = colour == model::CaptionColour::kWhite ? model::CaptionColour::kNone : colour;
    look.underline = underline;
    return look;
}

} // namespace

// Not in the header: clang-tidy 14 dies of working out two pages while it compiles.
Cea608::Cea608() = default;

std::optional<model::Caption>
Cea608::take(std::uint8_t first, std::uint8_t second, Milliseconds time)
{
    first &= 0x7FU;
    second &= 0x7FU;
    if (first == 0 && second == 0) {
        return std::nullopt;
    }
    if (first >= 0x10 && first < 0x20) {
        const auto pair = static_cast<std::uint16_t>(first << 8U | second);
        if (pair == last_) {
            last_ = 0;
            return std::nullopt;
        }
        last_ = pair;
        const bool painted = changed_ && mode_ == Mode::kPaintOn;
        changed_ = false;
        control(first, second);
        changed_ = changed_ || painted;
        if (!changed_) {
            return std::nullopt;
        }
        changed_ = false;
        return caption(time);
    }
    last_ = 0;
    if (!ours_ || first < 0x20) {
        return std::nullopt;
    }
    put(basicLetter(first));
    if (second >= 0x20) {
        put(basicLetter(second));
    }
    changed_ = mode_ == Mode::kPaintOn;
    return std::nullopt;
}

void Cea608::control(std::uint8_t first, std::uint8_t second)
{
    const bool secondChannel = (first & 0x08U) != 0;
    const auto group = static_cast<std::uint8_t>(first & 0x17U);
    // Text mode is another service; its letters are not captions.
    const bool textMode = group == 0x14 && (second == 0x2A || second == 0x2B);
    ours_ = !secondChannel && !textMode;
    if (ours_) {
        obey(group, second);
    }
}

void Cea608::obey(std::uint8_t group, std::uint8_t second)
{
    if (second >= 0x40) {
        preamble(group, second);
    } else if (group == 0x14 && second >= 0x20 && second < 0x30) {
        command(second);
    } else if (group == 0x11 && second >= 0x20 && second < 0x30) {
        midRow(second);
    } else if (group == 0x11 && second >= 0x30) {
        put(kSpecial.at(second - 0x30U));
    } else if ((group == 0x12 || group == 0x13) && second >= 0x20) {
        backspace(); // a plain letter was sent before it, for older decoders
        put(kExtended.at((group - 0x12U) * 32U + (second - 0x20U)));
    } else if (group == 0x17 && second >= 0x21 && second <= 0x23) {
        column_ = std::min(column_ + (second - 0x20), kColumns - 1);
    }
}

void Cea608::command(std::uint8_t second)
{
    switch (second) {
    case 0x20: // resume caption loading
        mode_ = Mode::kPopOn;
        break;
    case 0x21:
        backspace();
        break;
    case 0x24: // delete to the end of the row
        std::fill(
            page()[static_cast<std::size_t>(row_)].begin() + column_,
            page()[static_cast<std::size_t>(row_)].end(),
            Cell{});
        break;
    case 0x25: // roll up two, three, four rows
    case 0x26:
    case 0x27:
        if (mode_ != Mode::kRollUp) {
            changed_ = mode_ == Mode::kPopOn;
            shown_ = {};
            hidden_ = {};
            row_ = kRows - 1;
            column_ = 0;
        }
        mode_ = Mode::kRollUp;
        rolled_ = second - 0x23;
        break;
    case 0x29: // resume direct captioning
        mode_ = Mode::kPaintOn;
        break;
    case 0x2C: // erase what is shown
        shown_ = {};
        changed_ = true;
        break;
    case 0x2D:
        newLine();
        break;
    case 0x2E:
        hidden_ = {};
        break;
    case 0x2F: // end of caption: it is shown
        std::swap(shown_, hidden_);
        mode_ = Mode::kPopOn;
        changed_ = true;
        break;
    default:
        break;
    }
}

void Cea608::moveRolled(int rows, int row)
{
    const Page before = std::exchange(shown_, Page());
    for (int i = 0; i < rows && i <= row_ && i <= row; ++i) {
        shown_[static_cast<std::size_t>(row - i)] = before[static_cast<std::size_t>(row_ - i)];
    }
}

void Cea608::preamble(std::uint8_t first, std::uint8_t second)
{
    const unsigned index = (first & 0x07U) * 2 + ((second & 0x20U) != 0 ? 1 : 0);
    const int row = kRowOf.at(index);
    if (row == 0) {
        return;
    }
    if (mode_ == Mode::kRollUp && row - 1 != row_) {
        moveRolled(rolled_, row - 1);
    }
    row_ = row - 1;
    const unsigned attribute = (second & 0x1EU) >> 1U;
    const bool indented = attribute >= 8;
    look_ = lookOf(indented ? 0 : attribute, (second & 0x01U) != 0);
    column_ = indented ? static_cast<int>(attribute - 8) * 4 : 0;
}

void Cea608::midRow(std::uint8_t second)
{
    put(' ');
    const unsigned attribute = (second & 0x0EU) >> 1U;
    auto look = lookOf(attribute, (second & 0x01U) != 0);
    if (attribute == 7) {
        look.colour = look_.colour;
    }
    look_ = look;
}

void Cea608::put(std::uint32_t letter)
{
    if (mode_ == Mode::kNone) {
        return;
    }
    Row& row = page()[static_cast<std::size_t>(row_)];
    row[static_cast<std::size_t>(column_)] = {letter, look_};
    column_ = std::min(column_ + 1, kColumns - 1);
}

void Cea608::backspace()
{
    if (mode_ == Mode::kNone) {
        return;
    }
    column_ = std::max(column_ - 1, 0);
    page()[static_cast<std::size_t>(row_)][static_cast<std::size_t>(column_)] = {};
}

void Cea608::newLine()
{
    if (mode_ != Mode::kRollUp) {
        return;
    }
    changed_ = true;
    moveRolled(rolled_ - 1, row_ - 1);
    column_ = 0;
}

model::Caption Cea608::caption(Milliseconds time) const
{
    LineBuilder lines;
    int first = kRows;
    for (int number = 0; number < kRows; ++number) {
        for (const Cell& cell : shown_[static_cast<std::size_t>(number)]) {
            std::string letter;
            appendUtf8(letter, cell.letter == 0 ? ' ' : cell.letter);
            lines.add(letter, cell.look);
            first = cell.letter != 0 ? std::min(first, number) : first;
        }
        lines.add("\n", {});
    }
    model::Caption caption;
    caption.begin = time;
    caption.end = Milliseconds::max();
    caption.lines = lines.take();
    // The lower third is where captions stand anyway; above it a film keeps something free below.
    constexpr int kLower = 9;
    if (first < kLower) {
        caption.place.snapToLines = false;
        caption.place.line = first * 100.0 / kRows;
    }
    return caption;
}

} // namespace jtv::captions
