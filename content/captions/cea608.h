// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Line-21 captions (CEA-608, 47 CFR 15.119) as they lie in the pictures of American films: channel
// CC1, byte pair by byte pair. Western European letters; pop-on, roll-up and paint-on.
#pragma once

#include "content/model/captions.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::captions {

// Any one thread.
class Cea608 {
public:
    Cea608();

    // One pair of field 1, with or without parity, of the picture at `time`. What is shown from
    // then on, until the next one is given back, where that changed: its end is
    // Milliseconds::max(), and without lines nothing is shown. Lines that are being written appear
    // when they are complete.
    std::optional<model::Caption> take(std::uint8_t first, std::uint8_t second, Milliseconds time);

private:
    static constexpr int kRows = 15;
    static constexpr int kColumns = 32;
    enum class Mode { kNone, kPopOn, kRollUp, kPaintOn };
    struct Cell {
        std::uint32_t letter = 0; // 0 = transparent
        model::CaptionSpan look;  // without text
    };
    using Row = std::array<Cell, kColumns>;
    using Page = std::array<Row, kRows>;

    void control(std::uint8_t first, std::uint8_t second);
    void obey(std::uint8_t group, std::uint8_t second);
    void command(std::uint8_t second);
    void moveRolled(int rows, int row); // so many, the lowest of them to `row`
    void preamble(std::uint8_t first, std::uint8_t second);
    void midRow(std::uint8_t second);
    void put(std::uint32_t letter);
    void backspace();
    void newLine();
    Page& page() { return mode_ == Mode::kPopOn ? hidden_ : shown_; }
    model::Caption caption(Milliseconds time) const;

    Page shown_;
    Page hidden_;
    Mode mode_ = Mode::kNone;
    int row_ = kRows - 1;
    int column_ = 0;
    int rolled_ = 2; // rows that roll up
    model::CaptionSpan look_;
    bool ours_ = true;       // the pairs belong to our channel
    bool changed_ = false;   // what is shown, since the last caption given back
    std::uint16_t last_ = 0; // the control pair before: it is sent twice
};

} // namespace jtv::captions
