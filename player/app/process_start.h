// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When this process was started, by the kernel's account.
#pragma once

#include "base/clock.h"

namespace jtv::app {

// To the nearest 10 ms; now, where the kernel does not tell.
SteadyTime processStart(const Clock& clock);

} // namespace jtv::app
