// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// An upload into the checked files of the library: the film or picture itself, and its stills.
#pragma once

#include "base/json/json.h"
#include "content/ingest/film.h"
#include "content/ingest/limits.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jtv::ingest {

struct Upload {
    std::filesystem::path file;   // is read only
    std::filesystem::path output; // exists
    // Where a job goes on after it was killed; empty = a directory of its own in `output`, which
    // is gone when prepare() returns.
    std::filesystem::path work;
    std::optional<Wishes> wishes; // nullopt: videos are never encoded anew
    EncoderOptions encoder;
    bool measure = false; // sound and flashes of what is copied, too; with wishes they always are
    Limits limits;
};

struct Prepared {
    std::filesystem::path file; // in the output directory, named by its SHA-256
    std::string sha256;
    std::uint64_t size = 0;           // bytes
    model::MediaFacts facts;          // of this file
    std::string action;               // "copied", "cleaned" (of personal words) or "encoded"
    std::vector<std::string> reasons; // why it was encoded
    std::filesystem::path poster;    // JPEG; empty: of pictures and of copies nobody has wishes for
    std::filesystem::path thumbnail; // JPEG, kThumbnailWidth wide; empty with the poster
    std::vector<std::pair<std::string, Milliseconds>> steps;
};

// A picture is decoded, turned upright and written anew; a video is copied where the board plays it
// as it is, otherwise encoded. Errors: kUnsupported, kInvalid, kFull, kDenied, kNotFound,
// kUnavailable (cancelled): nothing half is left in the output directory.
Result<Prepared>
prepare(const Upload& upload, const Progress& progress, const Cancelled& cancelled);

// The object that jtv-ingest and `jtv-content prepare` print.
json::Value toJson(const Prepared& prepared);

// Adds how loud a film is and how it flashes, decoding all of it. Errors: kInvalid, kUnavailable.
Status measure(
    const std::filesystem::path& file,
    model::MediaFacts& facts,
    const Progress& progress,
    const Cancelled& cancelled);

} // namespace jtv::ingest
