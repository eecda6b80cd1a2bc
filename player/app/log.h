// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The logs of this program.
#pragma once

#include "base/log.h"

namespace jtv::app {

inline constexpr Log kRunLog{"run"};
inline constexpr Log kTimelineLog{"timeline"};

} // namespace jtv::app
