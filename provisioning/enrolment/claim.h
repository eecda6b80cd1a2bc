// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a new screen is claimed, as a table of states: RFC 8628 (device authorization grant), in
// which the device holds a key of its own. Pure: no clock, no network.
#pragma once

#include "base/clock.h"

#include <chrono>
#include <string>

namespace jtv::enrolment {

// What the server gives for the screen to show (RFC 8628, 3.2).
struct Code {
    std::string deviceCode;  // secret, never shown
    std::string userCode;    // "BCDF-GHJK"
    std::string address;     // where to type it
    std::string codeAddress; // the same with the code in it, for the QR code; may be empty
    Milliseconds lifetime{0};
    Milliseconds interval{5000}; // between two polls

    friend bool operator==(const Code&, const Code&) = default;
};

enum class Phase {
    kNoCode,  // a code has to be asked for
    kWaiting, // the code is shown, somebody has to approve it
    kClaimed, // the end
};

// What the server answered, or that it did not.
enum class Event {
    kCodeGiven,
    kPending,
    kSlowDown,
    kExpired,
    kRefused,
    kApproved,
    kUnreachable,
};

struct Claim {
    Phase phase = Phase::kNoCode;
    Code code;            // in kWaiting
    SteadyTime expires{}; // in kWaiting: the code's end
    SteadyTime next{};    // when to ask the server again
    int failures = 0;     // in a row, for the growing pause
};

// The claim after `event` at `now`; `code` goes with kCodeGiven. An event that has no row in the
// table for this phase changes nothing.
Claim after(Claim claim, Event event, SteadyTime now, const Code& code = {});

// The claim at `now` without an event: a code that has run out is forgotten.
Claim at(Claim claim, SteadyTime now);

// 1 s, 2 s, 4 s … at most 5 minutes.
Milliseconds pauseAfter(int failures);

} // namespace jtv::enrolment
