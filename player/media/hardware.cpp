// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which hardware decoders this machine has.
#include "player/media/hardware.h"

#include "base/file.h"
#include "player/media/glib.h"
#include "player/media/log.h"

#include <gst/video/video.h>

#include <string_view>

namespace jtv::media {
namespace {

using Factories = CHandle<GList, gst_plugin_feature_list_free>;

std::string textField(const GstStructure* structure, const char* field)
{
    const gchar* text = gst_structure_get_string(structure, field);
    return text != nullptr ? text : "";
}

} // namespace

bool isHardware(GstElementFactory* factory)
{
    const gchar* kind = gst_element_factory_get_metadata(factory, GST_ELEMENT_METADATA_KLASS);
    if (kind == nullptr || std::string_view(kind).find("Decoder") == std::string_view::npos) {
        return false;
    }
    // Stateful V4L2 decoders of GStreamer 1.22 do not say that they are hardware.
    const std::string_view name = gst_plugin_feature_get_name(GST_PLUGIN_FEATURE(factory));
    return std::string_view(kind).find("Hardware") != std::string_view::npos ||
           name.starts_with("v4l2");
}

std::vector<std::string> hardwareDecoders(const GstCaps* caps)
{
    Factories found(gst_element_factory_list_get_elements(
        GST_ELEMENT_FACTORY_TYPE_DECODER | GST_ELEMENT_FACTORY_TYPE_MEDIA_VIDEO, GST_RANK_NONE));
    if (caps != nullptr) {
        found.reset(gst_element_factory_list_filter(found.get(), caps, GST_PAD_SINK, FALSE));
    }
    std::vector<std::string> names;
    for (const GList* entry = found.get(); entry != nullptr; entry = entry->next) {
        auto* factory = GST_ELEMENT_FACTORY(entry->data);
        const std::string_view name = gst_plugin_feature_get_name(GST_PLUGIN_FEATURE(factory));
        // Those for pictures with transparency rank above the ordinary ones and take nothing else.
        if (isHardware(factory) && name.find("alpha") == std::string_view::npos) {
            names.emplace_back(name);
        }
    }
    return names;
}

Board thisBoard()
{
    static const Board kBoard = [] {
        const auto model = readFile("/proc/device-tree/model", 256);
        const Board board = boardOf(model ? *model : std::string(), hardwareDecoders());
        kLog.info("the board is {}", wordOf(board));
        return board;
    }();
    return kBoard;
}

Stream streamOf(const GstCaps* caps)
{
    Stream stream;
    const GstStructure* structure = gst_caps_get_structure(caps, 0);
    stream.codec = gst_structure_get_name(structure);
    gst_structure_get_int(structure, "width", &stream.width);
    gst_structure_get_int(structure, "height", &stream.height);
    int numerator = 0;
    int denominator = 0;
    if (gst_structure_get_fraction(structure, "framerate", &numerator, &denominator) != FALSE &&
        denominator > 0) {
        stream.fps = static_cast<double>(numerator) / denominator;
    }
    guint depth = 0;
    if (gst_structure_get_uint(structure, "bit-depth-luma", &depth) != FALSE) {
        stream.bitDepth = static_cast<int>(depth);
    }
    const auto sampling = textField(structure, "chroma-format");
    stream.subsampled = sampling.empty() || sampling == "4:2:0";
    return stream;
}

} // namespace jtv::media
