// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The log of this library.
#pragma once

#include "base/log.h"

namespace jtv::screen {

inline constexpr Log kLog{"screen"};

} // namespace jtv::screen
