// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Times of captions.
#include "content/captions/timestamp.h"

#include "base/ascii.h"
#include "content/captions/encoding.h"

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

// A number of so many digits behind a sign.
std::optional<Scanner::Number> after(Scanner& scanner, std::string_view sign, std::size_t digits)
{
    const auto number = scanner.skip(sign) ? scanner.number() : std::nullopt;
    return number && number->digits == digits ? number : std::nullopt;
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
    while (!text_.empty() && isDigit(text_.front())) {
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
    auto left = scanner.number();
    auto right = left ? after(scanner, ":", 2) : std::nullopt;
    long long hours = 0;
    if (right && (left->digits != 2 || left->value > 59 || scanner.rest().starts_with(':'))) {
        hours = left->value;
        left = right;
        right = after(scanner, ":", 2);
    }
    const auto fraction = right ? after(scanner, ".", 3) : std::nullopt;
    if (!fraction || left->value > 59 || right->value > 59) {
        return std::nullopt;
    }
    return timeOf(hours, left->value, right->value, fraction->value);
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
