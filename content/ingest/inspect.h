// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any upload: what is inside, and the checked copy of it.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "content/ingest/limits.h"
#include "content/model/media_facts.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace jtv::ingest {

// What is inside, found without writing anything. Errors: kUnsupported and kInvalid with a sentence
// for the editor, kNotFound, kDenied.
Result<model::MediaFacts> inspect(const std::filesystem::path& file, const Limits& limits);

struct Checked {
    std::filesystem::path file; // in the output directory, named by its SHA-256
    std::string sha256;
    std::uint64_t size = 0;  // bytes
    model::MediaFacts facts; // of this file
};

// inspect(), then the copy: a video byte by byte; a picture decoded, turned upright and written
// anew, so that nothing but its pixels is left (no place, no name, no camera). Errors: also kFull.
Result<Checked>
check(const std::filesystem::path& file, const std::filesystem::path& output, const Limits& limits);

// The object of `jtv-content inspect`, without the file's name.
json::Value toJson(const model::MediaFacts& facts);

} // namespace jtv::ingest
