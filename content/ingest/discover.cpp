// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// GStreamer's answers as our facts.
#include "content/ingest/discover.h"

#include "base/c_handle.h"
#include "content/ingest/boards.h"
#include "content/ingest/codec_names.h"
#include "content/ingest/pictures.h"
#include "content/ingest/scan.h"

#include <gst/gst.h>
#include <gst/pbutils/pbutils.h>
#include <gst/video/video.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>

namespace jtv::ingest {
namespace {

constexpr const char* kUntoldLanguage = "und";

using Discoverer = CHandle<GstDiscoverer, g_object_unref>;
using Answer = CHandle<GstDiscovererInfo, g_object_unref>;
using Text = CHandle<gchar, g_free>;
using Fault = CHandle<GError, g_error_free>;
using Streams = CHandle<GList, gst_discoverer_stream_info_list_free>;

std::string text(const GstStructure* structure, const char* field)
{
    const char* value = gst_structure_get_string(structure, field);
    return value == nullptr ? "" : value;
}

int integer(const GstStructure* structure, const char* field)
{
    int value = 0;
    guint unsignedValue = 0;
    if (gst_structure_get_uint(structure, field, &unsignedValue) != 0) {
        return static_cast<int>(unsignedValue);
    }
    gst_structure_get_int(structure, field, &value);
    return value;
}

GstVideoColorimetry colorimetryOf(const GstStructure* structure)
{
    const auto words = text(structure, "colorimetry");
    GstVideoColorimetry colorimetry{};
    if (!words.empty()) {
        gst_video_colorimetry_from_string(&colorimetry, words.c_str());
    }
    return colorimetry;
}

std::string hdrOf(GstVideoTransferFunction transfer)
{
    switch (transfer) {
    case GST_VIDEO_TRANSFER_SMPTE2084:
        return "hdr10";
    case GST_VIDEO_TRANSFER_ARIB_STD_B67:
        return "hlg";
    default:
        return {};
    }
}

// "rotate-90", "flip-rotate-90" → 90.
int rotationOf(const GstTagList* tags)
{
    gchar* word = nullptr;
    if (tags == nullptr || gst_tag_list_get_string(tags, GST_TAG_IMAGE_ORIENTATION, &word) == 0) {
        return 0;
    }
    const Text owner(word);
    const std::string_view orientation(word);
    for (const int degrees : {90, 180, 270}) {
        if (orientation.ends_with("rotate-" + std::to_string(degrees))) {
            return degrees;
        }
    }
    return 0;
}

int bitDepthOf(const GstStructure* structure)
{
    const int luma = integer(structure, "bit-depth-luma");
    const auto profile = text(structure, "profile");
    if (luma > 0) {
        return luma;
    }
    return profile.find("10") != std::string::npos   ? 10
           : profile.find("12") != std::string::npos ? 12
                                                     : 8;
}

model::VideoFacts videoFacts(GstDiscovererStreamInfo* stream)
{
    model::VideoFacts facts;
    auto* const video = GST_DISCOVERER_VIDEO_INFO(stream);
    const Caps caps(gst_discoverer_stream_info_get_caps(stream));
    const GstStructure* structure = gst_caps_get_structure(caps.get(), 0);
    facts.codec =
        codecName(gst_structure_get_name(structure), integer(structure, "mpegversion"), 0);
    facts.profile = profileName(facts.codec, text(structure, "profile"));
    facts.level = text(structure, "level");
    facts.width = static_cast<int>(gst_discoverer_video_info_get_width(video));
    facts.height = static_cast<int>(gst_discoverer_video_info_get_height(video));
    const auto denominator = gst_discoverer_video_info_get_framerate_denom(video);
    const auto numerator = gst_discoverer_video_info_get_framerate_num(video);
    facts.fps = denominator == 0 ? 0 : std::round(1000.0 * numerator / denominator) / 1000.0;
    facts.rotation = rotationOf(gst_discoverer_stream_info_get_tags(stream));
    facts.bitDepth = bitDepthOf(structure);
    const auto colorimetry = colorimetryOf(structure);
    facts.hdr = hdrOf(colorimetry.transfer);
    facts.fullRange = colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255;
    const auto parWidth = gst_discoverer_video_info_get_par_num(video);
    const auto parHeight = gst_discoverer_video_info_get_par_denom(video);
    facts.pixelAspect = parWidth == 0 || parHeight == 0 ? 1 : double(parWidth) / parHeight;
    facts.interlaced = gst_discoverer_video_info_is_interlaced(video) != 0;
    return facts;
}

model::AudioFacts audioFacts(GstDiscovererStreamInfo* stream)
{
    model::AudioFacts facts;
    auto* const audio = GST_DISCOVERER_AUDIO_INFO(stream);
    const Caps caps(gst_discoverer_stream_info_get_caps(stream));
    const GstStructure* structure = gst_caps_get_structure(caps.get(), 0);
    facts.codec = codecName(
        gst_structure_get_name(structure),
        integer(structure, "mpegversion"),
        integer(structure, "layer"));
    facts.channels = static_cast<int>(gst_discoverer_audio_info_get_channels(audio));
    facts.sampleRate = static_cast<int>(gst_discoverer_audio_info_get_sample_rate(audio));
    return facts;
}

// The first stream that is no cover picture and whose format is known.
GstDiscovererStreamInfo* firstVideo(GList* streams)
{
    for (const GList* item = streams; item != nullptr; item = item->next) {
        auto* const stream = static_cast<GstDiscovererStreamInfo*>(item->data);
        const Caps caps(gst_discoverer_stream_info_get_caps(stream));
        const bool cover =
            gst_discoverer_video_info_is_image(GST_DISCOVERER_VIDEO_INFO(stream)) != 0;
        if (!cover && caps && gst_caps_get_size(caps.get()) > 0) {
            return stream;
        }
    }
    return nullptr;
}

std::string container(GstDiscovererInfo* answer)
{
    const CHandle<GstDiscovererStreamInfo, g_object_unref> top(
        gst_discoverer_info_get_stream_info(answer));
    const Caps caps(top ? gst_discoverer_stream_info_get_caps(top.get()) : nullptr);
    if (!caps || gst_caps_get_size(caps.get()) == 0) {
        return {};
    }
    const GstStructure* structure = gst_caps_get_structure(caps.get(), 0);
    return containerName(gst_structure_get_name(structure), text(structure, "variant"));
}

std::vector<std::string> captions(GstDiscovererInfo* answer)
{
    std::vector<std::string> languages;
    const Streams streams(gst_discoverer_info_get_subtitle_streams(answer));
    for (const GList* item = streams.get(); item != nullptr; item = item->next) {
        const char* language =
            gst_discoverer_subtitle_info_get_language(GST_DISCOVERER_SUBTITLE_INFO(item->data));
        languages.emplace_back(language == nullptr ? kUntoldLanguage : language);
    }
    return languages;
}

// Whether the picture's own decoder or the container's reader is what is missing; captions in an
// unknown format do not matter.
bool lacksPicture(GstDiscovererInfo* answer)
{
    const gchar** details = gst_discoverer_info_get_missing_elements_installer_details(answer);
    for (; details != nullptr && *details != nullptr; ++details) {
        if (std::string_view(*details).find("|decoder-video/") != std::string_view::npos) {
            return true;
        }
    }
    const Streams videos(gst_discoverer_info_get_video_streams(answer));
    return !videos;
}

Status checkOutcome(GstDiscovererInfo* answer, const GError* fault)
{
    auto result = answer == nullptr ? GST_DISCOVERER_ERROR : gst_discoverer_info_get_result(answer);
    if (result == GST_DISCOVERER_MISSING_PLUGINS && !lacksPicture(answer)) {
        result = GST_DISCOVERER_OK;
    }
    switch (result) {
    case GST_DISCOVERER_OK:
        return Done{};
    case GST_DISCOVERER_MISSING_PLUGINS:
        return Error{
            ErrorKind::kUnsupported,
            "the video uses a codec that is not known here; save it as MP4 with H.264"};
    case GST_DISCOVERER_TIMEOUT:
        return Error{
            ErrorKind::kInvalid,
            "the video could not be looked into in time; it may be damaged, save it again as MP4"};
    default:
        break;
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the video is damaged or not complete ({}); save it again as MP4 and upload that",
            fault == nullptr ? "no reason given" : fault->message)};
}

Status checkLimits(const model::MediaFacts& facts, const Limits& limits)
{
    const auto& video = *facts.video;
    if (video.width <= 0 || video.height <= 0) {
        return Error{
            ErrorKind::kInvalid,
            "the size of the video's picture is not known; save it again as MP4"};
    }
    const auto pixels =
        static_cast<std::uint64_t>(video.width) * static_cast<std::uint64_t>(video.height);
    if (pixels > limits.pixels) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the video's picture has {}x{} pixels, more than a screen can show; save it "
                "smaller",
                video.width,
                video.height)};
    }
    if (facts.duration && *facts.duration > limits.duration) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the video is longer than {} minutes; cut it", limits.duration.count() / 60)};
    }
    return Done{};
}

