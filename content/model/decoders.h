// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the decoders of boards take: the one table that ingest and player go by.
#pragma once

#include <string_view>
#include <vector>

namespace jtv::model {

// kNone: a computer without a hardware decoder.
enum class Board { kNone, kPi3, kPi4, kPi5, kV4l2, kVaapi };

std::string_view wordOf(Board board); // "none", "pi3", "pi4", "pi5", "v4l2", "vaapi"

// The board by the model that its device tree names: "Raspberry Pi 4 Model B Rev 1.4". kNone: none
// of those whose decoders are known.
Board boardNamed(std::string_view model);

// A video as a decoder sees it.
struct CodedVideo {
    std::string_view codec; // as ffprobe writes it: h264, hevc, vp8, vp9, av1, mpeg2video, fwht
    int width = 0;          // px as coded; 0 = not known yet, which passes
    int height = 0;         // px as coded; 0 = not known yet, which passes
    double fps = 0;         // 0 = not known, which counts as 30
    int bitDepth = 8;       // bits a colour component
    bool subsampled = true; // 4:2:0, as all these decoders want it
};

// kEvery: each board of the kind takes it. kSome: the better ones do, and the driver tells.
enum class Promise { kEvery, kSome };

bool hasDecoder(Board board, std::string_view codec, Promise promise);
bool decodes(Board board, const CodedVideo& video, Promise promise);

// A video that plays, and whether a hardware decoder does it.
struct Playing {
    CodedVideo video;
    bool hardware = false;
};
// May the board decode all of these at once? Each codec's decoder and the processor have so many
// pixels a second to share. What a processor manages was estimated, not measured on the boards; of
// a computer that is none of them nothing is known, and all passes.
bool decodesTogether(Board board, const std::vector<Playing>& videos);

} // namespace jtv::model
