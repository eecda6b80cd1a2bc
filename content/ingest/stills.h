// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A picture that stands for a film, large and small.
#pragma once

#include "base/pixels.h"
#include "content/ingest/pipeline.h"

#include <filesystem>

namespace jtv::ingest {

inline constexpr int kThumbnailWidth = 480; // px

// The liveliest of a few key pictures: not the black at the beginning, not the credits. Errors:
// kInvalid, kUnavailable.
Result<Pixels>
posterOf(const std::filesystem::path& film, Nanoseconds length, const Cancelled& cancelled);

// At most so wide, every pixel the mean of those it stands for; never enlarged.
Pixels shrunk(const Pixels& pixels, int width);

} // namespace jtv::ingest
