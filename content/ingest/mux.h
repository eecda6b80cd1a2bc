// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Encoded pictures and the film's sound into one MP4 file.
#pragma once

#include "content/ingest/journal.h"
#include "content/ingest/pipeline.h"

#include <filesystem>
#include <optional>

namespace jtv::ingest {

struct Mux {
    const Journal& pictures;
    Nanoseconds step;              // for which each picture is shown
    Nanoseconds origin;            // the time of the upload that becomes 0
    std::filesystem::path sound;   // the upload, whose first sound track is encoded anew
    std::optional<double> gain;    // dB; nullopt = the film stays silent
    std::filesystem::path target;  // is replaced
    std::filesystem::path scratch; // an own directory
};

// H.264 or HEVC as it stands, AAC, the index in front, no word of who or where. Errors: kInvalid,
// kFull, kUnavailable.
Status writeFilm(const Mux& mux, const Cancelled& cancelled);

} // namespace jtv::ingest
