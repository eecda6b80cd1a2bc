// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tokens that are days, years or amounts, compared with today.
#include "content/review/dated.h"

#include "amounts_by_law.h"
#include "content/review/german_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string>

namespace jtv::review {
namespace {

using model::Day;

std::vector<std::string> tokensOf(std::string_view text)
{
    std::vector<std::string> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        auto token = lowered(text.substr(at, end - at));
        constexpr std::string_view kAround = ",;:!?()\"'";
        while (!token.empty() && kAround.find(token.back()) != std::string_view::npos) {
            token.pop_back();
        }
        while (!token.empty() && kAround.find(token.front()) != std::string_view::npos) {
            token.erase(0, 1);
        }
        if (!token.empty()) {
            tokens.push_back(token);
        }
        at = end + 1;
    }
    return tokens;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    return whole && !text.empty() ? std::optional(value) : std::nullopt;
}

std::optional<Day> dayOf(int day, int month, int year)
{
    const Day made{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    const bool sane = day > 0 && month > 0 && year >= 1990 && year <= 2100;
    return sane && made.ok() ? std::optional(made) : std::nullopt;
}

// "12.03.2026", "2026-03-12"
std::optional<Day> writtenDay(std::string_view token)
{
    if (token.size() == 11 && token.back() == '.') {
        token.remove_suffix(1); // the end of a sentence
    }
    const bool iso = token.size() == 10 && token[4] == '-' && token[7] == '-';
    if (iso) {
        const auto year = number(token.substr(0, 4));
        const auto month = number(token.substr(5, 2));
        const auto day = number(token.substr(8, 2));
        return year && month && day ? dayOf(*day, *month, *year) : std::nullopt;
    }
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    auto last = token.substr(second + 1);
    if (!last.empty() && last.back() == '.') {
        last.remove_suffix(1);
    }
    const auto day = number(token.substr(0, first));
    const auto month = number(token.substr(first + 1, second - first - 1));
    const auto year = last.size() == 4 ? number(last) : std::nullopt;
    return year && month && day ? dayOf(*day, *month, *year) : std::nullopt;
}

int monthNamed(std::string_view word)
{
    constexpr std::array<std::string_view, 24> kNames{
        "januar",  "februar",  "märz",      "april",   "mai",      "juni",
        "juli",    "august",   "september", "oktober", "november", "dezember",
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const auto* const found = std::find(kNames.begin(), kNames.end(), word);
    return found == kNames.end() ? 0 : static_cast<int>(found - kNames.begin()) % 12 + 1;
}

std::string_view withoutStop(std::string_view token)
{
    if (!token.empty() && token.back() == '.') {
        token.remove_suffix(1);
    }
    return token;
}

// "12. März 2026" beginning at `i`.
std::optional<Day> spokenDay(const std::vector<std::string>& tokens, std::size_t i)
{
    if (i + 2 >= tokens.size()) {
        return std::nullopt;
    }
    const auto day = number(withoutStop(tokens[i]));
    const auto year = number(withoutStop(tokens[i + 2]));
    const int month = monthNamed(tokens[i + 1]);
    return day && year && month > 0 ? dayOf(*day, month, *year) : std::nullopt;
}

bool tellsABeginning(const std::vector<std::string>& tokens, std::size_t i)
{
    constexpr std::array<std::string_view, 12> kWords{
        "seit",
        "stand",
        "vom",
        "von",
        "gegründet",
        "geboren",
        "since",
        "founded",
        "from",
        "\u00A9",
        "ab",
        "of"};
    return i > 0 && std::find(kWords.begin(), kWords.end(), tokens[i - 1]) != kWords.end();
}

Finding pastDay(const model::SourcePlace& place, const std::string& written)
{
    return {
        place,
        Severity::kWarning,
        Rule::kPastDate,
        {fmt::format(
             "„{}“ ist vorbei; nennen Sie den neuen Termin oder nehmen Sie ihn weg.", written),
         fmt::format("\"{}\" is past; give the new date or take it away.", written)}};
}

struct NamedDay {
    Day day;
    std::string written;
};

// "31.12.2025", or "31. Dezember 2025" from token i on.
std::optional<NamedDay> dayNamed(const std::vector<std::string>& tokens, std::size_t i)
{
    if (const auto written = writtenDay(tokens[i])) {
        return NamedDay{*written, tokens[i]};
    }
    if (const auto spoken = spokenDay(tokens, i)) {
        return NamedDay{*spoken, fmt::format("{} {} {}", tokens[i], tokens[i + 1], tokens[i + 2])};
    }
    return std::nullopt;
}

// A year of this century that no month stands before.
std::optional<int> yearAlone(const std::vector<std::string>& tokens, std::size_t i)
{
    const bool month = i > 0 && monthNamed(tokens[i - 1]) > 0;
    const auto year = number(withoutStop(tokens[i]));
    return !month && year && *year >= 2000 && tokens[i].size() <= 5 ? year : std::nullopt;
}

void days(
    const std::vector<std::string>& tokens,
    const model::SourcePlace& place,
    Day today,
    std::vector<Finding>& findings)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tellsABeginning(tokens, i)) {
            continue;
        }
        if (const auto named = dayNamed(tokens, i)) {
            if (named->day < today) {
                findings.push_back(pastDay(place, named->written));
            }
        } else if (const auto year = yearAlone(tokens, i);
                   year && *year < static_cast<int>(today.year())) {
            findings.push_back(pastDay(place, std::string(withoutStop(tokens[i]))));
        }
    }
}

