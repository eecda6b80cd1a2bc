// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A recurrence as JSON, in the API and in the database:
// {dtstart, duration | dtend, timezone, rrule?, exdate?: [], rdate?: []}.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "content/model/rule.h"

namespace jtv::library {

// Errors: kInvalid, naming the member.
Result<model::Recurrence> readRecurrence(const json::Value& value);
json::Value recurrenceValue(const model::Recurrence& recurrence);

} // namespace jtv::library
