// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From a file's streams to pictures and sound: by the decoder that was chosen, or by whichever
// software decoder fits.
#pragma once

#include "player/media/pipeline.h"

#include <gst/gst.h>

#include <memory>
#include <vector>

namespace jtv::media {

// Where the branches end. The elements belong to the bin.
struct Branches {
    GstBin* bin = nullptr;
    GstElement* video = nullptr;
    GstElement* sound = nullptr;              // null = sound is not decoded
    std::shared_ptr<CaptionStreams> captions; // null = they are not wanted
    Offer offer;                              // its decoders are found when the stream is known
    std::vector<Choice> failed;
    std::shared_ptr<Signals> signals;
    DeviceMemory memory;
    bool mayWait = true; // for memory: nobody waits for the first picture
};

// A new element of the bin, or null when there is no such factory.
GstElement* makeIn(GstBin* bin, const char* factory);

// decodebin without hardware decoders; its sink pad takes a file or a parsed stream. Hardware ones
// do not start in it (docs/traps.md). Null when it is not installed.
GstElement* makeDecodebin(const Branches& branches);

// parsebin, behind which ladder.h chooses the decoder once the stream is known.
GstElement* makeChoosing(const Branches& branches);

} // namespace jtv::media
