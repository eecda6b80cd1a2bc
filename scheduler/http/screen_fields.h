// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a JSON body says about the settings of a screen.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "scheduler/devices/screens.h"

namespace jtv::http {

// Members that are absent or null stay nullopt. Errors: kInvalid, naming the member.
Result<devices::ScreenChange> readScreenChange(const json::Value& body);

// Size and typesetting in the report of a screen; nullopt when it tells no size that a screen can
// have.
std::optional<model::Display> readDisplay(const json::Value& report);

// A list of texts. Errors: kInvalid.
Result<std::optional<std::vector<std::string>>>
optionalTexts(const json::Value& object, std::string_view member);

} // namespace jtv::http
