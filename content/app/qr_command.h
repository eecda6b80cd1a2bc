// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content qr URL --distance 4m --diagonal 43in -o OUT.png`: a code that can be scanned from
// there.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: written, 1: it cannot be scanned from that distance (the largest that works is
// named), 2: wrong usage or a file that cannot be written.
void addQrCommand(const command::Command& program);

} // namespace jtv::app