Result<model::MediaFacts> factsOf(GstDiscovererInfo* answer)
{
    model::MediaFacts facts;
    facts.kind = model::FileKind::kVideo;
    facts.container = container(answer);
    facts.type = fileType(facts.container);
    const Streams videos(gst_discoverer_info_get_video_streams(answer));
    auto* const video = firstVideo(videos.get());
    if (video == nullptr) {
        return Error{
            ErrorKind::kInvalid, "there is no moving picture in this file; upload a video"};
    }
    facts.video = videoFacts(video);
    const Streams sounds(gst_discoverer_info_get_audio_streams(answer));
    if (sounds) {
        facts.audio = audioFacts(static_cast<GstDiscovererStreamInfo*>(sounds->data));
    }
    // 0: a stream without an index, whose end would have to be looked for.
    if (const auto duration = gst_discoverer_info_get_duration(answer);
        GST_CLOCK_TIME_IS_VALID(duration) && duration > 0) {
        facts.duration = Milliseconds{(duration + GST_MSECOND / 2) / GST_MSECOND};
    }
    facts.captions = captions(answer);
    facts.boards = boardsFor(*facts.video);
    return facts;
}

bool lacksLanguage(const model::MediaFacts& facts)
{
    return std::find(facts.captions.begin(), facts.captions.end(), kUntoldLanguage) !=
           facts.captions.end();
}

