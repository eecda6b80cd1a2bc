// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The bus is asked by the thread that owns the pipeline; no main loop runs.
#include "content/ingest/pipeline.h"

#include "content/movie/edits.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace jtv::ingest {
namespace {

constexpr GstClockTime kTick = 50 * GST_MSECOND;

// The element that takes a kind of track, if the description has one.
constexpr std::array<std::pair<std::string_view, const char*>, 4> kTakers{
    {{"video/", "video"}, {"image/", "video"}, {"audio/", "audio"}, {"text/", "text"}}};

// The heading of a film, read as one piece; see content/movie.
GstPadProbeReturn onRead(GstPad* /*pad*/, GstPadProbeInfo* info, gpointer /*unused*/)
{
    auto* buffer = GST_PAD_PROBE_INFO_BUFFER(info);
    if (gst_buffer_memcmp(buffer, 4, "moov", 4) != 0) {
        return GST_PAD_PROBE_OK;
    }
    buffer = gst_buffer_make_writable(buffer);
    info->data = buffer;
    GstMapInfo map;
    if (gst_buffer_map(buffer, &map, GST_MAP_READWRITE) != 0) {
        movie::stretchToEdits({map.data, map.size});
        gst_buffer_unmap(buffer, &map);
    }
    return GST_PAD_PROBE_OK;
}

const char* takerOf(std::string_view media)
{
    for (const auto& [prefix, name] : kTakers) {
        if (media.starts_with(prefix)) {
            return name;
        }
    }
    return "";
}

// False when the taker is not there or has its track already.
bool linkToTaker(GstElement* pipeline, GstPad* pad, const std::string& media)
{
    const Element taker(gst_bin_get_by_name(GST_BIN(pipeline), takerOf(media)));
    if (!taker) {
        return false;
    }
    const Pad sink(gst_element_get_static_pad(taker.get(), "sink"));
    return sink && gst_pad_is_linked(sink.get()) == 0 &&
           gst_pad_link(pad, sink.get()) == GST_PAD_LINK_OK;
}

// Some containers are called video/ or audio/ too.
bool isContainer(const GstCaps* caps)
{
    constexpr std::array<std::string_view, 11> kContainers{
        "video/quicktime",
        "video/x-matroska",
        "video/webm",
        "video/mpegts",
        "video/x-msvideo",
        "video/x-flv",
        "video/x-ms-asf",
        "audio/x-matroska",
        "audio/webm",
        "audio/ogg",
        "video/ogg"};
    const auto media = mediaOf(caps);
    gboolean system = FALSE;
    gst_structure_get_boolean(gst_caps_get_structure(caps, 0), "systemstream", &system);
    return system != 0 ||
           std::find(kContainers.begin(), kContainers.end(), media) != kContainers.end();
}

void onPad(GstElement* /*decode*/, GstPad* pad, gpointer pipeline)
{
    Caps caps(gst_pad_get_current_caps(pad));
    if (!caps) {
        caps.reset(gst_pad_query_caps(pad, nullptr));
    }
    auto* const bin = GST_ELEMENT(pipeline);
    if (!linkToTaker(bin, pad, mediaOf(caps.get()))) {
        dropTrack(bin, pad);
    }
}

// A taker that got no track would wait for its end for ever.
void onAllPads(GstElement* /*decode*/, gpointer pipeline)
{
    for (const auto* name : {"video", "audio", "text"}) {
        const Element taker(gst_bin_get_by_name(GST_BIN(pipeline), name));
        const Pad sink(taker ? gst_element_get_static_pad(taker.get(), "sink") : nullptr);
        if (sink && gst_pad_is_linked(sink.get()) == 0) {
            gst_pad_send_event(sink.get(), gst_event_new_eos());
        }
    }
}

// Tracks nobody takes are not decoded.
gboolean worthDecoding(GstElement* /*decode*/, GstPad* /*pad*/, GstCaps* caps, gpointer pipeline)
{
    const auto media = mediaOf(caps);
    const bool captions = media.starts_with("subpicture/") || media.starts_with("application/x-ss");
    if (media.empty() || isContainer(caps)) {
        return TRUE;
    }
    const char* taker = takerOf(media);
    const Element found(gst_bin_get_by_name(GST_BIN(pipeline), taker));
    return found || (*taker == '\0' && !captions) ? TRUE : FALSE;
}

GstPadProbeReturn withoutColours(GstPad* /*pad*/, GstPadProbeInfo* probe, gpointer /*unused*/)
{
    GstEvent* event = GST_PAD_PROBE_INFO_EVENT(probe);
    GstCaps* caps = nullptr;
    if (GST_EVENT_TYPE(event) != GST_EVENT_CAPS) {
        return GST_PAD_PROBE_OK;
    }
    gst_event_parse_caps(event, &caps);
    const auto media = mediaOf(caps);
    if (media == "video/x-h264" || media == "video/x-h265") {
        const Caps plain(gst_caps_copy(caps));
        gst_structure_remove_field(gst_caps_get_structure(plain.get(), 0), "colorimetry");
        GST_PAD_PROBE_INFO_DATA(probe) = gst_event_new_caps(plain.get());
        gst_event_unref(event);
    }
    return GST_PAD_PROBE_OK;
}

void onDemuxerPad(GstElement* /*demuxer*/, GstPad* pad, gpointer /*unused*/)
{
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, withoutColours, nullptr, nullptr);
}

