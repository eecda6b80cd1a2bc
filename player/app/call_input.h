// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Calls from the calling system beside the screen: POST /call on the status listener.
#pragma once

#include "base/mailbox.h"
#include "base/result.h"
#include "content/model/call.h"
#include "player/status/status.h"

#include <string>
#include <string_view>

namespace jtv::app {

// {"number": "A 123", "counter": "5"}; the counter may be missing. Errors: kInvalid with the fix.
Result<model::Call> parseCall(std::string_view json);

// For StatusListener: what it takes is posted to `calls`, which must outlive the listener.
status::PostedInput takeCallsInto(Mailbox<model::Call>& calls, std::string token);

} // namespace jtv::app
