// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The caps of GStreamer's video/x-raw, with and without format=DMA_DRM.
#include "player/media/memory_format.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>

namespace jtv::media {
namespace {

constexpr std::uint32_t fourcc(std::string_view letters)
{
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        code |= static_cast<std::uint32_t>(static_cast<unsigned char>(letters[i])) << (8 * i);
    }
    return code;
}

// The letters of GStreamer's I420 mean U before V, DRM says YU12.
constexpr std::array<std::pair<std::uint32_t, const char*>, 2> kNames{{
    {fourcc("NV12"), "NV12"},
    {fourcc("YU12"), "I420"},
}};

} // namespace

std::optional<DrmFormat> parseDrmFormat(std::string_view text)
{
    constexpr std::string_view kBegin = ":0x";
    if (text.size() < 4) {
        return std::nullopt;
    }
    DrmFormat format{fourcc(text), 0};
    text.remove_prefix(4);
    if (text.empty()) {
        return format;
    }
    if (!text.starts_with(kBegin)) {
        return std::nullopt;
    }
    text.remove_prefix(kBegin.size());
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, format.modifier, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(format) : std::nullopt;
}

std::optional<MemoryFormat> memoryFormatOf(const GstCaps* caps)
{
    const GstStructure* structure = gst_caps_get_structure(caps, 0);
    const gchar* described = gst_structure_get_string(structure, "drm-format");
    MemoryFormat format;
    Caps plain(gst_caps_copy(caps));
    if (described != nullptr) {
        const auto drm = parseDrmFormat(described);
        const auto* name = kNames.begin();
        while (drm && name != kNames.end() && name->first != drm->fourcc) {
            ++name;
        }
        if (!drm || name == kNames.end()) {
            return std::nullopt;
        }
        format.modifier = drm->modifier;
        gst_caps_set_simple(plain.get(), "format", G_TYPE_STRING, name->second, nullptr);
        gst_structure_remove_field(gst_caps_get_structure(plain.get(), 0), "drm-format");
    }
    if (gst_video_info_from_caps(&format.info, plain.get()) == FALSE) {
        return std::nullopt;
    }
    const std::string_view name = gst_video_format_to_string(GST_VIDEO_INFO_FORMAT(&format.info));
    for (const auto& [code, known] : kNames) {
        format.fourcc = name == known ? code : format.fourcc;
    }
    return format.fourcc != 0 ? std::optional(format) : std::nullopt;
}

Caps capsTaken(const std::vector<std::string>& drmFormats)
{
    std::string text;
    if (!drmFormats.empty()) {
        text = fmt::format(
            "video/x-raw(memory:DMABuf), format=(string)DMA_DRM, drm-format=(string){{ {} }}; ",
            fmt::join(drmFormats, ", "));
    }
    return Caps(
        gst_caps_from_string((text + "video/x-raw, format=(string){ I420, NV12 }").c_str()));
}

} // namespace jtv::media
