// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Messages that quote foreign text stay one line of bearable length.
#pragma once

#include <string>

namespace jtv::xml {

// Control characters become spaces; what is longer than 400 bytes is cut between two characters.
std::string oneLine(std::string text);

} // namespace jtv::xml
