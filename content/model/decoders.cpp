// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One row a decoder. Pi: H.264 up to High@4.2, 1080p60 at most (a Pi 3 reaches 30 only); HEVC to
// 4Kp60, 10 bits, on Pi 4 and 5; a Pi 5 decodes nothing else. VA-API: what Intel and AMD graphics
// have had since about 2017.
#include "content/model/decoders.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jtv::model {
namespace {

struct Decoder {
    Board board;
    std::string_view codec;
    int side;    // px, of the longer side
    double rate; // pixels a second, in macroblocks of 16
    int bitDepth;
    Promise promise;
};

constexpr double kFullHd = 1920.0 * 1088;
constexpr double k4k = 4096.0 * 2304;
constexpr double k8k = 8192.0 * 4352;

constexpr std::array kDecoders{
    Decoder{Board::kPi3, "h264", 1920, kFullHd * 30, 8, Promise::kEvery},
    Decoder{Board::kPi4, "h264", 1920, kFullHd * 60, 8, Promise::kEvery},
    Decoder{Board::kPi4, "hevc", 4096, k4k * 60, 10, Promise::kEvery},
    Decoder{Board::kPi5, "hevc", 4096, k4k * 60, 10, Promise::kEvery},
    Decoder{Board::kVaapi, "h264", 4096, k4k * 60, 8, Promise::kEvery},
    Decoder{Board::kVaapi, "hevc", 8192, k4k * 60, 10, Promise::kEvery},
    Decoder{Board::kVaapi, "vp9", 4096, k4k * 60, 10, Promise::kEvery},
    Decoder{Board::kVaapi, "vp8", 1920, kFullHd * 60, 8, Promise::kEvery},
    Decoder{Board::kVaapi, "hevc", 8192, k8k * 60, 10, Promise::kSome},
    Decoder{Board::kVaapi, "vp9", 8192, k8k * 60, 10, Promise::kSome},
    Decoder{Board::kVaapi, "av1", 8192, k8k * 60, 10, Promise::kSome},
    // These only refuse what no such driver takes.
    Decoder{Board::kV4l2, "h264", 4096, k4k * 60, 8, Promise::kSome},
    Decoder{Board::kV4l2, "hevc", 8192, k8k * 60, 10, Promise::kSome},
    Decoder{Board::kV4l2, "vp8", 4096, k4k * 60, 8, Promise::kSome},
    Decoder{Board::kV4l2, "vp9", 4096, k4k * 60, 8, Promise::kSome},
    Decoder{Board::kV4l2, "mpeg2video", 1920, kFullHd * 60, 8, Promise::kSome},
    Decoder{Board::kV4l2, "fwht", 4096, k4k * 60, 8, Promise::kSome},
};

constexpr double kUsualFps = 30; // for files that do not say theirs
// 29.97 and 30 count the same, and so do 59.94 and 60.
constexpr double kRateTolerance = 1.01;

struct Processor {
    Board board;
    double rate; // pixels a second of H.264, beside showing them
};

constexpr std::array kProcessors{
    Processor{Board::kPi3, 1280.0 * 720 * 30},
    Processor{Board::kPi4, kFullHd * 30},
    Processor{Board::kPi5, kFullHd * 60},
};

// Pixels a second, of whole macroblocks.
double rateOf(const CodedVideo& video)
{
    const auto blocks = [](int length) { return (length + 15) / 16 * 16; };
    const double fps = video.fps > 0 ? video.fps : kUsualFps;
    return double(blocks(video.width)) * blocks(video.height) * fps;
}

// That of the board's best decoder for it, or of its processor; 0 = not known.
double capacityFor(Board board, const Playing& playing)
{
    double most = 0;
    for (const auto& decoder : kDecoders) {
        if (playing.hardware && decoder.board == board && decoder.codec == playing.video.codec) {
            most = std::max(most, decoder.rate);
        }
    }
    for (const auto& processor : kProcessors) {
        if (!playing.hardware && processor.board == board) {
            most = processor.rate;
        }
    }
    return most;
}

bool isMeant(const Decoder& decoder, Board board, std::string_view codec, Promise promise)
{
    return decoder.board == board && decoder.codec == codec &&
           (decoder.promise == Promise::kEvery || promise == Promise::kSome);
}

} // namespace

std::string_view wordOf(Board board)
{
    switch (board) {
    case Board::kNone:
        break;
    case Board::kPi3:
        return "pi3";
    case Board::kPi4:
        return "pi4";
    case Board::kPi5:
        return "pi5";
    case Board::kV4l2:
        return "v4l2";
    case Board::kVaapi:
        return "vaapi";
    }
    return "none";
}

Board boardNamed(std::string_view model)
{
    constexpr std::array<std::pair<std::string_view, Board>, 5> kModels{
        {{"Raspberry Pi 3", Board::kPi3},
         {"Raspberry Pi 4", Board::kPi4},
         {"Compute Module 4", Board::kPi4},
         {"Raspberry Pi 5", Board::kPi5},
         {"Compute Module 5", Board::kPi5}}};
    const auto* const found = std::find_if(kModels.begin(), kModels.end(), [&](const auto& known) {
        return model.find(known.first) != std::string_view::npos;
    });
    return found == kModels.end() ? Board::kNone : found->second;
}

bool hasDecoder(Board board, std::string_view codec, Promise promise)
{
    return std::any_of(kDecoders.begin(), kDecoders.end(), [&](const Decoder& decoder) {
        return isMeant(decoder, board, codec, promise);
    });
}

bool decodes(Board board, const CodedVideo& video, Promise promise)
{
    const double rate = rateOf(video);
    return video.subsampled &&
           std::any_of(kDecoders.begin(), kDecoders.end(), [&](const Decoder& decoder) {
               return isMeant(decoder, board, video.codec, promise) &&
                      std::max(video.width, video.height) <= decoder.side &&
                      rate <= decoder.rate * kRateTolerance && video.bitDepth <= decoder.bitDepth;
           });
}

bool decodesTogether(Board board, const std::vector<Playing>& videos)
{
    return std::all_of(videos.begin(), videos.end(), [&](const Playing& one) {
        double share = 0;
        for (const auto& other : videos) {
            const bool same = other.hardware == one.hardware &&
                              (!one.hardware || other.video.codec == one.video.codec);
            const double capacity = same ? capacityFor(board, other) : 0;
            share += capacity > 0 ? rateOf(other.video) / capacity : 0;
        }
        return share <= kRateTolerance;
    });
}

} // namespace jtv::model
