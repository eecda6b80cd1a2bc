// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A video into a rendition, step by step: sound measured, pictures encoded, file written, file
// decoded again. What is finished of the pictures outlives the process.
#pragma once

#include "content/ingest/cancelled.h"
#include "content/ingest/rendition.h"
#include "content/model/media_facts.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jtv::ingest {

// `step`: "loudness", "flashes", "encode", "write", "verify"; `done`: 0 … 1 of it.
using Progress = std::function<void(std::string_view step, double done)>;

struct FilmJob {
    std::filesystem::path file;
    std::filesystem::path work; // an own directory that exists; the same one goes on where it was
    model::MediaFacts facts;
    Timing timing;         // from the origin
    Nanoseconds origin{0}; // the time that becomes 0
    Recipe recipe;
    EncoderOptions encoder;
};

struct Film {
    std::filesystem::path file;                              // in the work directory
    std::int64_t pictures = 0;                               // of constant rate
    std::optional<double> loudness;                          // LUFS as it is now; nullopt = silent
    model::Flashes flashes;                                  // of the new film
    std::vector<std::pair<std::string, Milliseconds>> steps; // how long each took
};

// startGStreamer() must have been called. Errors: kInvalid (damaged), kFull, kUnavailable
// (cancelled), kInternal (what was made is not what was wanted).
Result<Film> makeFilm(const FilmJob& job, const Progress& progress, const Cancelled& cancelled);

} // namespace jtv::ingest
