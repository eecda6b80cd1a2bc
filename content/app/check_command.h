// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content check FILE...`: are these playlists, slides and plans in order?
#pragma once

namespace CLI {
class App;
}

namespace jtv::app {

// Exit code 0: nothing wrong (warnings may have been printed), 1: a fault, 2: a file cannot be
// read.
void addCheckCommand(CLI::App& program, int& exitCode);

} // namespace jtv::app
