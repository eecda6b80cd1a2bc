// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a media file is, asked of GStreamer's discoverer.
#include "player/media/probe.h"

#include "base/file.h"
#include "player/media/glib.h"

#include <gst/pbutils/pbutils.h>

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

namespace jtv::media {
namespace {

void unrefObject(void* object)
{
    g_object_unref(object);
}
using Discoverer = CHandle<GstDiscoverer, unrefObject>;
using Discovered = CHandle<GstDiscovererInfo, unrefObject>;

bool turned(const GstDiscovererStreamInfo* stream)
{
    const GstTagList* tags = gst_discoverer_stream_info_get_tags(
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): a getter
        const_cast<GstDiscovererStreamInfo*>(stream));
    gchar* orientation = nullptr;
    if (tags == nullptr ||
        gst_tag_list_get_string(tags, GST_TAG_IMAGE_ORIENTATION, &orientation) == FALSE) {
        return false;
    }
    const std::string word = takeString(orientation);
    return word == "rotate-90" || word == "rotate-270";
}

void takeVideo(GstDiscovererVideoInfo* video, Probed& probed)
{
    probed.width = static_cast<int>(gst_discoverer_video_info_get_width(video));
    probed.height = static_cast<int>(gst_discoverer_video_info_get_height(video));
    const auto numerator = gst_discoverer_video_info_get_par_num(video);
    const auto denominator = gst_discoverer_video_info_get_par_denom(video);
    if (numerator > 0 && denominator > 0) {
        probed.width =
            static_cast<int>(static_cast<std::int64_t>(probed.width) * numerator / denominator);
    }
    auto* stream = GST_DISCOVERER_STREAM_INFO(video);
    if (turned(stream)) {
        std::swap(probed.width, probed.height);
    }
    const Caps caps(gst_discoverer_stream_info_get_caps(stream));
    if (caps) {
        probed.codec = takeString(gst_pb_utils_get_codec_description(caps.get()));
    }
}

Error refused(const std::filesystem::path& path, GstDiscovererResult result)
{
    if (result == GST_DISCOVERER_TIMEOUT) {
        return {
            ErrorKind::kUnavailable,
            fmt::format("{}: looking into the file took too long; try again", path.string())};
    }
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "{}: this is not a video that can be played here, or it is damaged; convert it with "
            "jtv-content prepare",
            path.string())};
}

} // namespace

Result<Probed> probe(const std::filesystem::path& path, Milliseconds limit)
{
    if (::access(path.c_str(), R_OK) != 0) {
        return fileError(errno, "opening", path);
    }
    GError* raw = nullptr;
    const Discoverer discoverer(
        gst_discoverer_new(static_cast<GstClockTime>(Nanoseconds(limit).count()), &raw));
    CHandle<GError, g_error_free> error(raw);
    if (!discoverer) {
        return Error{
            ErrorKind::kInternal,
            "GStreamer's base elements are missing; install gstreamer1.0-plugins-base"};
    }
    const std::string absolute = std::filesystem::absolute(path).string();
    const GChars uri(gst_filename_to_uri(absolute.c_str(), nullptr));
    raw = nullptr;
    const Discovered found(gst_discoverer_discover_uri(discoverer.get(), uri.get(), &raw));
    error.reset(raw);
    if (!found) {
        return refused(path, GST_DISCOVERER_ERROR);
    }
    const auto result = gst_discoverer_info_get_result(found.get());
    if (result != GST_DISCOVERER_OK && result != GST_DISCOVERER_MISSING_PLUGINS) {
        return refused(path, result);
    }
    Probed probed;
    const auto duration = gst_discoverer_info_get_duration(found.get());
    if (GST_CLOCK_TIME_IS_VALID(duration) && duration > 0) {
        probed.duration = std::chrono::duration_cast<Milliseconds>(Nanoseconds(duration));
    }
    GList* videos = gst_discoverer_info_get_video_streams(found.get());
    if (videos != nullptr) {
        takeVideo(GST_DISCOVERER_VIDEO_INFO(videos->data), probed);
        gst_discoverer_stream_info_list_free(videos);
    }
    return probed;
}

} // namespace jtv::media
