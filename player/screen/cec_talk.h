// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a television is told and asked over HDMI-CEC, and what is known of it (HDMI 1.4b, supplement
// 1: CEC 13.1 One Touch Play, 13.3 System Standby, 13.14 Power Status). Pure.
#pragma once

#include "base/clock.h"

#include <optional>
#include <vector>

namespace jtv::screen {

enum class CecMessage {
    kImageViewOn,  // wakes the television
    kActiveSource, // makes it show our picture
    kStandby,
    kAskPower,
};

enum class CecAnswer {
    kOn,      // also on its way there
    kStandby, // also on its way there
    kUntold,  // it is there, and does not say
    kNothing, // not acknowledged, or no answer in time
};

// What is known of the television; what it does not say is never assumed.
enum class Television { kUnknown, kOn, kStandby, kSilent };

// Main-thread only. An order is given at once and whenever the television turns out not to follow
// it, or not to answer: somebody may have used its remote control, or its mains switch. One that
// takes its connection away when it sleeps is called for as long as it is wanted.
class CecTalk {
public:
    static constexpr std::chrono::seconds kFirstLook{10}; // a television takes its time to wake
    static constexpr std::chrono::seconds kLooks{60};

    void want(bool on, SteadyTime now);
    // Whether there is a television to talk to; at first there is none.
    void reachable(bool yes, SteadyTime now);
    // To the last kAskPower.
    void heard(CecAnswer answer, SteadyTime now);

    // What is to be sent now, in this order; each is named once.
    std::vector<CecMessage> due(SteadyTime now);

    Television television() const { return television_; }

private:
    void order();
    bool follows() const;

    std::optional<bool> wanted_;
    bool reachable_ = false;
    Television television_ = Television::kUnknown;
    int unanswered_ = 0; // in a row
    std::vector<CecMessage> orders_;
    SteadyTime nextLook_ = SteadyTime::max();
};

} // namespace jtv::screen
