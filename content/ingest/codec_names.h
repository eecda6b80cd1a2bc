// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// GStreamer's words for formats, codecs and profiles as ffprobe writes them. Without GStreamer's
// types.
#pragma once

#include <string>
#include <string_view>

namespace jtv::ingest {

// `mpegVersion`: of video/mpeg and audio/mpeg, 0 = none. `layer`: of audio/mpeg version 1. Unknown
// media types come back as they are, without "video/x-" and the like.
std::string codecName(std::string_view mediaType, int mpegVersion, int layer);

// "high-10" of h264 → "High 10".
std::string profileName(std::string_view codec, std::string_view profile);

// "video/quicktime" with variant "iso" → "mp4".
std::string containerName(std::string_view mediaType, std::string_view variant);

// Media type of a file in this container: "mp4" → "video/mp4".
std::string fileType(std::string_view container);

} // namespace jtv::ingest
