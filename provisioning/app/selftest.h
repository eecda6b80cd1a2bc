// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What can be found out about a screen without changing it.
#pragma once

#include "base/json/json.h"
#include "provisioning/settings/settings.h"

#include <string>
#include <vector>

namespace jtv::app {

struct Finding {
    enum class State { kGood, kWarning, kFault };
    State state = State::kGood;
    std::string subject; // "settings", "server", "plan", …
    std::string text;    // one sentence, with the fix where something is wrong
    json::Value figures{}; // what was measured, an object; null: nothing
};

// Asks the files, the kernel, the scheduler and the player; takes a few seconds.
std::vector<Finding> testSettings(const settings::Reading& reading, const std::string& file);
std::vector<Finding> testState(const settings::Settings& settings);
std::vector<Finding> testServer(const settings::Settings& settings);
std::vector<Finding> testDisplays();
std::vector<Finding> testDecoders();
// Plays the programme off-screen or on the screen for so long and tells what was presented.
std::vector<Finding> testPlayback(const std::string& settingsFile, int minutes);

std::string toText(const std::vector<Finding>& findings);
json::Value toJson(const std::vector<Finding>& findings);

} // namespace jtv::app
