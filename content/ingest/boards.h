// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which boards decode a video in hardware: a table, not code.
#pragma once

#include "content/model/media_facts.h"

namespace jtv::ingest {

model::BoardSupport boardsFor(const model::VideoFacts& video);

} // namespace jtv::ingest
