// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-scheduler plan`: what a screen will show, from the published plan.
#pragma once

namespace CLI {
class App;
}

namespace jtv::station {

void addPlanCommand(CLI::App& app, int& exitCode);

} // namespace jtv::station
