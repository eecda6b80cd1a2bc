// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The call layer as a picture: ticket, number, arrow, door, counter; no word of any language.
#pragma once

#include "content/model/call.h"
#include "content/typeset/caption.h"

#include <vector>

namespace jtv::typeset {

// `calls` newest first, the newest larger, all across the upper part of the screen; `lit`: the
// newest in the colour that draws attention. Errors: kInvalid (Target out of range), kInternal.
Result<Patch> renderCalls(const std::vector<model::Call>& calls, bool lit, const Target& target);

} // namespace jtv::typeset