Result<model::MediaFacts>
lookInto(GstDiscoverer* discoverer, const gchar* uri, const Limits& limits)
{
    GError* error = nullptr;
    const Answer answer(gst_discoverer_discover_uri(discoverer, uri, &error));
    const Fault owner(error);
    if (auto status = checkOutcome(answer.get(), error); !status) {
        return std::move(status).error();
    }
    auto facts = factsOf(answer.get());
    if (!facts) {
        return facts;
    }
    if (auto status = checkLimits(*facts, limits); !status) {
        return std::move(status).error();
    }
    return facts;
}

// The discoverer shows its pipeline only by the source in it.
void onSource(GstDiscoverer* /*discoverer*/, GstElement* source, gpointer /*unused*/)
{
    GstObject* top = GST_OBJECT(source);
    while (GST_OBJECT_PARENT(top) != nullptr) {
        top = GST_OBJECT_PARENT(top);
    }
    if (GST_IS_BIN(top)) {
        trustStreamColours(GST_BIN(top));
    }
}

// Streams may tell of their range and of nothing else; then only the decoder knows.
bool isDecodedFullRange(const std::filesystem::path& file)
{
    const Cancelled never{false};
    auto pictures = Pictures::open(file, false, never);
    if (!pictures) {
        return false;
    }
    const auto first = pictures->next(never);
    return first && *first && (*first)->format().colours.fullRange;
}

// The container's words are often estimates; every picture's time is known by now.
void refine(model::MediaFacts& facts, const Scanned& scanned)
{
    const auto& pictures = scanned.pictures;
    auto& fps = facts.video->fps;
    const auto lasts = std::chrono::duration<double>(pictures.end - pictures.begin).count();
    const double usual =
        pictures.interval.count() > 0 ? 1e9 / static_cast<double>(pictures.interval.count()) : 0;
    const double average =
        lasts > 0 && !pictures.constant ? static_cast<double>(pictures.pictures) / lasts : usual;
    // The container's rate is the exact one of what is seen, unless it is another altogether.
    const bool seen = std::abs(fps - usual) < usual / 100 && std::abs(fps - average) < average / 20;
    if (average > 0 && !seen) {
        fps = std::round(1000 * average) / 1000;
    }
    facts.boards = boardsFor(*facts.video);
    const auto length = std::chrono::round<Milliseconds>(scanned.length);
    constexpr std::array<std::string_view, 4> kGuessing{"mpegts", "mpeg", "ogg", "flv"};
    const bool guessed =
        !facts.duration ||
        std::find(kGuessing.begin(), kGuessing.end(), facts.container) != kGuessing.end();
    facts.duration = guessed ? length : std::max(*facts.duration, length);
}

} // namespace

Result<model::MediaFacts> discover(const std::filesystem::path& file, const Limits& limits)
{
    startGStreamer();
    const Cancelled never{false};
    const auto scanned = scan(file, never);
    GError* error = nullptr;
    const auto patience = static_cast<GstClockTime>(limits.patience.count()) * GST_SECOND;
    const Discoverer discoverer(gst_discoverer_new(patience, &error));
    const Text uri(gst_filename_to_uri(file.c_str(), nullptr));
    if (!discoverer || !uri) {
        const Fault owner(error);
        return Error{
            ErrorKind::kInternal, "GStreamer does not start; install gstreamer1.0-plugins-base"};
    }
    g_signal_connect(discoverer.get(), "source-setup", G_CALLBACK(onSource), nullptr);
    if (!scanned) {
        return scanned.error();
    }
    auto facts = lookInto(discoverer.get(), uri.get(), limits);
    // The discoverer does not wait for caption tracks, so their language may come too late.
    for (int again = 0; again < 2 && facts && lacksLanguage(*facts); ++again) {
        facts = lookInto(discoverer.get(), uri.get(), limits);
    }
    if (facts) {
        facts->video->fullRange = facts->video->fullRange || isDecodedFullRange(file);
        refine(*facts, *scanned);
    }
    return facts;
}

} // namespace jtv::ingest
