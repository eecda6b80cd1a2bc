// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a call may be.
#include "content/model/call.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::model {
namespace {

// Letters of UTF-8; -1 for control characters.
int lettersOf(const std::string& text)
{
    const bool control = std::any_of(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    return control ? -1
                   : static_cast<int>(std::count_if(text.begin(), text.end(), [](unsigned char c) {
                         return (c & 0xC0U) != 0x80U;
                     }));
}

} // namespace

Status checkCall(const Call& call)
{
    constexpr int kMostOfNumber = 12;
    constexpr int kMostOfCounter = 16;
    const int number = lettersOf(call.number);
    const int counter = lettersOf(call.counter);
    const bool blank = call.number.find_first_not_of(' ') == std::string::npos;
    if (blank || number < 1 || number > kMostOfNumber) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the number of a call must have 1 to {} letters or digits", kMostOfNumber)};
    }
    if (counter < 0 || counter > kMostOfCounter) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the counter of a call may have at most {} letters or digits", kMostOfCounter)};
    }
    return Done{};
}

} // namespace jtv::model
