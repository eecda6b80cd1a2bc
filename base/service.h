// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a program tells systemd, by the datagram protocol of sd_notify(3).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace jtv {

// Sends e.g. "READY=1" or "WATCHDOG=1" to $NOTIFY_SOCKET; does nothing when it is not set.
// Thread-safe. False when the message could not be sent.
bool notifyService(std::string_view state);

// Half of $WATCHDOG_USEC, the interval at which "WATCHDOG=1" is due; nullopt without a watchdog.
std::optional<std::chrono::milliseconds> watchdogInterval();

}  // namespace jtv
