// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player run`: the kiosk. Enrols, keeps in step, plays for ever.
#pragma once

namespace CLI {
class App;
}

namespace jtv::app {

void addRunCommand(CLI::App& app, int& exitCode);

} // namespace jtv::app
