// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a file is, by its first bytes and never by its name. Only what is named here is opened
// further.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string_view>

namespace jtv::ingest {

enum class Format {
    kIsoMedia,
    kMatroska,
    kOgg,
    kAvi,
    kMpegTs,
    kMpegPs,
    kMpegVideo, // a bare stream of H.264, H.265 or MPEG-1/2
    kFlash,
    kWindowsMedia,
    kPng,
    kJpeg,
    kWebp,
    kGif,
    kHeif, // AVIF too
    kSvg,
    kPdf
};

inline constexpr std::size_t kSniffBytes = 4096;

// `head`: the first kSniffBytes of the file, or all when there are fewer. Errors: kUnsupported,
// saying what the file seems to be and what to upload instead.
Result<Format> sniff(std::string_view head);

bool isPicture(Format format);

} // namespace jtv::ingest
