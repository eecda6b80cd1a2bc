// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a video gets from its file to the display: the table of boards, and the ladder of ways.
#include "player/media/ladder.h"

#include <algorithm>
#include <array>

namespace jtv::media {
namespace {

// What a board's decoder is made for. One row a codec; sizes in px, rates in pictures a second.
struct Limit {
    Board board;
    std::string_view codec;
    std::string_view element; // how its GStreamer element begins
    int width;
    int height;
    double fps;
    int bitDepth;
};

// BCM2835 to BCM2711 documentation: H.264 up to High@4.2, 1080p60 at most (a Pi 3 reaches 30 only);
// HEVC to 4Kp60, 10 bits, on Pi 4 and 5; a Pi 5 decodes nothing else in hardware.
constexpr std::array<Limit, 14> kLimits{{
    {Board::kPi3, "video/x-h264", "v4l2h264dec", 1920, 1088, 30, 8},
    {Board::kPi4, "video/x-h264", "v4l2h264dec", 1920, 1088, 60, 8},
    {Board::kPi4, "video/x-h265", "v4l2slh265dec", 4096, 2304, 60, 10},
    {Board::kPi5, "video/x-h265", "v4l2slh265dec", 4096, 2304, 60, 10},
    // The driver knows its limits and says so; these only refuse what no such driver takes.
    {Board::kV4l2, "video/x-h264", "v4l2", 4096, 2304, 60, 8},
    {Board::kV4l2, "video/x-h265", "v4l2", 8192, 4320, 60, 10},
    {Board::kV4l2, "video/x-vp8", "v4l2", 4096, 2304, 60, 8},
    {Board::kV4l2, "video/x-vp9", "v4l2", 4096, 2304, 60, 8},
    {Board::kV4l2, "video/mpeg", "v4l2", 1920, 1088, 60, 8},
    {Board::kV4l2, "video/x-fwht", "v4l2", 4096, 2304, 60, 8},
    {Board::kVaapi, "video/x-h264", "va", 4096, 4096, 60, 8},
    {Board::kVaapi, "video/x-h265", "va", 8192, 4320, 60, 10},
    {Board::kVaapi, "video/x-vp9", "va", 8192, 4320, 60, 10},
    {Board::kVaapi, "video/x-av1", "va", 8192, 4320, 60, 10},
}};

const Limit* limitOf(Board board, std::string_view codec)
{
    const auto* found = std::find_if(kLimits.begin(), kLimits.end(), [&](const Limit& limit) {
        return limit.board == board && limit.codec == codec;
    });
    return found == kLimits.end() ? nullptr : found;
}

bool anyBegins(const std::vector<std::string>& elements, std::string_view with)
{
    return std::any_of(elements.begin(), elements.end(), [&](const std::string& element) {
        return element.starts_with(with);
    });
}

bool common(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const std::string& entry) {
        return std::find(b.begin(), b.end(), entry) != b.end();
    });
}

bool hasFailed(const std::vector<Choice>& failed, const Choice& way)
{
    return std::any_of(failed.begin(), failed.end(), [&](const Choice& before) {
        return before.rung == way.rung && before.decoder == way.decoder;
    });
}

// Why the hardware is not used, or nothing.
std::string hardwareRefusal(Board board, const Stream& stream, const Offer& offer)
{
    if (limitOf(board, stream.codec) == nullptr) {
        return "this board decodes no " + stream.codec + " in hardware";
    }
    if (!decodable(board, stream)) {
        return "it is beyond what this board decodes in hardware";
    }
    return offer.decoders.empty() ? "the decoder's driver is not there" : "";
}

// Captions need a plane of their own above the video's.
int planesNeeded(const Offer& offer)
{
    return offer.overlaid ? 2 : 1;
}

std::string planeRefusal(const Offer& offer)
{
    if (!offer.display) {
        return "it is shown in a window";
    }
    if (offer.freePlanes < planesNeeded(offer)) {
        return offer.overlaid && offer.freePlanes == 1 ? "captions need the only plane"
                                                       : "the display has no free plane";
    }
    return "";
}

} // namespace

Board boardOf(std::string_view model, const std::vector<std::string>& decoders)
{
    if (model.find("Raspberry Pi 3") != std::string_view::npos) {
        return Board::kPi3;
    }
    if (model.find("Raspberry Pi 4") != std::string_view::npos ||
        model.find("Compute Module 4") != std::string_view::npos) {
        return Board::kPi4;
    }
    if (model.find("Raspberry Pi 5") != std::string_view::npos ||
        model.find("Compute Module 5") != std::string_view::npos) {
        return Board::kPi5;
    }
    if (anyBegins(decoders, "v4l2")) {
        return Board::kV4l2;
    }
    return anyBegins(decoders, "va") ? Board::kVaapi : Board::kNone;
}

bool decodable(Board board, const Stream& stream)
{
    const Limit* limit = limitOf(board, stream.codec);
    if (limit == nullptr) {
        return false;
    }
    // Upright videos are as large as others.
    const int longer = std::max(stream.width, stream.height);
    const int shorter = std::min(stream.width, stream.height);
    // Rates are written as 60000/1001 and the like.
    return longer <= limit->width && shorter <= limit->height && stream.fps <= limit->fps + 0.1 &&
           stream.bitDepth <= limit->bitDepth;
}

std::vector<Choice>
waysFor(Board board, const Stream& stream, const Offer& offer, const std::vector<Choice>& failed)
{
    const std::string noHardware = hardwareRefusal(board, stream, offer);
    const std::string noPlane = planeRefusal(offer);
    const Limit* limit = limitOf(board, stream.codec);
    std::vector<Choice> ways;
    const auto add = [&](Choice way) {
        if (!hasFailed(failed, way)) {
            ways.push_back(std::move(way));
        }
    };
    const auto addAll = [&](Rung rung, const std::string& why) {
        for (const auto& decoder : offer.decoders) {
            if (decoder.starts_with(limit->element)) {
                add({rung, decoder, why});
            }
        }
    };
    if (noHardware.empty() && noPlane.empty() && common(offer.decoderFormats, offer.planeFormats)) {
        addAll(Rung::kPlane, "");
    }
    if (noHardware.empty() && offer.gl) {
        addAll(Rung::kGl, noPlane);
    }
    const std::string why = !noHardware.empty() ? noHardware
                            : noPlane.empty()   ? "the better ways failed"
                                                : noPlane;
    if (noPlane.empty()) {
        add({Rung::kPlaneCopied, "", why});
    }
    // Painting always works: it is not struck off, whatever happened before.
    ways.push_back({Rung::kWindow, "", why});
    return ways;
}

Choice
choosePath(Board board, const Stream& stream, const Offer& offer, const std::vector<Choice>& failed)
{
    return waysFor(board, stream, offer, failed).front();
}

std::string_view wordOf(Board board)
{
    switch (board) {
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
    case Board::kNone:
        break;
    }
    return "none";
}

} // namespace jtv::media
