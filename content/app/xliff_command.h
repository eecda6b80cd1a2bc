// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content xliff export|import: slides and captions to the translation office and back.
#pragma once

#include "base/command/command.h"

namespace jtv::app {

void addXliffCommand(const command::Command& program);

} // namespace jtv::app
