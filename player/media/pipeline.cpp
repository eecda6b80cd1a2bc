// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a file is decoded: elements made, linked as their pads appear, and listened to.
#include "player/media/pipeline.h"

#include "content/movie/edits.h"
#include "player/media/branches.h"
#include "player/media/hardware.h"
#include "player/media/log.h"
#include "player/media/memory_format.h"
#include "player/media/picture_memory.h"

#include <gst/video/video.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <string_view>
#include <thread>

namespace jtv::media {
namespace {

using Holder = std::shared_ptr<Signals>;

Signals& signalsIn(gpointer holder)
{
    return **static_cast<Holder*>(holder);
}

void freeHolder(gpointer holder)
{
    delete static_cast<Holder*>(holder);
}

void freeHolderOfClosure(gpointer holder, GClosure* /*closure*/)
{
    freeHolder(holder);
}

gpointer hold(const Holder& signals)
{
    return new Holder(signals);
}

GstFlowReturn onSample(GstAppSink* /*sink*/, gpointer holder)
{
    signalsIn(holder).frameWaits();
    return GST_FLOW_OK;
}

void onEos(GstAppSink* /*sink*/, gpointer holder)
{
    signalsIn(holder).endOfStream();
}

// "rotate-90": turn it by 90 degrees clockwise. Mirrored pictures are shown as they are stored.
int degreesOf(std::string_view orientation)
{
    if (orientation == "rotate-90") {
        return 90;
    }
    if (orientation == "rotate-180") {
        return 180;
    }
    return orientation == "rotate-270" ? 270 : 0;
}

GstPadProbeReturn onEvent(GstPad* /*pad*/, GstPadProbeInfo* info, gpointer holder)
{
    GstEvent* event = GST_PAD_PROBE_INFO_EVENT(info);
    if (GST_EVENT_TYPE(event) != GST_EVENT_TAG) {
        return GST_PAD_PROBE_OK;
    }
    GstTagList* tags = nullptr;
    gst_event_parse_tag(event, &tags);
    gchar* orientation = nullptr;
    if (gst_tag_list_get_string(tags, GST_TAG_IMAGE_ORIENTATION, &orientation) != FALSE) {
        signalsIn(holder).setRotation(degreesOf(takeString(orientation)));
    }
    return GST_PAD_PROBE_OK;
}

// Says that rows may have gaps between them, and offers memory: without the first decoders copy
// every picture once more, without the second libav does.
GstPadProbeReturn onQuery(GstPad* /*pad*/, GstPadProbeInfo* info, gpointer /*unused*/)
{
    GstQuery* query = GST_PAD_PROBE_INFO_QUERY(info);
    if (GST_QUERY_TYPE(query) != GST_QUERY_ALLOCATION) {
        return GST_PAD_PROBE_OK;
    }
    gst_query_add_allocation_meta(query, GST_VIDEO_META_API_TYPE, nullptr);
    GstCaps* caps = nullptr; // the query's
    gst_query_parse_allocation(query, &caps, nullptr);
    GstVideoInfo format;
    const bool plain = caps != nullptr && gst_caps_features_is_equal(
                                              gst_caps_get_features(caps, 0),
                                              GST_CAPS_FEATURES_MEMORY_SYSTEM_MEMORY) != FALSE;
    if (plain && gst_video_info_from_caps(&format, caps) != FALSE) {
        const Pool pool = makePicturePool();
        const auto bytes = static_cast<guint>(GST_VIDEO_INFO_SIZE(&format));
        gst_query_add_allocation_pool(query, pool.get(), bytes, 0, 0);
        const Allocator memory = makePictureMemory();
        gst_query_add_allocation_param(query, memory.get(), nullptr);
    }
    return GST_PAD_PROBE_HANDLED;
}

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
    if (gst_buffer_map(buffer, &map, GST_MAP_READWRITE) != FALSE) {
        movie::stretchToEdits({map.data, map.size});
        gst_buffer_unmap(buffer, &map);
    }
    return GST_PAD_PROBE_OK;
}

// Errors, and what is missing, wait on the bus for the owner; everything else is dropped.
GstBusSyncReply onMessage(GstBus* /*bus*/, GstMessage* message, gpointer holder)
{
    signalsIn(holder).goesOn();
    const bool matters = GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR ||
                         GST_MESSAGE_TYPE(message) == GST_MESSAGE_ELEMENT;
    if (!matters) {
        gst_message_unref(message);
        return GST_BUS_DROP;
    }
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        signalsIn(holder).setBroken();
        signalsIn(holder).wakeNow();
    }
    return GST_BUS_PASS;
}

