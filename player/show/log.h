// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The logs of this library.
#pragma once

#include "base/log.h"

namespace jtv::show {

inline constexpr Log kLog{"show"};
inline constexpr Log kCaptionLog{"captions"};

} // namespace jtv::show
