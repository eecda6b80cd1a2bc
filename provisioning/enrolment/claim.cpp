// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The table of the claim.
#include "provisioning/enrolment/claim.h"

#include <algorithm>
#include <array>

namespace jtv::enrolment {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Milliseconds kSlowDownStep = seconds(5); // RFC 8628, 3.5
constexpr Milliseconds kAfterRefusal = minutes(5);
constexpr Milliseconds kMostPause = minutes(5);
constexpr Milliseconds kLeastInterval{200};
constexpr Milliseconds kMostInterval = minutes(5);
constexpr Milliseconds kLeastLifetime = seconds(1);
constexpr Milliseconds kMostLifetime = std::chrono::hours(24);
constexpr int kMostDoublings = 9;

enum class Pause { kNone, kInterval, kLongerInterval, kGrowing, kRefusal };

struct Row {
    Phase phase;
    Event event;
    Phase then;
    Pause pause;
};
constexpr std::array<Row, 8> kTable = {{
    {Phase::kNoCode, Event::kCodeGiven, Phase::kWaiting, Pause::kInterval},
    {Phase::kNoCode, Event::kUnreachable, Phase::kNoCode, Pause::kGrowing},
    {Phase::kWaiting, Event::kPending, Phase::kWaiting, Pause::kInterval},
    {Phase::kWaiting, Event::kSlowDown, Phase::kWaiting, Pause::kLongerInterval},
    {Phase::kWaiting, Event::kExpired, Phase::kNoCode, Pause::kNone},
    {Phase::kWaiting, Event::kRefused, Phase::kNoCode, Pause::kRefusal},
    {Phase::kWaiting, Event::kApproved, Phase::kClaimed, Pause::kNone},
    {Phase::kWaiting, Event::kUnreachable, Phase::kWaiting, Pause::kGrowing},
}};

Milliseconds lengthOf(Pause pause, Claim& claim)
{
    switch (pause) {
    case Pause::kNone:
        return Milliseconds(0);
    case Pause::kInterval:
        return claim.code.interval;
    case Pause::kLongerInterval:
        claim.code.interval = std::min(claim.code.interval + kSlowDownStep, kMostInterval);
        return claim.code.interval;
    case Pause::kGrowing:
        return std::max(pauseAfter(claim.failures), claim.code.interval);
    case Pause::kRefusal:
        return kAfterRefusal;
    }
    return kAfterRefusal;
}

} // namespace

Milliseconds pauseAfter(int failures)
{
    const auto doublings = std::clamp(failures - 1, 0, kMostDoublings);
    return std::min<Milliseconds>(seconds(1LL << static_cast<unsigned>(doublings)), kMostPause);
}

Claim after(Claim claim, Event event, SteadyTime now, const Code& code)
{
    const auto* row = std::find_if(kTable.begin(), kTable.end(), [&](const Row& candidate) {
        return candidate.phase == claim.phase && candidate.event == event;
    });
    if (row == kTable.end()) {
        return claim;
    }
    claim.failures = event == Event::kUnreachable ? claim.failures + 1 : 0;
    if (event == Event::kCodeGiven) {
        claim.code = code;
        claim.code.interval = std::clamp(code.interval, kLeastInterval, kMostInterval);
        claim.expires = now + std::clamp(code.lifetime, kLeastLifetime, kMostLifetime);
    }
    claim.phase = row->then;
    claim.next = now + lengthOf(row->pause, claim);
    if (claim.phase != Phase::kWaiting) {
        claim.code = {};
    }
    return claim;
}

Claim at(Claim claim, SteadyTime now)
{
    if (claim.phase == Phase::kWaiting && now >= claim.expires) {
        return after(std::move(claim), Event::kExpired, now);
    }
    return claim;
}

} // namespace jtv::enrolment