// Two prerolled decoders share the machine: more threads than cores only cost memory.
void limitThreads(GstElement* decoder)
{
    const auto cores = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));
    for (const char* property : {"max-threads", "n-threads", "threads"}) {
        GParamSpec* found = g_object_class_find_property(G_OBJECT_GET_CLASS(decoder), property);
        if (found != nullptr && found->value_type == G_TYPE_INT) {
            g_object_set(decoder, property, cores, nullptr);
        } else if (found != nullptr && found->value_type == G_TYPE_UINT) {
            g_object_set(decoder, property, static_cast<guint>(cores), nullptr);
        }
    }
}

GstPadProbeReturn onCoded(GstPad* /*pad*/, GstPadProbeInfo* /*info*/, gpointer holder)
{
    signalsIn(holder).goesOn();
    return GST_PAD_PROBE_OK;
}

void onElement(GstBin* /*bin*/, GstBin* /*inner*/, GstElement* element, gpointer holder)
{
    GstElementFactory* factory = gst_element_get_factory(element);
    if (factory == nullptr ||
        gst_element_factory_list_is_type(
            factory, GST_ELEMENT_FACTORY_TYPE_DECODER | GST_ELEMENT_FACTORY_TYPE_MEDIA_VIDEO) ==
            FALSE) {
        return;
    }
    limitThreads(element);
    if (const Pad sink(gst_element_get_static_pad(element, "sink")); sink) {
        gst_pad_add_probe(
            sink.get(),
            GST_PAD_PROBE_TYPE_BUFFER,
            onCoded,
            hold(*static_cast<Holder*>(holder)),
            freeHolder);
    }
    // A decoder that fails to start is followed by the next one: the last name is the one in use.
    signalsIn(holder).setDecoder(gst_plugin_feature_get_name(GST_PLUGIN_FEATURE(factory)));
}

// Where the sound goes; null when it cannot be made or there is no device. Floating.
GstElement* makeSoundSink(const std::string& wanted)
{
    GstElement* sink =
        wanted.empty() ? gst_element_factory_make("autoaudiosink", nullptr)
                       : gst_parse_bin_from_description_full(
                             wanted.c_str(), TRUE, nullptr, GST_PARSE_FLAG_FATAL_ERRORS, nullptr);
    if (sink == nullptr) {
        return nullptr;
    }
    if (gst_element_set_state(sink, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE) {
        gst_element_set_state(sink, GST_STATE_NULL);
        gst_object_ref_sink(sink);
        gst_object_unref(sink);
        return nullptr;
    }
    return sink;
}

// Brings every film to one loudness by its ReplayGain tags; without them it does nothing. Null
// where the plug-in is missing: then each plays as it is.
GstElement* makeLeveller(GstBin* bin)
{
    GstElement* leveller = makeIn(bin, "rgvolume");
    if (leveller != nullptr) {
        g_object_set(leveller, "album-mode", FALSE, nullptr);
    }
    return leveller;
}

// A machine without a sound device plays silently; that is no fault, and told once. Null then.
GstElement* makeSound(GstBin* bin, double level, const std::string& wanted)
{
    GstElement* sink = makeSoundSink(wanted);
    if (sink == nullptr) {
        static std::atomic<bool> told{false};
        if (!told.exchange(true)) {
            kLog.warning("there is no sound device; videos are shown without sound");
        }
        return nullptr;
    }
    gst_bin_add(bin, sink);
    GstElement* queue = makeIn(bin, "queue");
    GstElement* convert = makeIn(bin, "audioconvert");
    GstElement* resample = makeIn(bin, "audioresample");
    GstElement* leveller = makeLeveller(bin);
    GstElement* volume = makeIn(bin, "volume");
    if (queue == nullptr || convert == nullptr || resample == nullptr || volume == nullptr) {
        return nullptr;
    }
    g_object_set(volume, "volume", std::clamp(level, 0.0, 1.0), nullptr);
    if (leveller != nullptr) {
        gst_element_link_many(queue, convert, leveller, resample, volume, sink, nullptr);
    } else {
        gst_element_link_many(queue, convert, resample, volume, sink, nullptr);
    }
    return queue;
}

void listen(GstElement* pipeline, GstElement* sink, const Holder& signals)
{
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = onSample;
    callbacks.new_preroll = onSample;
    callbacks.eos = onEos;
    gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, hold(signals), freeHolder);
    const Pad pad(gst_element_get_static_pad(sink, "sink"));
    gst_pad_add_probe(
        pad.get(), GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, onEvent, hold(signals), freeHolder);
    gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_QUERY_DOWNSTREAM, onQuery, nullptr, nullptr);
    g_signal_connect_data(
        pipeline,
        "deep-element-added",
        G_CALLBACK(onElement),
        hold(signals),
        freeHolderOfClosure,
        static_cast<GConnectFlags>(0));
    const Bus bus(gst_element_get_bus(pipeline));
    gst_bus_set_sync_handler(bus.get(), onMessage, hold(signals), freeHolder);
}

