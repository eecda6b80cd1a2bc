// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-scheduler serve`: the server, until it is told to stop.
#pragma once

namespace CLI {
class App;
}

namespace jtv::station {

void addServeCommand(CLI::App& app, int& exitCode);

} // namespace jtv::station
