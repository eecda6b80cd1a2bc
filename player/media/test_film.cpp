// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// videotestsrc ! encoder ! parser ! muxer ! filesink.
#include "player/media/test_film.h"

#include "player/media/glib.h"
#include "player/media/pipeline.h"

#include <gst/gst.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace jtv::media {
namespace {

struct Encoder {
    std::string_view codec;
    const char* element;
    std::string_view words; // its properties, and what follows it
    std::string_view package;
};

// For each codec the better one first. A key frame a second, and no pictures that depend on later
// ones.
constexpr std::array<Encoder, 4> kEncoders{{
    {"h264",
     "x264enc",
     "speed-preset=ultrafast key-int-max=30 bframes=0 ! h264parse ! mp4mux",
     "gstreamer1.0-plugins-bad"},
    {"h264", "openh264enc", "gop-size=30 ! h264parse ! mp4mux", "gstreamer1.0-plugins-bad"},
    {"hevc",
     "x265enc",
     "speed-preset=ultrafast key-int-max=30 ! h265parse ! mp4mux",
     "gstreamer1.0-plugins-bad"},
    {"vp8",
     "vp8enc",
     "deadline=1 cpu-used=8 keyframe-max-dist=30 ! webmmux",
     "gstreamer1.0-plugins-good"},
}};

// Null where there is none.
const Encoder* encoderFor(std::string_view codec)
{
    const auto* found = std::find_if(kEncoders.begin(), kEncoders.end(), [&](const Encoder& one) {
        using Factory = CHandle<GstElementFactory, gst_object_unref>;
        return one.codec == codec && Factory(gst_element_factory_find(one.element));
    });
    return found == kEncoders.end() ? nullptr : found;
}

Error noEncoder(const std::string& codec)
{
    const auto* known = std::find_if(
        kEncoders.begin(), kEncoders.end(), [&](const Encoder& one) { return one.codec == codec; });
    if (known == kEncoders.end()) {
        return {ErrorKind::kInvalid, codec + " is no codec of test films; take h264, hevc or vp8"};
    }
    return {
        ErrorKind::kInternal,
        fmt::format("there is no encoder for {}; install {}", codec, known->package)};
}

} // namespace

Status makeTestFilm(const TestFilm& film, const std::filesystem::path& file)
{
    const Encoder* encoder = encoderFor(film.codec);
    if (encoder == nullptr) {
        return noEncoder(film.codec);
    }
    const auto words = fmt::format(
        "videotestsrc num-buffers={} horizontal-speed=4 ! "
        "video/x-raw,format=I420,width={},height={},framerate={}/1,colorimetry=bt709 ! {} {} ! "
        "filesink name=end",
        film.pictures,
        film.width,
        film.height,
        film.fps,
        encoder->element,
        encoder->words);
    const Pipeline pipeline(
        gst_parse_launch_full(words.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, nullptr));
    if (!pipeline) {
        return Error{
            ErrorKind::kInternal,
            "a test film cannot be made; install gstreamer1.0-plugins-base, -good and -bad"};
    }
    const CHandle<GstElement, gst_object_unref> end(
        gst_bin_get_by_name(GST_BIN(pipeline.get()), "end"));
    g_object_set(end.get(), "location", file.c_str(), nullptr);
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const Bus bus(gst_element_get_bus(pipeline.get()));
    const Message last(gst_bus_timed_pop_filtered(
        bus.get(),
        GST_CLOCK_TIME_NONE,
        static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
    gst_element_set_state(pipeline.get(), GST_STATE_NULL);
    if (GST_MESSAGE_TYPE(last.get()) == GST_MESSAGE_ERROR) {
        return Error{ErrorKind::kInternal, explain(last.get(), file)};
    }
    return Done{};
}

} // namespace jtv::media
