// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Times as the formats write them.
#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace jtv::captions {

// Reads from the front of a text what belongs to it and leaves the rest.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    void skipSpace();
    bool skip(std::string_view word);
    // nullopt when no digit stands there. `digits`: how many there were.
    struct Number {
        long long value = 0; // beyond 10^6 no longer exact
        std::size_t digits = 0;
    };
    std::optional<Number> number();
    bool atEnd() const { return text_.empty(); }
    std::string_view rest() const { return text_; }

private:
    std::string_view text_;
};

// WebVTT [6.3 "collect a WebVTT timestamp"]: [hours:]mm:ss.mmm, nothing else.
std::optional<Milliseconds> readTimestamp(Scanner& scanner);
// The whole text, as inside <…>.
std::optional<Milliseconds> parseTimestamp(std::string_view text);

// SubRip and SubStation Alpha as found: [[h:]m:]s with comma, point or colon before the fraction,
// of any number of digits.
std::optional<Milliseconds> readLooseTime(Scanner& scanner);

// hh:mm:ss.mmm
std::string timestampText(Milliseconds time);

} // namespace jtv::captions
