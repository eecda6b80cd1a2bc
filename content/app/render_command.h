// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-content render SLIDE.xml --language ar -o OUT.png`: exactly what the screen will show.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

// Exit code 0: written, 1: the slide is faulty or does not fit, 2: wrong usage or an unreadable
// file.
void addRenderCommand(const command::Command& program);

} // namespace jtv::app
