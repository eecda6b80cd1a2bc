// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A moving test picture, encoded on this machine, for its self-test.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace jtv::media {

struct TestFilm {
    std::string codec; // h264, hevc, vp8
    int width = 1920;  // px, even
    int height = 1080; // px, even
    int fps = 30;
    int pictures = 150;
};

// Waits until it is written, which takes seconds to minutes; any thread, after start(). Errors:
// kInvalid (the codec), kInternal (no encoder, with its package; or it failed).
Status makeTestFilm(const TestFilm& film, const std::filesystem::path& file);

} // namespace jtv::media
