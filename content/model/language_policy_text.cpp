// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A language policy in one line.
#include "content/model/language_policy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <sstream>
#include <utility>

namespace jtv::model {
namespace {

constexpr std::array<std::pair<std::string_view, LanguageOrder>, 4> kOrderWords{{
    {"automatic", LanguageOrder::kAutomatic},
    {"in-turn", LanguageOrder::kInTurn},
    {"side-by-side", LanguageOrder::kSideBySide},
    {"main-and-two", LanguageOrder::kMainAndTwo},
}};

Error wrongPolicy(std::string_view part)
{
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "\"{}\" is no way to share the screen between languages; write automatic, in-turn, "
            "side-by-side or main-and-two, then parts of the day as in \"; 08:00-12:00 ar de\"",
            part)};
}

// "08:30" in minutes; `last`: 24:00 is a time too.
std::optional<int> minuteOf(std::string_view text, bool last)
{
    int hour = 0;
    int minute = 0;
    const auto number = [](std::string_view digits, int& value) {
        const auto [end, fault] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return fault == std::errc{} && end == digits.data() + digits.size() && value >= 0;
    };
    if (text.size() != 5 || text[2] != ':' || !number(text.substr(0, 2), hour) ||
        !number(text.substr(3), minute) || minute > 59) {
        return std::nullopt;
    }
    const int whole = hour * 60 + minute;
    return whole < 24 * 60 || (last && whole == 24 * 60) ? std::optional(whole) : std::nullopt;
}

bool isTag(std::string_view word)
{
    return !word.empty() && word.size() <= 35 && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

std::optional<LanguagePolicy::Period> periodFrom(const std::string& part)
{
    std::istringstream words(part);
    std::string times;
    words >> times;
    const auto from = minuteOf(std::string_view(times).substr(0, 5), false);
    const auto to = times.size() == 11 && times[5] == '-'
                        ? minuteOf(std::string_view(times).substr(6), true)
                        : std::nullopt;
    if (!from || !to || *from == *to) {
        return std::nullopt;
    }
    LanguagePolicy::Period period{*from, *to, {}};
    for (std::string word; words >> word;) {
        if (!isTag(word)) {
            return std::nullopt;
        }
        period.languages.push_back(word);
    }
    return period.languages.empty() ? std::nullopt : std::optional(std::move(period));
}

} // namespace

std::string writeLanguagePolicy(const LanguagePolicy& policy)
{
    const auto* const word =
        std::find_if(kOrderWords.begin(), kOrderWords.end(), [&](const auto& entry) {
            return entry.second == policy.order;
        });
    std::string text(word->first);
    for (const auto& period : policy.periods) {
        text += fmt::format(
            "; {:02}:{:02}-{:02}:{:02} {}",
            period.from / 60,
            period.from % 60,
            period.to / 60,
            period.to % 60,
            fmt::join(period.languages, " "));
    }
    return text;
}

Result<LanguagePolicy> parseLanguagePolicy(std::string_view text)
{
    std::istringstream parts{std::string(text)};
    std::string part;
    std::getline(parts, part, ';');
    const auto* const word =
        std::find_if(kOrderWords.begin(), kOrderWords.end(), [&](const auto& entry) {
            return entry.first == part;
        });
    if (word == kOrderWords.end()) {
        return wrongPolicy(part);
    }
    LanguagePolicy policy{word->second, {}};
    while (std::getline(parts, part, ';')) {
        auto period = periodFrom(part);
        if (!period || policy.periods.size() == kMostPeriods) {
            return wrongPolicy(part);
        }
        policy.periods.push_back(*std::move(period));
    }
    return policy;
}

} // namespace jtv::model
