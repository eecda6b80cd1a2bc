// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Asks GStreamer's registry as decodebin does: by rank.
#include "player/media/decoders.h"

#include "player/media/glib.h"
#include "player/media/hardware.h"

#include <gst/gst.h>

#include <algorithm>
#include <array>

namespace jtv::media {
namespace {

using Factories = CHandle<GList, gst_plugin_feature_list_free>;

struct Codec {
    const char* name;
    const char* caps;
};
constexpr std::array<Codec, 5> kCodecs = {
    {{"H.264",
      "video/x-h264,stream-format=byte-stream,alignment=au,profile=high,"
      "width=1920,height=1080,framerate=30/1"},
     {"HEVC",
      "video/x-h265,stream-format=byte-stream,alignment=au,profile=main,"
      "width=1920,height=1080,framerate=30/1"},
     {"VP8",
      "video/x-vp8,codec-alpha=false,"
      "width=1920,height=1080,framerate=30/1"},
     {"VP9",
      "video/x-vp9,codec-alpha=false,"
      "width=1920,height=1080,framerate=30/1"},
     {"AV1",
      "video/x-av1,stream-format=obu-stream,alignment=tu,"
      "width=1920,height=1080,framerate=30/1"}}};

// By the board's table; drivers of other boards know better.
std::string largestOf(const GstStructure* structure)
{
    struct Size {
        int width;
        int height;
        double fps;
        const char* name;
    };
    constexpr std::array<Size, 4> kSizes{
        {{3840, 2160, 60, "3840x2160@60"},
         {3840, 2160, 30, "3840x2160@30"},
         {1920, 1080, 60, "1920x1080@60"},
         {1920, 1080, 30, "1920x1080@30"}}};
    Stream stream;
    stream.codec = gst_structure_get_name(structure);
    const auto* found = std::find_if(kSizes.begin(), kSizes.end(), [&](const Size& size) {
        stream.width = size.width;
        stream.height = size.height;
        stream.fps = size.fps;
        return decodable(thisBoard(), stream);
    });
    return found == kSizes.end() ? "" : found->name;
}

KnownDecoder bestFor(const Codec& codec, GList* decoders)
{
    KnownDecoder known{codec.name, "", false, ""};
    const Caps caps(gst_caps_from_string(codec.caps));
    const Factories able(gst_element_factory_list_filter(decoders, caps.get(), GST_PAD_SINK, TRUE));
    if (!able) {
        return known;
    }
    auto* factory = GST_ELEMENT_FACTORY(able->data);
    known.element = gst_plugin_feature_get_name(GST_PLUGIN_FEATURE(factory));
    // A player on a board with hardware takes that first, whatever its rank.
    if (const auto better = hardwareDecoders(caps.get());
        thisBoard() != Board::kNone && !better.empty()) {
        known.element = better.front();
        known.hardware = true;
        known.largest = largestOf(gst_caps_get_structure(caps.get(), 0));
    }
    return known;
}

} // namespace

std::vector<KnownDecoder> knownDecoders()
{
    // Highest rank first.
    const Factories decoders(gst_element_factory_list_get_elements(
        GST_ELEMENT_FACTORY_TYPE_DECODER | GST_ELEMENT_FACTORY_TYPE_MEDIA_VIDEO,
        GST_RANK_MARGINAL));
    std::vector<KnownDecoder> known;
    known.reserve(kCodecs.size());
    known.reserve(std::size(kCodecs));
    for (const auto& codec : kCodecs) {
        known.push_back(bestFor(codec, decoders.get()));
    }
    return known;
}

} // namespace jtv::media
