// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a job hears that nobody wants it any more.
#pragma once

#include "base/result.h"

#include <atomic>

namespace jtv::ingest {

// Asked between two steps. Thread-safe; may be set by a signal.
using Cancelled = std::atomic<bool>;

inline Error cancelledError()
{
    return {ErrorKind::kUnavailable, "the job was stopped; nothing was kept"};
}

} // namespace jtv::ingest
