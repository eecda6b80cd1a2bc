// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How fast a language is read.
#pragma once

#include "base/clock.h"

#include <string_view>

namespace jtv::model {

struct ReadingSpeed {
    std::string_view language; // primary language
    int charactersAMinute = 0; // without spaces, practised adults
    // The language it was measured in: a close one where nobody measured this one.
    std::string_view measuredIn;
};

// Languages unknown here get the mean of all measured alphabets.
ReadingSpeed readingSpeedOf(std::string_view tag);

// UTF-8 characters other than white space, marks that stand on another letter not counted.
int charactersToRead(std::string_view text);

// What a visitor needs for so many characters, from his seat.
Milliseconds timeToRead(int characters, std::string_view tag);

// Letters a second that captions may ask for at most.
double fastestCaption(std::string_view tag);

} // namespace jtv::model
