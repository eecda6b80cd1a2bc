// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player decoders`: which decoder this machine takes for which kind of video.
#pragma once

namespace CLI {
class App;
}

namespace jtv::app {

// A line a codec on standard output, TAB separated: codec, element or "-", hardware|software.
void addDecodersCommand(CLI::App& program, int& exitCode);

} // namespace jtv::app
