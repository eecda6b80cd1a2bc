// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player decoders`: which decoder this machine takes for which kind of video.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// A line a codec on standard output, TAB separated: codec, element or "-", hardware|software, and
// what of usual sizes the hardware takes at most, "3840x2160@60", or "-".
void addDecodersCommand(const command::Command& program);

} // namespace jtv::app
