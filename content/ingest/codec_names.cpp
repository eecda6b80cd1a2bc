// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tables of names.
#include "content/ingest/codec_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace jtv::ingest {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t Size>
std::string_view lookUp(const std::array<Pair, Size>& table, std::string_view word)
{
    const auto found = std::find_if(
        table.begin(), table.end(), [word](const Pair& pair) { return pair.first == word; });
    return found == table.end() ? std::string_view() : found->second;
}

constexpr std::array<Pair, 44> kCodecs{{
    {"video/x-h264", "h264"},
    {"video/x-h265", "hevc"},
    {"video/x-vp8", "vp8"},
    {"video/x-vp9", "vp9"},
    {"video/x-av1", "av1"},
    {"video/x-theora", "theora"},
    {"image/jpeg", "mjpeg"},
    {"image/png", "png"},
    {"video/x-h263", "h263"},
    {"video/x-prores", "prores"},
    {"video/x-dnxhd", "dnxhd"},
    {"video/x-raw", "rawvideo"},
    {"video/x-divx", "mpeg4"},
    {"video/x-xvid", "mpeg4"},
    {"video/x-dv", "dvvideo"},
    {"audio/x-opus", "opus"},
    {"audio/x-vorbis", "vorbis"},
    {"audio/x-flac", "flac"},
    {"audio/x-ac3", "ac3"},
    {"audio/x-eac3", "eac3"},
    {"audio/x-alac", "alac"},
    {"audio/x-dts", "dts"},
    {"audio/AMR", "amrnb"},
    {"audio/AMR-WB", "amrwb"},
    {"audio/x-raw", "pcm"},
    {"audio/x-speex", "speex"},
    {"video/x-ffv", "ffv1"},
    {"video/x-rle", "qtrle"},
    {"video/x-flash-video", "flv1"},
    {"video/x-huffyuv", "huffyuv"},
    {"video/x-cinepak", "cinepak"},
    {"image/gif", "gif"},
    {"image/gst-libav-gif", "gif"},
    {"image/apng", "apng"},
    {"image/x-j2c", "jpeg2000"},
    {"image/x-jpc", "jpeg2000"},
    {"video/x-vp6", "vp6"},
    {"video/x-vp6-flash", "vp6f"},
    {"video/x-camtasia", "tscc"},
    {"video/x-dirac", "dirac"},
    {"video/x-flash-screen", "flashsv"},
    {"audio/x-adpcm", "adpcm"},
    {"video/x-cavs", "cavs"},
    {"audio/x-nellymoser", "nellymoser"},
}};

constexpr std::array<Pair, 12> kContainers{{
    {"video/x-matroska", "matroska"},
    {"audio/x-matroska", "matroska"},
    {"video/webm", "webm"},
    {"audio/webm", "webm"},
    {"video/mpegts", "mpegts"},
    {"video/mpeg", "mpeg"},
    {"video/x-msvideo", "avi"},
    {"video/x-flv", "flv"},
    {"video/x-ms-asf", "asf"},
    {"image/gif", "gif"},
    {"video/x-h264", "h264"},
    {"video/x-h265", "hevc"},
}};

constexpr std::array<Pair, 14> kTypes{{
    {"mp4", "video/mp4"},
    {"mov", "video/quicktime"},
    {"3gp", "video/3gpp"},
    {"webm", "video/webm"},
    {"matroska", "video/x-matroska"},
    {"ogg", "video/ogg"},
    {"mpegts", "video/mp2t"},
    {"mpeg", "video/mpeg"},
    {"avi", "video/x-msvideo"},
    {"flv", "video/x-flv"},
    {"asf", "video/x-ms-asf"},
    {"gif", "image/gif"},
    {"jpeg", "image/jpeg"},
    {"png", "image/png"},
}};

const char* mpegVideo(int version)
{
    switch (version) {
    case 4:
        return "mpeg4";
    case 2:
        return "mpeg2video";
    default:
        return "mpeg1video";
    }
}

const char* mpegLayer(int layer)
{
    switch (layer) {
    case 3:
        return "mp3";
    case 2:
        return "mp2";
    default:
        return "mp1";
    }
}

// "main-10" → "Main 10"
std::string titled(std::string_view text)
{
    std::string result(text);
    bool first = true;
    for (auto& c : result) {
        c = c == '-' ? ' ' : c;
        if (first && c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        first = c == ' ';
    }
    return result;
}

} // namespace

std::string codecName(std::string_view mediaType, int mpegVersion, int layer)
{
    if (mediaType == "video/mpeg") {
        return mpegVideo(mpegVersion);
    }
    if (mediaType == "audio/mpeg") {
        return mpegVersion == 1 ? mpegLayer(layer) : "aac";
    }
    if (const auto name = lookUp(kCodecs, mediaType); !name.empty()) {
        return std::string(name);
    }
    const auto slash = mediaType.find('/');
    auto rest = mediaType.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (rest.starts_with("x-")) {
        rest.remove_prefix(2);
    }
    return std::string(rest);
}

std::string profileName(std::string_view codec, std::string_view profile)
{
    if (profile.empty()) {
        return {};
    }
    if (codec == "vp9") {
        return "Profile " + std::string(profile);
    }
    if (codec == "mpeg4") {
        return titled(profile) + " Profile";
    }
    if (codec == "hevc" && profile != "main" && profile != "main-10" &&
        profile != "main-still-picture") {
        return "Rext";
    }
    if (codec == "h264" && profile == "high-4:2:2") {
        return "High 4:2:2";
    }
    if (codec == "h264" && profile == "high-4:4:4") {
        return "High 4:4:4 Predictive";
    }
    return titled(profile);
}

std::string containerName(std::string_view mediaType, std::string_view variant)
{
    if (mediaType == "video/quicktime" || mediaType == "audio/x-m4a") {
        return variant == "apple" ? "mov" : variant.starts_with("3g") ? "3gp" : "mp4";
    }
    if (mediaType == "application/ogg" || mediaType == "video/ogg" || mediaType == "audio/ogg") {
        return "ogg";
    }
    const auto name = lookUp(kContainers, mediaType);
    return std::string(name.empty() ? mediaType : name);
}

std::string fileType(std::string_view container)
{
    const auto type = lookUp(kTypes, container);
    return std::string(type.empty() ? "application/octet-stream" : type);
}

} // namespace jtv::ingest
