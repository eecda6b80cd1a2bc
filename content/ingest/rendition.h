// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What must be done to a video so that a board decodes it in hardware, decided from its facts:
// pure.
#pragma once

#include "base/result.h"
#include "content/ingest/timing.h"
#include "content/model/decoders.h"
#include "content/model/media_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::ingest {

using model::Board;

// "pi3", "pi4", "pi5", "vaapi" or "none": those whose decoder is known beforehand. Errors:
// kInvalid.
Result<Board> parseBoard(std::string_view word);

enum class Codec { kH264, kHevc };

// What fills the screen beside an upright video. kNone leaves the video's own shape to the player.
enum class Surround { kNone, kPlain, kBlurred };
Result<Surround> parseSurround(std::string_view word);

struct Size {
    int width = 0;  // px
    int height = 0; // px
    friend bool operator==(const Size&, const Size&) = default;
};

// How the finished film looks.
struct Recipe {
    Codec codec = Codec::kH264;
    std::string level = "4.1"; // of H.264; HEVC's encoder finds its own
    Rate rate;
    int rotation = 0; // clockwise degrees to turn the stored picture by
    Size picture;     // after turning, even
    Size canvas;      // even; larger than the picture where there is a surround
    Surround surround = Surround::kNone;
    bool deinterlace = false;
};

struct EncoderOptions {
    std::string preset = "faster"; // of x264 and x265, by their own names
    int quality = 0;               // constant rate factor; 0 = 20 for H.264, 24 for HEVC
    int threads = 0;               // 0 = the encoder's choice
};

// Whether x264 and x265 have a preset of this name.
bool isPreset(std::string_view word);

struct Wishes {
    Board board = Board::kNone;
    int rotate = 0; // 0, 90, 180 or 270 degrees clockwise, for a screen that hangs turned
    Surround surround = Surround::kNone;
    bool always = false; // encode what fits too
};

// As the command line has them. Errors: kInvalid.
Result<Wishes> parseWishes(std::string_view board, int rotate, std::string_view surround);

// `reasons`: why the video cannot be played as it is, each a short phrase; empty = it can.
struct Decision {
    std::vector<std::string> reasons;
    Recipe recipe; // for the case that it is encoded
};

// `facts` must have a video.
Decision decide(const model::MediaFacts& facts, const Timing& timing, const Wishes& wishes);

} // namespace jtv::ingest
