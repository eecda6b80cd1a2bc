// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What kind of machine this is, for the administrator who approves it.
#pragma once

#include "base/json/json.h"

namespace jtv::enrolment {

// {model, machine, kernel, cores, memory_mb}: nothing that names a person or a place, no serial
// number.
json::Value describeHardware();

} // namespace jtv::enrolment
