// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What jtv-ingest says of a file, read by who decides by it. Links no GStreamer.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "content/model/media_facts.h"

namespace jtv::ingest {

// The object of `inspect`, or of a job. Absent members count as not known. Errors: kInvalid, a
// member is of another kind than is written.
Result<model::MediaFacts> readFacts(const json::Value& object);

} // namespace jtv::ingest
