// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The median tells what is usual; what is rounded is told from what varies by a tolerance.
#include "content/ingest/timing.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace jtv::ingest {
namespace {

// Times in whole milliseconds, as Matroska has them, are off by up to one on both sides.
constexpr std::int64_t kJitter = 2'000'000;

// A hole at the beginning or after a cut does not make a film one of varying rate.
constexpr std::ptrdiff_t kSeldom = 20;

// Of the intervals that are as usual; transport streams with doubled times have twice the pictures.
std::int64_t
meanOf(const std::vector<std::int64_t>& intervals, std::int64_t usual, std::int64_t pictures)
{
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const auto interval : intervals) {
        if (std::abs(interval - usual) <= kJitter) {
            sum += interval;
            ++count;
        }
    }
    const bool doubled = pictures > count + count / 2;
    return sum / (doubled ? 2 * count : count);
}

std::vector<std::int64_t> intervalsOf(const std::vector<std::int64_t>& times)
{
    std::vector<std::int64_t> intervals;
    intervals.reserve(times.size());
    for (std::size_t i = 1; i < times.size(); ++i) {
        intervals.push_back(times[i] - times[i - 1]);
    }
    return intervals;
}

std::int64_t medianOf(std::vector<std::int64_t> intervals)
{
    const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
    std::nth_element(intervals.begin(), middle, intervals.end());
    return *middle;
}

// VP9 writes pictures that are never shown a millisecond before the one they help to code. Gives
// how many were taken out.
std::int64_t dropHelpers(std::vector<std::int64_t>& times)
{
    constexpr std::int64_t kRightBefore = 1'500'000;
    constexpr std::int64_t kSeen = 8'000'000; // 120 pictures a second
    if (times.size() < 3 || medianOf(intervalsOf(times)) < kSeen) {
        return 0;
    }
    const auto all = times.size();
    std::vector<std::int64_t> shown;
    shown.reserve(all);
    for (std::size_t i = 0; i < all; ++i) {
        if (i + 1 == all || times[i + 1] - times[i] > kRightBefore) {
            shown.push_back(times[i]);
        }
    }
    times = std::move(shown);
    return static_cast<std::int64_t>(all - times.size());
}

} // namespace

std::int64_t pictureAt(Nanoseconds time, Rate rate)
{
    const double exact = static_cast<double>(time.count()) * rate.perSecond() / 1e9;
    return static_cast<std::int64_t>(std::floor(exact + 0.25));
}

Nanoseconds timeOf(std::int64_t picture, Rate rate)
{
    return Nanoseconds{
        std::llround(static_cast<double>(picture) * 1e9 * rate.denominator / rate.numerator)};
}

Timing timingOf(std::vector<std::int64_t> times, Nanoseconds lastsUntil)
{
    Timing timing;
    std::sort(times.begin(), times.end());
    timing.pictures = static_cast<std::int64_t>(times.size());
    // Transport streams give some pictures the time of the one before.
    times.erase(std::unique(times.begin(), times.end()), times.end());
    timing.pictures -= dropHelpers(times);
    if (times.empty()) {
        return timing;
    }
    timing.begin = Nanoseconds{times.front()};
    timing.end = Nanoseconds{times.back()};
    if (times.size() < 2) {
        return timing;
    }
    const auto intervals = intervalsOf(times);
    const auto usual = medianOf(intervals);
    timing.interval = Nanoseconds{std::max<std::int64_t>(usual, 1)};
    const auto odd = std::count_if(intervals.begin(), intervals.end(), [usual](auto interval) {
        return std::abs(interval - usual) > kJitter;
    });
    timing.constant = odd * kSeldom <= static_cast<std::ptrdiff_t>(intervals.size()) || odd < 2;
    // Rounded times: what is usual of them is not what is meant.
    if (timing.constant) {
        timing.interval = Nanoseconds{meanOf(intervals, usual, timing.pictures)};
    }
    // Some muxers write a millisecond for the length of every picture.
    const bool told = lastsUntil > timing.end + timing.interval / 2;
    timing.end = told ? lastsUntil : timing.end + timing.interval;
    // A few long holes are as bad as many short ones.
    const auto wanted = (timing.end - timing.begin) / timing.interval;
    timing.constant = timing.constant && timing.pictures * kSeldom >= wanted * (kSeldom - 1);
    return timing;
}

} // namespace jtv::ingest
