// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions of a film of which only a part is shown.
#pragma once

#include "content/model/captions.h"

#include <vector>

namespace jtv::captions {

// Told by the time since `start`, without what is over by then. An end of Milliseconds::max()
// (until the next one) stays.
std::vector<model::Caption> excerpt(std::vector<model::Caption> captions, Milliseconds start);

} // namespace jtv::captions
