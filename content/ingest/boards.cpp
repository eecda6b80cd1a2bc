// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One row a decoder block. VA-API: what Intel and AMD graphics have had since about 2017.
#include "content/ingest/boards.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace jtv::ingest {
namespace {

struct Decoder {
    bool model::BoardSupport::*board;
    std::string_view codec;
    int side;    // px, of the longer side
    double rate; // pixels a second, in macroblocks of 16
    int bitDepth;
};

constexpr double kFullHd = 1920.0 * 1088;
constexpr double k4k = 4096.0 * 2304;

constexpr std::array kDecoders{
    Decoder{&model::BoardSupport::pi3, "h264", 1920, kFullHd * 30, 8},
    Decoder{&model::BoardSupport::pi4, "h264", 1920, kFullHd * 60, 8},
    Decoder{&model::BoardSupport::pi4, "hevc", 4096, k4k * 60, 10},
    Decoder{&model::BoardSupport::pi5, "hevc", 4096, k4k * 60, 10},
    Decoder{&model::BoardSupport::vaapi, "h264", 4096, k4k * 60, 8},
    Decoder{&model::BoardSupport::vaapi, "hevc", 8192, k4k * 60, 10},
    Decoder{&model::BoardSupport::vaapi, "vp9", 4096, k4k * 60, 10},
    Decoder{&model::BoardSupport::vaapi, "vp8", 1920, kFullHd * 60, 8},
};

constexpr double kUsualFps = 30; // for files that do not say theirs

// All decoders above are for 4:2:0.
bool isOtherSampling(std::string_view profile)
{
    return profile.find("4:2:2") != std::string_view::npos ||
           profile.find("4:4:4") != std::string_view::npos || profile == "Rext" ||
           profile == "Profile 1" || profile == "Profile 3";
}

} // namespace

model::BoardSupport boardsFor(const model::VideoFacts& video)
{
    model::BoardSupport boards;
    const auto blocks = [](int length) { return (length + 15) / 16 * 16; };
    const double fps = video.fps > 0 ? video.fps : kUsualFps;
    const double rate = double(blocks(video.width)) * blocks(video.height) * fps;
    // 29.97 and 30 count the same, and so do 59.94 and 60.
    constexpr double kTolerance = 1.01;
    for (const auto& decoder : kDecoders) {
        if (decoder.codec == video.codec && std::max(video.width, video.height) <= decoder.side &&
            rate <= decoder.rate * kTolerance && video.bitDepth <= decoder.bitDepth &&
            !isOtherSampling(video.profile)) {
            boards.*decoder.board = true;
        }
    }
    return boards;
}

} // namespace jtv::ingest
