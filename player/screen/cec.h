// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The television at the end of the HDMI cable, by the kernel's CEC interface (linux/cec.h).
#pragma once

#include "base/c_handle.h"
#include "base/clock.h"
#include "player/screen/cec_talk.h"

#include <cstdint>
#include <optional>

namespace jtv::screen {

// Main-thread only; never blocks. Without an adapter it looks for one again and again.
class Cec {
public:
    // Wakes the television or sends it to standby, and sees to it that it stays so.
    void want(bool on, SteadyTime now) { talk_.want(on, now); }

    // To be called once a second or more often: reads what came, and sends what is due.
    void step(SteadyTime now);

    // nullopt: no adapter that is connected to a television.
    std::optional<Television> television() const;

private:
    struct Bus {
        std::uint16_t physical = 0xffff; // 0xffff: nothing is connected
        std::uint8_t logical = 15;       // 15: none of our own
    };
    void find(SteadyTime now);
    Bus bus() const;
    void receive(SteadyTime now);
    bool send(CecMessage message, const Bus& bus);

    UniqueFd fd_;
    CecTalk talk_;
    bool reachable_ = false;
    bool refused_ = false;    // the adapter took no address; told once
    std::uint32_t asked_ = 0; // the kernel's number of the question under way; 0 = none
    SteadyTime nextFind_{};
    SteadyTime nextStep_{};
};

} // namespace jtv::screen