void onElement(GstBin* /*bin*/, GstBin* /*inner*/, GstElement* element, gpointer /*unused*/)
{
    GstElementFactory* factory = gst_element_get_factory(element);
    if (factory != nullptr &&
        gst_element_factory_list_is_type(factory, GST_ELEMENT_FACTORY_TYPE_DEMUXER) != 0) {
        g_signal_connect(element, "pad-added", G_CALLBACK(onDemuxerPad), nullptr);
    }
}

Error decoderError(GstMessage* message)
{
    GError* fault = nullptr;
    gst_message_parse_error(message, &fault, nullptr);
    const GFault owner(fault);
    if (g_error_matches(fault, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT) != 0) {
        return {ErrorKind::kFull, "the disk has no room left for the film; delete files from it"};
    }
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "the file is damaged or not complete ({}); save it again as MP4 and upload that",
            fault->message)};
}

} // namespace

std::string mediaOf(const GstCaps* caps)
{
    return caps != nullptr && gst_caps_get_size(caps) > 0
               ? gst_structure_get_name(gst_caps_get_structure(caps, 0))
               : "";
}

void dropTrack(GstElement* pipeline, GstPad* pad)
{
    GstElement* drain = gst_element_factory_make("fakesink", nullptr);
    g_object_set(drain, "sync", FALSE, "async", FALSE, nullptr);
    gst_bin_add(GST_BIN(pipeline), drain);
    gst_element_sync_state_with_parent(drain);
    const Pad sink(gst_element_get_static_pad(drain, "sink"));
    gst_pad_link(pad, sink.get());
}

void trustStreamColours(GstBin* bin)
{
    g_signal_connect(bin, "deep-element-added", G_CALLBACK(onElement), nullptr);
}

void startGStreamer()
{
    g_log_set_default_handler([](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
    gst_init(nullptr, nullptr);
    gst_debug_set_default_threshold(GST_LEVEL_NONE);
}

Result<Pipeline> Pipeline::parse(const std::string& description)
{
    GError* fault = nullptr;
    GstElement* made =
        gst_parse_launch_full(description.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &fault);
    const GFault owner(fault);
    if (made == nullptr) {
        return Error{
            ErrorKind::kInternal,
            fmt::format(
                "GStreamer lacks something ({}); install gstreamer1.0-plugins-good, -bad, -ugly "
                "and gstreamer1.0-libav",
                fault == nullptr ? "no reason given" : fault->message)};
    }
    trustStreamColours(GST_BIN(made));
    return Pipeline(GST_ELEMENT(gst_object_ref_sink(made)));
}

Pipeline::~Pipeline()
{
    if (pipeline_) {
        gst_element_set_state(pipeline_.get(), GST_STATE_NULL);
    }
}

Element Pipeline::element(const char* name) const
{
    return Element(gst_bin_get_by_name(GST_BIN(pipeline_.get()), name));
}

void Pipeline::setPath(const char* name, const char* property, const std::filesystem::path& path)
{
    const auto file = element(name);
    g_object_set(file.get(), property, path.c_str(), nullptr);
    if (const Pad bytes(gst_element_get_static_pad(file.get(), "src")); bytes) {
        constexpr auto kPulled =
            static_cast<GstPadProbeType>(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_PULL);
        gst_pad_add_probe(bytes.get(), kPulled, onRead, nullptr, nullptr);
    }
}

void Pipeline::feedFromDecode()
{
    const auto decode = element("decode");
    g_signal_connect(decode.get(), "pad-added", G_CALLBACK(onPad), pipeline_.get());
    g_signal_connect(decode.get(), "no-more-pads", G_CALLBACK(onAllPads), pipeline_.get());
    g_signal_connect(decode.get(), "autoplug-continue", G_CALLBACK(worthDecoding), pipeline_.get());
}

Status Pipeline::waitFor(
    GstMessageType wanted, const Cancelled& cancelled, const std::function<void()>& tick)
{
    const Bus bus(gst_element_get_bus(pipeline_.get()));
    const auto kinds = static_cast<GstMessageType>(wanted | GST_MESSAGE_ERROR);
    while (!cancelled) {
        const Message message(gst_bus_timed_pop_filtered(bus.get(), kTick, kinds));
        if (tick) {
            tick();
        }
        if (message) {
            return GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_ERROR
                       ? Status(decoderError(message.get()))
                       : Status(Done{});
        }
    }
    return cancelledError();
}

Status Pipeline::ready(const Cancelled& cancelled)
{
    gst_element_set_state(pipeline_.get(), GST_STATE_PAUSED);
    return waitFor(GST_MESSAGE_ASYNC_DONE, cancelled, {});
}

void Pipeline::play()
{
    gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING);
}

bool Pipeline::seek(Nanoseconds time)
{
    const auto flags = static_cast<GstSeekFlags>(
        GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT | GST_SEEK_FLAG_SNAP_BEFORE);
    return gst_element_seek_simple(pipeline_.get(), GST_FORMAT_TIME, flags, time.count()) != 0;
}

Status Pipeline::health(GstClockTime wait)
{
    const Bus bus(gst_element_get_bus(pipeline_.get()));
    const Message message(gst_bus_timed_pop_filtered(bus.get(), wait, GST_MESSAGE_ERROR));
    return message ? Status(decoderError(message.get())) : Status(Done{});
}

Status Pipeline::finish(const Cancelled& cancelled, const std::function<void()>& tick)
{
    play();
    return waitFor(GST_MESSAGE_EOS, cancelled, tick);
}

Nanoseconds Pipeline::duration() const
{
    gint64 length = 0;
    const bool told =
        gst_element_query_duration(pipeline_.get(), GST_FORMAT_TIME, &length) != 0 && length > 0;
    return Nanoseconds{told ? length : 0};
}

} // namespace jtv::ingest
