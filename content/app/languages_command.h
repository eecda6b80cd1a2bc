// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content languages: how long each language waits for its turn in a playlist.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

void addLanguagesCommand(const command::Command& program);

} // namespace jtv::app
