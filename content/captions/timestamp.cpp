// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Times of captions.
#include "content/captions/timestamp.h"

#include "content/captions/encoding.h"
#include "content/model/ascii.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace jtv::captions {
namespace {

constexpr long long kMost = 1'000'000; // 114 years of hours

Milliseconds timeOf(long long hours, long long minutes, long long seconds, long long thousandths)
{
    const auto bounded = [](long long value) { return std::min(value, kMost); };
    return Milliseconds(
        ((bounded(hours) * 60 + bounded(minutes)) * 60 + bounded(seconds)) * 1000 + thousandths);
}

// ".5" is 500 thousandths, ".1234" 123.
long long thousandthsOf(std::string_view digits)
{
    long long value = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    }
    return value;
}

} // namespace

void Scanner::skipSpace()
{
    text_.remove_prefix(std::min(text_.find_first_not_of(kWebVttSpace), text_.size()));
}

bool Scanner::skip(std::string_view word)
{
    if (!text_.starts_with(word)) {
        return false;
    }
    text_.remove_prefix(word.size());
    return true;
}

std::optional<Scanner::Number> Scanner::number()
{
    Number number;
    while (!text_.empty() && model::isDigit(text_.front())) {
        if (number.value < kMost) {
            number.value = number.value * 10 + (text_.front() - '0');
        }
        ++number.digits;
        text_.remove_prefix(1);
    }
    return number.digits > 0 ? std::optional(number) : std::nullopt;
}

std::optional<Milliseconds> readTimestamp(Scanner& scanner)
{
    const auto first = scanner.number();
    if (!first || !scanner.skip(":")) {
        return std::nullopt;
    }
    const bool hours = first->digits != 2 || first->value > 59;
    const auto second = scanner.number();
    if (!second || second->digits != 2) {
        return std::nullopt;
    }
    std::optional<Scanner::Number> third;
    if (hours || scanner.rest().starts_with(':')) {
        third = scanner.skip(":") ? scanner.number() : std::nullopt;
        if (!third || third->digits != 2) {
            return std::nullopt;
        }
    }
    const auto fraction = scanner.skip(".") ? scanner.number() : std::nullopt;
    if (!fraction || fraction->digits != 3) {
        return std::nullopt;
    }
    const long long minutes = third ? second->value : first->value;
    const long long seconds = third ? third->value : second->value;
    if (minutes > 59 || seconds > 59) {
        return std::nullopt;
    }
    return timeOf(third ? first->value : 0, minutes, seconds, fraction->value);
}

std::optional<Milliseconds> parseTimestamp(std::string_view text)
{
    Scanner scanner(text);
    const auto time = readTimestamp(scanner);
    return scanner.atEnd() ? time : std::nullopt;
}

std::optional<Milliseconds> readLooseTime(Scanner& scanner)
{
    constexpr std::size_t kMostParts = 4;
    std::vector<long long> parts;
    while (parts.size() < kMostParts) {
        const auto part = scanner.number();
        if (!part) {
            return std::nullopt;
        }
        parts.push_back(part->value);
        // SubStation Alpha's 0:00:01:50 has a colon before the hundredths.
        if (parts.size() == 3 && scanner.rest().size() > 2 && scanner.rest().front() == ':') {
            break;
        }
        if (!scanner.skip(":")) {
            break;
        }
    }
    if (parts.size() < 2 || parts.size() > 3) {
        return std::nullopt;
    }
    long long thousandths = 0;
    if (scanner.skip(",") || scanner.skip(".") || (parts.size() == 3 && scanner.skip(":"))) {
        const auto digits = scanner.rest();
        const auto fraction = scanner.number();
        thousandths = fraction ? thousandthsOf(digits.substr(0, fraction->digits)) : 0;
    }
    parts.insert(parts.begin(), 3 - parts.size(), 0);
    return timeOf(parts[0], parts[1], parts[2], thousandths);
}

std::string timestampText(Milliseconds time)
{
    const auto all = std::max<long long>(time.count(), 0);
    return fmt::format(
        "{:02}:{:02}:{:02}.{:03}", all / 3'600'000, all / 60'000 % 60, all / 1000 % 60, all % 1000);
}

} // namespace jtv::captions
