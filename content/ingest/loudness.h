// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How loud a film's sound is, by EBU R 128. The only user of libebur128.
#pragma once

#include "content/ingest/pipeline.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace jtv::ingest {

inline constexpr double kLoudness = -23;  // LUFS, EBU R 128 (2020) §1
inline constexpr double kMostPeak = -1;   // dBTP, the same
inline constexpr int kSampleRate = 48000; // Hz, of renditions

struct Loudness {
    double integrated = 0; // LUFS
    double peak = 0;       // dBTP

    // What brings it to kLoudness without a peak above kMostPeak, dB.
    double gain() const;
};

// Decodes the first sound track. nullopt: there is none, or nothing is heard. `tick` is called with
// the time that has been heard. Errors: kInvalid, kUnavailable.
Result<std::optional<Loudness>> measureLoudness(
    const std::filesystem::path& file,
    const Cancelled& cancelled,
    const std::function<void(Nanoseconds)>& tick = {});

} // namespace jtv::ingest
