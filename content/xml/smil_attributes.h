// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every part of the SMIL writer writes: words, numbers, timing and conditions.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/writer.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace jtv::xml {

// Without an exponent, which neither lengths nor counts may have.
std::string smilNumber(double value);

void writeIfAny(Writer& writer, std::string_view name, const std::string& value);

template <typename Enum, std::size_t size>
void writeWord(
    Writer& writer,
    std::string_view name,
    Enum value,
    const std::array<std::pair<Enum, std::string_view>, size>& words)
{
    for (const auto& [meaning, word] : words) {
        if (meaning == value) {
            writer.attribute(name, word);
        }
    }
}

// The attributes of SMIL 3.0 §5 that are set: xml:id, begin, end, dur, repeats, min, max, fill,
// restart, endsync.
void writeTiming(Writer& writer, const model::TimeNode& node);

// The test attributes of §4.3 and `expr`.
void writeCondition(Writer& writer, const model::Condition& condition);

} // namespace jtv::xml
