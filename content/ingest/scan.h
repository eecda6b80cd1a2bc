// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When each picture of a video is shown, read from the container without decoding anything.
#pragma once

#include "content/ingest/pipeline.h"
#include "content/ingest/timing.h"

#include <filesystem>

namespace jtv::ingest {

struct Scanned {
    Timing pictures;       // from the origin
    Nanoseconds origin{0}; // of the first picture or sound; transport streams begin anywhere
    Nanoseconds length{0}; // from the first picture or sound to the last one's end
};

// startGStreamer() must have been called. Reads the whole file. Errors: kInvalid (damaged, no
// pictures), kUnavailable (cancelled).
Result<Scanned> scan(const std::filesystem::path& file, const Cancelled& cancelled);

} // namespace jtv::ingest
