// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which decoder would be taken for which kind of video on this machine.
#pragma once

#include <string>
#include <vector>

namespace jtv::media {

struct KnownDecoder {
    std::string codec;   // "H.264", "HEVC", …
    std::string element; // GStreamer element of the highest rank, e.g. "avdec_h264"; empty: none
    bool hardware = false;
    std::string largest; // "3840x2160@60", what of usual sizes the hardware takes; empty: none
};

// One entry a codec, in a fixed order. Needs start(); any one thread.
std::vector<KnownDecoder> knownDecoders();

} // namespace jtv::media