void configureSink(GstElement* sink, const Offer& display)
{
    // Everything else is converted by videoconvert, which otherwise passes through.
    const Caps caps =
        capsTaken(display.display ? display.planeFormats : std::vector<std::string>());
    g_object_set(
        sink,
        "caps",
        caps.get(),
        "sync",
        FALSE,
        "max-buffers",
        kFramesAhead,
        "enable-last-sample",
        FALSE,
        nullptr);
}

} // namespace

Result<Built> buildPipeline(
    const VideoOptions& options,
    const std::vector<Choice>& failed,
    const std::shared_ptr<Signals>& signals)
{
    Built built;
    built.pipeline.reset(GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr))));
    GstBin* bin = GST_BIN(built.pipeline.get());
    GstElement* source = makeIn(bin, "filesrc");
    GstElement* convert = makeIn(bin, "videoconvert");
    GstElement* sink = makeIn(bin, "appsink");
    GstElement* sound =
        options.soundLevel > 0 ? makeSound(bin, options.soundLevel, options.soundSink) : nullptr;
    built.sound = sound != nullptr;
    built.captions = options.captions ? std::make_shared<CaptionStreams>() : nullptr;
    const Branches branches{
        bin,
        convert,
        sound,
        built.captions,
        options.display,
        failed,
        signals,
        options.memory,
        options.clipBegin == Milliseconds(0)};
    // Without a display controller or a decoder in hardware there is nothing to choose.
    const bool choice = options.display.display && thisBoard() != Board::kNone;
    GstElement* decode = choice ? makeChoosing(branches) : makeDecodebin(branches);
    if (source == nullptr || decode == nullptr || convert == nullptr || sink == nullptr) {
        return Error{
            ErrorKind::kInternal,
            "GStreamer's base elements are missing; install gstreamer1.0-plugins-base"};
    }
    g_object_set(source, "location", options.file.c_str(), nullptr);
    const Pad bytes(gst_element_get_static_pad(source, "src"));
    constexpr auto kPulled =
        static_cast<GstPadProbeType>(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_PULL);
    gst_pad_add_probe(bytes.get(), kPulled, onRead, nullptr, nullptr);
    configureSink(sink, options.display);
    built.frames = GST_APP_SINK(sink);
    if (built.captions) {
        const Pad pictures(gst_element_get_static_pad(sink, "sink"));
        built.captions->watchPictures(pictures.get());
    }
    listen(built.pipeline.get(), sink, signals);
    gst_element_link(source, decode);
    gst_element_link(convert, sink);
    return built;
}

} // namespace jtv::media
