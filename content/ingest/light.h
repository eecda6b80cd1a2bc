// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The light of decoded pictures, coarse enough to compare thousands of them.
#pragma once

#include "content/ingest/flashes.h"
#include "content/ingest/pipeline.h"
#include "content/ingest/shaper.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace jtv::ingest {

// A few dozen points of each cell, as a screen in sRGB shows them; a high-dynamic-range picture as
// if it were none. The planes are mapped.
LightGrid lightOf(const PictureFormat& format, const Planes& planes);

// Decodes the whole film. nullopt: its pictures cannot be decoded to the end. `tick` is called with
// the time that has been seen. Errors: kUnavailable (cancelled), kInternal.
Result<std::optional<model::Flashes>> measureFlashes(
    const std::filesystem::path& file,
    const Cancelled& cancelled,
    const std::function<void(Nanoseconds)>& tick = {});

} // namespace jtv::ingest
