// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a video gets from its file to the display: names of boards' decoders, and the ladder of ways.
#include "player/media/ladder.h"

#include <algorithm>
#include <array>

namespace jtv::media {
namespace {

struct CodecName {
    std::string_view caps;
    std::string_view codec;
};

constexpr std::array kCodecNames{
    CodecName{"video/x-h264", "h264"},
    CodecName{"video/x-h265", "hevc"},
    CodecName{"video/x-vp8", "vp8"},
    CodecName{"video/x-vp9", "vp9"},
    CodecName{"video/x-av1", "av1"},
    CodecName{"video/mpeg", "mpeg2video"},
    CodecName{"video/x-fwht", "fwht"},
};

std::string_view codecOf(const Stream& stream)
{
    const auto* found =
        std::find_if(kCodecNames.begin(), kCodecNames.end(), [&](const CodecName& name) {
            return name.caps == stream.codec;
        });
    return found == kCodecNames.end() ? std::string_view() : found->codec;
}

// How the GStreamer elements of the board's own decoder begin. A Pi has one of each kind.
std::string_view elementOf(Board board, std::string_view codec)
{
    switch (board) {
    case Board::kPi3:
    case Board::kPi4:
    case Board::kPi5:
        return codec == "hevc" ? "v4l2slh265dec" : "v4l2h264dec";
    case Board::kV4l2:
        return "v4l2";
    case Board::kVaapi:
        return "va";
    case Board::kNone:
        break;
    }
    return "";
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
    if (!model::hasDecoder(board, codecOf(stream), model::Promise::kSome)) {
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
    if (const auto named = model::boardNamed(model); named != Board::kNone) {
        return named;
    }
    if (anyBegins(decoders, "v4l2")) {
        return Board::kV4l2;
    }
    return anyBegins(decoders, "va") ? Board::kVaapi : Board::kNone;
}

bool decodable(Board board, const Stream& stream)
{
    const model::CodedVideo coded{
        codecOf(stream),
        stream.width,
        stream.height,
        stream.fps,
        stream.bitDepth,
        stream.subsampled};
    return model::decodes(board, coded, model::Promise::kSome);
}

std::vector<Choice>
waysFor(Board board, const Stream& stream, const Offer& offer, const std::vector<Choice>& failed)
{
    const std::string noHardware = hardwareRefusal(board, stream, offer);
    const std::string noPlane = planeRefusal(offer);
    const auto element = elementOf(board, codecOf(stream));
    std::vector<Choice> ways;
    const auto add = [&](Choice way) {
        if (!hasFailed(failed, way)) {
            ways.push_back(std::move(way));
        }
    };
    const auto addAll = [&](Rung rung, const std::string& why) {
        for (const auto& decoder : offer.decoders) {
            if (decoder.starts_with(element)) {
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

} // namespace jtv::media
