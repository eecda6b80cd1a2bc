// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The machine's display controller, for a player that has it to itself.
#pragma once

#include "base/c_handle.h"
#include "base/result.h"

namespace jtv::screen {

// The first controller that changes all its planes at once, one with a display attached before the
// others; we are its master then, and nobody else shows anything on it. A display need not be
// attached. Errors: kUnavailable, with the reason.
Result<UniqueFd> openController();

} // namespace jtv::screen
