// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One rule's windows: RFC 5545 recurrence by testing local days, each window converted to UTC by
// itself.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/rule.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace jtv::timetable {

inline constexpr int kMaxCount = 10'000;                  // of COUNT
inline constexpr std::chrono::years kMaxYearsToFirst{10}; // from DTSTART to the first window
inline constexpr std::chrono::hours kMaxDuration{std::chrono::days{366}};

// A window [begin, end). A wall-clock time that a spring gap skips is read with the offset before
// the gap (02:30 becomes 03:30, RFC 5545 3.3.5); one that autumn repeats is the first of the two.
struct Occurrence {
    WallTime begin;
    WallTime end;
    Milliseconds offset{0}; // local time minus UTC at begin
};

// Thread-safe (immutable). The cost of a question does not depend on how long ago DTSTART was.
class Recurrence {
public:
    // Errors: kInvalid (RFC 5545 does not allow it, unknown zone, no window within 10 years of
    // DTSTART, COUNT over 10,000), kUnsupported (SECONDLY … HOURLY, BYHOUR …); each a sentence with
    // the fix.
    static Result<Recurrence> make(const model::Recurrence& recurrence);

    Recurrence(Recurrence&&) noexcept;
    Recurrence& operator=(Recurrence&&) noexcept;
    Recurrence(const Recurrence&) = delete;
    Recurrence& operator=(const Recurrence&) = delete;
    ~Recurrence();

    // The first `limit` windows that end after `from`, in the order of their begin.
    std::vector<Occurrence> occurrences(WallTime from, std::size_t limit) const;

    // The window that covers `at`; of several the one begun last.
    std::optional<Occurrence> at(WallTime at) const;

    // The first window that begins after `after` and not after `bound`.
    std::optional<Occurrence> next(WallTime after, WallTime bound) const;

private:
    struct State;
    explicit Recurrence(std::unique_ptr<const State> state);
    std::unique_ptr<const State> state_;
};

} // namespace jtv::timetable
