// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Orders, looks, and orders again.
#include "player/screen/cec_talk.h"

#include <utility>

namespace jtv::screen {
namespace {

constexpr int kSilentAfter = 2; // one message may get lost

} // namespace

void CecTalk::order()
{
    orders_ = *wanted_ ? std::vector{CecMessage::kImageViewOn, CecMessage::kActiveSource}
                       : std::vector{CecMessage::kStandby};
}

void CecTalk::want(bool on, SteadyTime now)
{
    if (wanted_ == on) {
        return;
    }
    wanted_ = on;
    if (reachable_) {
        order();
        nextLook_ = now + kFirstLook;
    } else {
        nextLook_ = on ? now : SteadyTime::max();
    }
}

void CecTalk::reachable(bool yes, SteadyTime now)
{
    if (yes == std::exchange(reachable_, yes)) {
        return;
    }
    television_ = Television::kUnknown;
    unanswered_ = 0;
    orders_.clear();
    nextLook_ = SteadyTime::max();
    if (yes && wanted_) {
        order();
        nextLook_ = now + kFirstLook;
    } else if (wanted_ == true) {
        nextLook_ = now;
    }
}

bool CecTalk::follows() const
{
    switch (television_) {
    case Television::kOn:
        return *wanted_;
    case Television::kStandby:
        return !*wanted_;
    case Television::kUnknown:
        return true; // it cannot be known
    case Television::kSilent:
        return false;
    }
    return true;
}

void CecTalk::heard(CecAnswer answer, SteadyTime now)
{
    if (!reachable_ || !wanted_) {
        return;
    }
    unanswered_ = answer == CecAnswer::kNothing ? unanswered_ + 1 : 0;
    if (unanswered_ > 0 && unanswered_ < kSilentAfter) {
        nextLook_ = now + kFirstLook;
        return;
    }
    switch (answer) {
    case CecAnswer::kOn:
        television_ = Television::kOn;
        break;
    case CecAnswer::kStandby:
        television_ = Television::kStandby;
        break;
    case CecAnswer::kUntold:
        television_ = Television::kUnknown;
        break;
    case CecAnswer::kNothing:
        television_ = Television::kSilent;
        break;
    }
    if (!follows()) {
        order();
    }
    nextLook_ = now + kLooks;
}

std::vector<CecMessage> CecTalk::due(SteadyTime now)
{
    auto messages = std::exchange(orders_, {});
    if (now >= nextLook_) {
        nextLook_ = now + kLooks; // should no answer come at all
        messages.push_back(reachable_ ? CecMessage::kAskPower : CecMessage::kImageViewOn);
    }
    return messages;
}

} // namespace jtv::screen
