// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a video gets from its file to the display, best way first; pure.
#pragma once

#include "content/model/decoders.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::media {

using model::Board;

// The board by the model that the device tree names ("Raspberry Pi 4 Model B Rev 1.4") and the
// decoder elements that GStreamer knows.
Board boardOf(std::string_view model, const std::vector<std::string>& decoders);

// A video as its container and parser describe it. 0 = not known.
struct Stream {
    std::string codec; // as decoders of GStreamer take it: "video/x-h264"
    int width = 0;     // px
    int height = 0;    // px
    double fps = 0;
    int bitDepth = 8;
    bool subsampled = true; // 4:2:0
};

// What this machine offers.
struct Offer {
    std::vector<std::string> decoders;       // hardware decoder elements for this codec, best first
    std::vector<std::string> decoderFormats; // pixel formats they give, as DRM names them: "NV12"
    std::vector<std::string> planeFormats;   // of overlay planes, the same; empty = no such plane
    int freePlanes = 0;                      // overlay planes above the interface
    bool display = false;                    // a display controller, not a window
    bool gl = false;                         // the probe found it right
    bool overlaid = false;                   // captions or calls lie above the video
};

enum class Rung { kPlane, kGl, kPlaneCopied, kWindow };

struct Choice {
    Rung rung = Rung::kWindow;
    std::string decoder; // element; empty = any software decoder
    std::string reason;  // why nothing better, a plain phrase; empty on the best rung

    bool operator==(const Choice&) const = default;
};

// May the board's hardware decode this? By the table in content/model/decoders.cpp.
bool decodable(Board board, const Stream& stream);

// All ways that may work, best first, without those that failed before (a rung and a decoder that
// stand in `failed`). Never empty: the last way is software on a plane or in a window.
std::vector<Choice>
waysFor(Board board, const Stream& stream, const Offer& offer, const std::vector<Choice>& failed);

// The best of them.
Choice choosePath(
    Board board, const Stream& stream, const Offer& offer, const std::vector<Choice>& failed);

} // namespace jtv::media