struct Amount {
    std::string_view word;
    std::string_view euros;
    Day first;
    std::optional<Day> last;
};

const std::vector<Amount>& amounts()
{
    static const std::vector<Amount> kAmounts = [] {
        std::vector<Amount> list;
        std::string_view rest = kAmountsByLaw;
        while (!rest.empty()) {
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            const auto one = line.find('\t');
            const auto two = line.find('\t', one + 1);
            const auto three = line.find('\t', two + 1);
            if (line.empty() || line.front() == '#' || three == std::string_view::npos) {
                continue;
            }
            const auto first = writtenDay(line.substr(two + 1, three - two - 1));
            if (first) {
                list.push_back(
                    {line.substr(0, one),
                     line.substr(one + 1, two - one - 1),
                     *first,
                     writtenDay(line.substr(three + 1))});
            }
        }
        return list;
    }();
    return kAmounts;
}

const Amount* amountNow(std::string_view word, Day today)
{
    const auto& list = amounts();
    const auto found = std::find_if(list.begin(), list.end(), [&](const Amount& amount) {
        return amount.word == word && amount.first <= today &&
               (!amount.last || today <= *amount.last);
    });
    return found == list.end() ? nullptr : &*found;
}

bool isAmountAt(const std::vector<std::string>& tokens, std::size_t i, std::string_view euros)
{
    std::string_view token = tokens[i];
    const bool sign = endsWith(token, "\u20AC");
    if (sign) {
        token.remove_suffix(3);
    }
    const bool unit = sign || (i + 1 < tokens.size() && (startsWith(tokens[i + 1], "\u20AC") ||
                                                         startsWith(tokens[i + 1], "euro")));
    return unit && (token == euros || token == std::string(euros) + ",00" ||
                    (endsWith(euros, ",00") && token == euros.substr(0, euros.size() - 3)));
}

void amountsOf(
    const std::vector<std::string>& tokens,
    const model::SourcePlace& place,
    Day today,
    std::vector<Finding>& findings)
{
    for (const auto& amount : amounts()) {
        const bool named = std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
            return token.find(amount.word) != std::string::npos;
        });
        if (!named || !amount.last || *amount.last >= today) {
            continue;
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!isAmountAt(tokens, i, amount.euros)) {
                continue;
            }
            const auto* const now = amountNow(amount.word, today);
            const auto german = now == nullptr ? std::string("prüfen Sie den Betrag")
                                               : fmt::format("jetzt sind es {} Euro", now->euros);
            const auto english = now == nullptr ? std::string("check the amount")
                                                : fmt::format("now it is {} euros", now->euros);
            findings.push_back(
                {place,
                 Severity::kWarning,
                 Rule::kPastAmount,
                 {fmt::format(
                      "{} Euro galten bis {}; {}.",
                      amount.euros,
                      model::dayText(*amount.last),
                      german),
                  fmt::format(
                      "{} euros were right until {}; {}.",
                      amount.euros,
                      model::dayText(*amount.last),
                      english)}});
        }
    }
}

} // namespace

std::vector<Finding>
reviewDates(std::string_view text, const model::SourcePlace& place, model::Day today)
{
    std::vector<Finding> findings;
    const auto tokens = tokensOf(text);
    days(tokens, place, today, findings);
    amountsOf(tokens, place, today, findings);
    return findings;
}

} // namespace jtv::review
