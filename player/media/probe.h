// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a media file is, without playing it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace jtv::media {

struct Probed {
    std::optional<Milliseconds> duration;
    int width = 0;     // px as shown, after pixel aspect ratio and rotation; 0 = no video
    int height = 0;    // px
    std::string codec; // in words, e.g. "H.264 (High Profile)"; empty = no video
};

// Any one thread; blocks, at most for `limit`. Needs start(). Errors: kNotFound, kInvalid (not a
// media file, or a broken one), kUnavailable (it took longer than `limit`).
Result<Probed> probe(const std::filesystem::path& path, Milliseconds limit = Milliseconds(5000));

} // namespace jtv::media
