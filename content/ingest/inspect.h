// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any upload: what is inside.
#pragma once

#include "base/json/json.h"
#include "base/pixels.h"
#include "base/result.h"
#include "content/ingest/limits.h"
#include "content/model/media_facts.h"

#include <filesystem>
#include <string_view>

namespace jtv::ingest {

// What is inside, found without writing anything. Errors: kUnsupported and kInvalid with a sentence
// for the editor, kNotFound, kDenied.
Result<model::MediaFacts> inspect(const std::filesystem::path& file, const Limits& limits);

// A picture of any known format, upright. Errors as inspect().
Result<Pixels> decodePicture(const std::filesystem::path& file, const Limits& limits);

// Of a picture in this container: "png", "jpeg", "webp", "gif", "heif", "svg" or "pdf".
model::MediaFacts pictureFacts(std::string_view container, int width, int height);

// The object of `jtv-content inspect`, without the file's name.
json::Value toJson(const model::MediaFacts& facts);

} // namespace jtv::ingest
