// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The windows of one rule: days of the RRULE and the RDATEs, less the EXDATEs.
#include "content/timetable/recurrence.h"

#include "content/timetable/day_test.h"
#include "content/timetable/zone.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace jtv::timetable {

using model::LocalTime;
using model::TimeText;
using std::chrono::days;
using std::chrono::floor;

namespace {

constexpr std::size_t kMaxDates = 2'000; // of EXDATE and of RDATE

// Nobody plans further than one turn of the Gregorian calendar after DTSTART: every search ends
// there.
constexpr days kHorizon{146'097};

Result<TimeText> readDate(std::string_view name, const std::string& text)
{
    auto parsed = model::parseTime(text);
    if (!parsed) {
        return std::move(parsed).error().within(name);
    }
    return parsed;
}

} // namespace

struct Recurrence::State {
    Zone zone;
    LocalTime start;
    std::chrono::seconds duration;
    std::optional<DayTest> days; // nullopt: the RDATEs alone, of which DTSTART is one
    Day lastDay{};               // of the RRULE
    std::optional<WallTime> until;
    std::vector<LocalTime> extra; // RDATE, sorted
    std::set<LocalTime> without;  // EXDATE
    std::set<Day> withoutDays;

    Status readRule(const std::string& text);
    Status readDates(const model::Recurrence& from);
    Day dayOfCount(int count) const;
    LocalTime localOf(const TimeText& text) const;
    bool excluded(LocalTime begin) const;
    Occurrence occurrence(LocalTime begin) const;
    std::optional<LocalTime> ruleFrom(LocalTime from) const;
    std::optional<LocalTime> candidateFrom(LocalTime from) const;
};

Status Recurrence::State::readRule(const std::string& text)
{
    auto rule = parseRRule(text);
    if (!rule) {
        return std::move(rule).error();
    }
    const auto startDay = floor<std::chrono::days>(start);
    days.emplace(*rule, startDay);
    if (rule->count) {
        lastDay = dayOfCount(*rule->count);
    } else if (rule->until) {
        const auto local = localOf(*rule->until);
        // One day more: which of two repeated hours is meant is decided by the instant.
        lastDay = std::min(lastDay, floor<std::chrono::days>(local) + std::chrono::days{1});
        const bool wholeDay = rule->until->form == TimeText::Form::kDate;
        until = rule->until->form == TimeText::Form::kUtc
                    ? WallTime{rule->until->time.time_since_epoch()}
                    : zone.instant(wholeDay ? local + std::chrono::seconds{86'399} : local);
    }
    return Done{};
}

// The date of the last of `count` days; the horizon when it is later.
Day Recurrence::State::dayOfCount(int count) const
{
    auto day = floor<std::chrono::days>(start);
    for (int found = 0;; day += std::chrono::days{1}) {
        const auto next = days->firstFrom(day, lastDay);
        if (!next) {
            return lastDay;
        }
        day = *next;
        if (++found == count) {
            return day;
        }
    }
}

LocalTime Recurrence::State::localOf(const TimeText& text) const
{
    return text.form == TimeText::Form::kUtc ? zone.local(WallTime{text.time.time_since_epoch()})
                                             : text.time;
}

Status Recurrence::State::readDates(const model::Recurrence& from)
{
    if (from.exdates.size() > kMaxDates || from.rdates.size() > kMaxDates) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("a rule has at most {} EXDATEs and as many RDATEs", kMaxDates)};
    }
    for (const auto& text : from.exdates) {
        const auto parsed = readDate("EXDATE", text);
        if (!parsed) {
            return parsed.error();
        }
        if (parsed->form == TimeText::Form::kDate) {
            withoutDays.insert(floor<std::chrono::days>(parsed->time));
        } else {
            without.insert(localOf(*parsed));
        }
    }
    for (const auto& text : from.rdates) {
        const auto parsed = readDate("RDATE", text);
        if (!parsed) {
            return parsed.error();
        }
        const bool date = parsed->form == TimeText::Form::kDate;
        const auto timeOfDay = start - floor<std::chrono::days>(start);
        extra.push_back(date ? parsed->time + timeOfDay : localOf(*parsed));
    }
    if (!days) {
        extra.push_back(start);
    }
    std::sort(extra.begin(), extra.end());
    return Done{};
}

bool Recurrence::State::excluded(LocalTime begin) const
{
    return without.contains(begin) || withoutDays.contains(floor<std::chrono::days>(begin));
}

Occurrence Recurrence::State::occurrence(LocalTime begin) const
{
    const auto instant = zone.instant(begin);
    auto end = zone.instant(begin + duration);
    if (end <= instant) {
        end = instant + duration; // the window lies in a spring gap
    }
    return {instant, end, zone.local(instant).time_since_epoch() - instant.time_since_epoch()};
}

// The first begin of the RRULE that is not before `from`.
std::optional<LocalTime> Recurrence::State::ruleFrom(LocalTime from) const
{
    if (!days) {
        return std::nullopt;
    }
    const auto timeOfDay = start - floor<std::chrono::days>(start);
    const auto day =
        days->firstFrom(std::chrono::ceil<std::chrono::days>(from - timeOfDay), lastDay);
    if (!day || (until && zone.instant(*day + timeOfDay) > *until)) {
        return std::nullopt;
    }
    return *day + timeOfDay;
}

// The same with the RDATEs and without the EXDATEs.
std::optional<LocalTime> Recurrence::State::candidateFrom(LocalTime from) const
{
    while (true) {
        auto first = ruleFrom(from);
        const auto listed = std::lower_bound(extra.begin(), extra.end(), from);
        if (listed != extra.end() && (!first || *listed < *first)) {
            first = *listed;
        }
        if (!first || !excluded(*first)) {
            return first;
        }
        from = *first + std::chrono::seconds{1};
    }
}

Recurrence::Recurrence(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Recurrence::Recurrence(Recurrence&&) noexcept = default;
Recurrence& Recurrence::operator=(Recurrence&&) noexcept = default;
Recurrence::~Recurrence() = default;

Result<Recurrence> Recurrence::make(const model::Recurrence& from)
{
    auto zone = Zone::find(from.timezone);
    if (!zone) {
        return std::move(zone).error();
    }
    if (from.duration < std::chrono::seconds{1} || from.duration > kMaxDuration) {
        return Error{ErrorKind::kInvalid, "a window lasts from 1 second to 366 days"};
    }
    auto state =
        std::make_unique<State>(State{*zone, from.start, from.duration, {}, {}, {}, {}, {}, {}});
    state->lastDay = floor<days>(from.start) + kHorizon;
    if (!from.rrule.empty()) {
        if (auto status = state->readRule(from.rrule); !status) {
            return std::move(status).error();
        }
    }
    if (auto status = state->readDates(from); !status) {
        return std::move(status).error();
    }
    const auto first = state->candidateFrom(LocalTime::min() + kHorizon);
    if (!first || *first > from.start + kMaxYearsToFirst) {
        return Error{
            ErrorKind::kInvalid,
            "the rule has no date in the 10 years after its start; check the days, months and "
            "exceptions"};
    }
    return Recurrence(std::move(state));
}

std::vector<Occurrence> Recurrence::occurrences(WallTime from, std::size_t limit) const
{
    std::vector<Occurrence> found;
    auto local = state_->zone.local(from) - state_->duration - days{2};
    while (found.size() < limit) {
        const auto begin = state_->candidateFrom(local);
        if (!begin) {
            break;
        }
        const auto occurrence = state_->occurrence(*begin);
        if (occurrence.end > from && (found.empty() || found.back().begin != occurrence.begin)) {
            found.push_back(occurrence);
        }
        local = *begin + std::chrono::seconds{1};
    }
    std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
        return a.begin < b.begin;
    });
    return found;
}

