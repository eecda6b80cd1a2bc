// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Ends of licences and consents, and days as text.
#include "content/model/provenance.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace jtv::model {
namespace {

bool earlier(const std::optional<Day>& one, const std::optional<Day>& other)
{
    return one && (!other || *one < *other);
}

Error ended(std::string_view what, Day when)
{
    return {
        ErrorKind::kDenied,
        fmt::format(
            "{} ended on {}; renew it and enter the new date, or take this out of the programme",
            what,
            dayText(when))};
}

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && digits.front() != '-' ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<Day> lastDay(const Provenance& provenance)
{
    auto last = provenance.licenceUntil;
    for (const auto& consent : provenance.consents) {
        if (earlier(consent.until, last)) {
            last = consent.until;
        }
    }
    return last;
}

Status mayBeShown(const Provenance& provenance, Day today)
{
    if (provenance.licenceUntil && *provenance.licenceUntil < today) {
        return ended(fmt::format("the licence {}", provenance.licence), *provenance.licenceUntil);
    }
    for (const auto& consent : provenance.consents) {
        if (consent.until && *consent.until < today) {
            return ended(fmt::format("the consent of {}", consent.who), *consent.until);
        }
    }
    return Done{};
}

bool reviewIsDue(const Provenance& provenance, Day today)
{
    return provenance.reviewBy && *provenance.reviewBy < today;
}

std::string dayText(Day day)
{
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day()));
}

Result<Day> parseDay(std::string_view text)
{
    const Error wrong{
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is no day; write year, month and day as 2026-11-22", text)};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return wrong;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) {
        return wrong;
    }
    const Day result{
        std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))};
    return result.ok() ? Result<Day>(result) : Result<Day>(wrong);
}

} // namespace jtv::model
