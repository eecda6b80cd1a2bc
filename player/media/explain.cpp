// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// GStreamer's error messages as one plain sentence with the fix.
#include "player/media/pipeline.h"

#include <gst/pbutils/pbutils.h>

#include <fmt/format.h>

namespace jtv::media {
namespace {

std::string damaged(const std::filesystem::path& file, std::string_view detail)
{
    return fmt::format(
        "{}: the video is damaged or cut off ({}); export it again or convert it with jtv-content "
        "prepare",
        file.string(),
        detail);
}

std::string ofStreamError(const std::filesystem::path& file, const GError& error)
{
    switch (error.code) {
    case GST_STREAM_ERROR_TYPE_NOT_FOUND:
    case GST_STREAM_ERROR_WRONG_TYPE:
        return fmt::format(
            "{}: this is not a video that can be played here; use MP4, WebM, MKV, MOV or TS",
            file.string());
    case GST_STREAM_ERROR_CODEC_NOT_FOUND:
        return fmt::format(
            "{}: there is no decoder here for what this file holds; install gstreamer1.0-libav or "
            "convert it with jtv-content prepare",
            file.string());
    case GST_STREAM_ERROR_DECRYPT:
    case GST_STREAM_ERROR_DECRYPT_NOKEY:
        return fmt::format(
            "{}: the video is copy-protected; ask its publisher for a version without protection",
            file.string());
    default:
        return damaged(file, error.message);
    }
}

} // namespace

std::string explain(GstMessage* message, const std::filesystem::path& file)
{
    GError* raw = nullptr;
    gst_message_parse_error(message, &raw, nullptr);
    const CHandle<GError, g_error_free> error(raw);
    if (!error) {
        return damaged(file, "unknown fault");
    }
    if (error->domain == GST_STREAM_ERROR) {
        return ofStreamError(file, *error);
    }
    if (error->domain == GST_RESOURCE_ERROR) {
        return fmt::format(
            "{}: the file cannot be read ({}); check the disk and the file's rights",
            file.string(),
            error->message);
    }
    return damaged(file, error->message);
}

std::string explainMissing(GstMessage* message, const std::filesystem::path& file)
{
    if (gst_is_missing_plugin_message(message) == FALSE) {
        return {};
    }
    const std::string what = takeString(gst_missing_plugin_message_get_description(message));
    return fmt::format(
        "{}: the video codec {} has no decoder here; install gstreamer1.0-libav or "
        "gstreamer1.0-plugins-bad, or convert it with jtv-content prepare",
        file.string(),
        what.empty() ? "of this file" : fmt::format("\"{}\"", what));
}

} // namespace jtv::media