std::optional<Occurrence> Recurrence::at(WallTime at) const
{
    std::optional<Occurrence> covering;
    auto local = state_->zone.local(at) - state_->duration - days{2};
    const auto last = state_->zone.local(at) + days{1};
    for (auto begin = state_->candidateFrom(local); begin && *begin <= last;
         begin = state_->candidateFrom(*begin + std::chrono::seconds{1})) {
        const auto occurrence = state_->occurrence(*begin);
        if (occurrence.begin <= at && at < occurrence.end &&
            (!covering || covering->begin <= occurrence.begin)) {
            covering = occurrence;
        }
    }
    return covering;
}

std::optional<Occurrence> Recurrence::next(WallTime after, WallTime bound) const
{
    std::optional<Occurrence> first;
    auto last = state_->zone.local(bound) + days{2};
    for (auto begin = state_->candidateFrom(state_->zone.local(after) - days{2});
         begin && *begin <= last;
         begin = state_->candidateFrom(*begin + std::chrono::seconds{1})) {
        const auto occurrence = state_->occurrence(*begin);
        if (occurrence.begin > after && occurrence.begin <= bound &&
            (!first || occurrence.begin < first->begin)) {
            first = occurrence;
            last =
                std::min(last, *begin + days{2}); // a spring gap may change the order within a day
        }
    }
    return first;
}

} // namespace jtv::timetable
