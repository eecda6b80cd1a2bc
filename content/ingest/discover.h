// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is inside a video, by GStreamer's discoverer: it plays the first picture to find out.
#pragma once

#include "base/result.h"
#include "content/ingest/limits.h"
#include "content/model/media_facts.h"

#include <filesystem>

namespace jtv::ingest {

// Main thread of a process of its own (see limits.h). Errors: kUnsupported (a codec that is not
// known here), kInvalid (damaged, over the limits, no picture), each a sentence for the editor.
Result<model::MediaFacts> discover(const std::filesystem::path& file, const Limits& limits);

} // namespace jtv::ingest
