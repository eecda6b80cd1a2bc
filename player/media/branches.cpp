// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From a file's streams to pictures and sound.
#include "player/media/branches.h"

#include "player/media/hardware.h"
#include "player/media/log.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace jtv::media {
namespace {

constexpr int kSkip = 2; // GST_AUTOPLUG_SELECT_SKIP, which no header names

const Branches& branchesIn(gpointer branches)
{
    return *static_cast<const Branches*>(branches);
}

void freeBranches(gpointer branches, GClosure* /*closure*/)
{
    delete static_cast<Branches*>(branches);
}

void connect(GstElement* element, const char* signal, GCallback callback, const Branches& branches)
{
    g_signal_connect_data(
        element,
        signal,
        callback,
        new Branches(branches),
        freeBranches,
        static_cast<GConnectFlags>(0));
}

void probe(
    GstPad* pad, GstPadProbeType type, GstPadProbeCallback callback, const Branches& branches)
{
    gst_pad_add_probe(pad, type, callback, new Branches(branches), [](gpointer data) {
        delete static_cast<Branches*>(data);
    });
}

// Captions are read where they leave the demuxer.
void watchCaptions(CaptionStreams& captions, GstPad* pad, GstCaps* caps)
{
    const Pad demuxer(
        GST_IS_GHOST_PAD(pad) != FALSE ? gst_ghost_pad_get_target(GST_GHOST_PAD(pad))
                                       : GST_PAD(gst_object_ref(pad)));
    if (demuxer) {
        captions.watch(demuxer.get(), caps);
    }
}

bool isText(std::string_view name)
{
    constexpr std::array<std::string_view, 5> kTexts{
        "text/", "subpicture/", "application/x-s", "application/x-ass", "closedcaption/"};
    return std::any_of(kTexts.begin(), kTexts.end(), [&](std::string_view begin) {
        return name.starts_with(begin);
    });
}

// Sound nobody hears is not decoded, and neither are captions.
// (decodebin's own expose-all-streams is no help: it leaves out parsers too, and with them the
// video.)
gboolean worthDecoding(GstElement* /*bin*/, GstPad* pad, GstCaps* caps, gpointer data)
{
    const Branches& branches = branchesIn(data);
    const std::string_view name = gst_structure_get_name(gst_caps_get_structure(caps, 0));
    if (name.starts_with("audio/")) {
        return branches.sound != nullptr ? TRUE : FALSE;
    }
    if (branches.captions && CaptionStreams::knows(caps)) {
        watchCaptions(*branches.captions, pad, caps);
    }
    return isText(name) ? FALSE : TRUE;
}

int onSelect(
    GstElement* /*decodebin*/,
    GstPad* /*pad*/,
    GstCaps* /*caps*/,
    GstElementFactory* factory,
    gpointer /*branches*/)
{
    return isHardware(factory) ? kSkip : 0;
}

std::string_view nameOf(const GstCaps* caps)
{
    return gst_structure_get_name(gst_caps_get_structure(caps, 0));
}

Caps capsOf(GstPad* pad)
{
    Caps caps(gst_pad_get_current_caps(pad));
    return caps && gst_caps_is_empty(caps.get()) == FALSE ? std::move(caps) : nullptr;
}

bool linked(GstElement* element)
{
    const Pad sink(gst_element_get_static_pad(element, "sink"));
    return gst_pad_is_linked(sink.get()) != FALSE;
}

bool linkTo(GstPad* pad, GstElement* element)
{
    const Pad sink(gst_element_get_static_pad(element, "sink"));
    return gst_pad_is_linked(sink.get()) == FALSE &&
           gst_pad_link(pad, sink.get()) == GST_PAD_LINK_OK;
}

// The first video pad goes to the converter, the first audio pad to the sound branch.
void onDecoded(GstElement* /*decodebin*/, GstPad* pad, gpointer data)
{
    const Branches& branches = branchesIn(data);
    const Caps caps = capsOf(pad);
    if (!caps) {
        return;
    }
    const auto name = nameOf(caps.get());
    GstElement* target = name.starts_with("video/")   ? branches.video
                         : name.starts_with("audio/") ? branches.sound
                                                      : nullptr;
    if (target != nullptr) {
        linkTo(pad, target);
    }
}

// Decoders differ in how they want a stream cut into pieces; a parser before them does it.
const char* parserFor(std::string_view codec)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 5> kParsers{{
        {"video/x-h264", "h264parse"},
        {"video/x-h265", "h265parse"},
        {"video/x-vp9", "vp9parse"},
        {"video/x-av1", "av1parse"},
        {"video/mpeg", "mpegvideoparse"},
    }};
    const auto* found = std::find_if(
        kParsers.begin(), kParsers.end(), [&](const auto& entry) { return entry.first == codec; });
    return found == kParsers.end() ? "identity" : found->second;
}

// V4L2 decoders that have reported an error crash when the end of the stream is told to them.
GstPadProbeReturn onData(GstPad* /*pad*/, GstPadProbeInfo* /*info*/, gpointer data)
{
    return branchesIn(data).signals->broken() ? GST_PAD_PROBE_DROP : GST_PAD_PROBE_OK;
}

void keepFromHarm(const Branches& branches, GstElement* decoder)
{
    const Pad sink(gst_element_get_static_pad(decoder, "sink"));
    probe(sink.get(), GST_PAD_PROBE_TYPE_DATA_DOWNSTREAM, onData, branches);
}

// A thread of its own for the decoder, and a parser that gives the form of the stream it wants.
bool linkHardware(
    const Branches& branches, GstPad* pad, const Choice& choice, std::string_view codec)
{
    GstElement* queue = makeIn(branches.bin, "queue");
    GstElement* parser = makeIn(branches.bin, parserFor(codec));
    GstElement* decoder = makeIn(branches.bin, choice.decoder.c_str());
    if (queue == nullptr || parser == nullptr || decoder == nullptr ||
        gst_element_link_many(queue, parser, decoder, branches.video, nullptr) == FALSE) {
        return false;
    }
    keepFromHarm(branches, decoder);
    for (GstElement* element : {decoder, parser, queue}) {
        if (gst_element_sync_state_with_parent(element) == FALSE) {
            return false;
        }
    }
    return linkTo(pad, queue);
}

// In software, behind a queue: one stream must not wait for the other.
void linkSoftware(const Branches& branches, GstPad* pad)
{
    GstElement* queue = makeIn(branches.bin, "queue");
    GstElement* decode = makeDecodebin(branches);
    if (queue == nullptr || decode == nullptr || gst_element_link(queue, decode) == FALSE) {
        return;
    }
    gst_element_sync_state_with_parent(decode);
    gst_element_sync_state_with_parent(queue);
    linkTo(pad, queue);
}

void reportUnlinked(const Branches& branches, const std::string& decoder)
{
    GError* error = g_error_new(
        GST_CORE_ERROR, GST_CORE_ERROR_NEGOTIATION, "%s cannot be linked", decoder.c_str());
    gst_element_post_message(
        branches.video, gst_message_new_error(GST_OBJECT(branches.video), error, ""));
    g_error_free(error);
}

void decodeVideo(const Branches& branches, GstPad* pad, GstCaps* caps);

GstPadProbeReturn onHeld(GstPad* /*pad*/, GstPadProbeInfo* /*info*/, gpointer /*unused*/)
{
    return GST_PAD_PROBE_OK; // stays where it is until the probe is gone
}

GstPadProbeReturn onReleased(GstPad* pad, GstPadProbeInfo* /*info*/, gpointer data)
{
    const Branches& branches = branchesIn(data);
    if (branches.signals->memoryAwaited() > 0) {
        return GST_PAD_PROBE_OK;
    }
    if (const Caps caps = capsOf(pad); caps) {
        decodeVideo(branches, pad, caps.get());
    }
    return GST_PAD_PROBE_REMOVE;
}

// The stream stands still at `pad` until the video's owner gives memory for its decoder.
void hold(const Branches& branches, GstPad* pad, std::uint64_t bytes)
{
    const gulong block =
        gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BLOCK_DOWNSTREAM, onHeld, nullptr, nullptr);
    probe(pad, GST_PAD_PROBE_TYPE_DATA_DOWNSTREAM, onReleased, branches);
    const std::shared_ptr<GstPad> kept(GST_PAD(gst_object_ref(pad)), gst_object_unref);
    branches.signals->awaitMemory(
        bytes, [kept, block] { gst_pad_remove_probe(kept.get(), block); });
}

// False: it has to wait.
bool memoryThere(const Branches& branches, GstPad* pad, const Stream& stream)
{
    if (branches.signals->hasMemory()) {
        return true;
    }
    auto memory = branches.memory;
    const auto bytes = memoryFor(stream);
    auto share = branches.mayWait ? memory.take(bytes) : memory.takeAnyway(bytes);
    if (!share) {
        hold(branches, pad, bytes);
        return false;
    }
    branches.signals->keep(std::move(share));
    return true;
}

void decodeVideo(const Branches& branches, GstPad* pad, GstCaps* caps)
{
    Offer offer = branches.offer;
    offer.decoders = hardwareDecoders(caps);
    offer.decoderFormats = {"NV12", "YU12"};
    const Stream stream = streamOf(caps);
    const Choice choice = choosePath(thisBoard(), stream, offer, branches.failed);
    if (!choice.decoder.empty() && !memoryThere(branches, pad, stream)) {
        return;
    }
    branches.signals->setChoice(choice);
    if (choice.decoder.empty()) {
        kLog.info("decoding in software: {}", choice.reason);
        linkSoftware(branches, pad);
    } else if (!linkHardware(branches, pad, choice, nameOf(caps))) {
        reportUnlinked(branches, choice.decoder);
    }
}

void linkParsed(const Branches& branches, GstPad* pad, GstCaps* caps)
{
    const auto name = nameOf(caps);
    if (name.starts_with("audio/") && branches.sound != nullptr && !linked(branches.sound)) {
        linkSoftware(branches, pad);
    } else if (name.starts_with("video/") && !linked(branches.video)) {
        decodeVideo(branches, pad, caps);
    }
}

GstPadProbeReturn onCaps(GstPad* pad, GstPadProbeInfo* info, gpointer data)
{
    GstEvent* event = GST_PAD_PROBE_INFO_EVENT(info);
    if (GST_EVENT_TYPE(event) != GST_EVENT_CAPS) {
        return GST_PAD_PROBE_OK;
    }
    GstCaps* caps = nullptr;
    gst_event_parse_caps(event, &caps);
    linkParsed(branchesIn(data), pad, caps);
    return GST_PAD_PROBE_REMOVE;
}

// Some parsers know their stream only when the first piece of it has come, VP9's for one.
void onParsed(GstElement* /*parsebin*/, GstPad* pad, gpointer data)
{
    const Branches& branches = branchesIn(data);
    if (const Caps caps = capsOf(pad); caps) {
        linkParsed(branches, pad, caps.get());
    } else {
        probe(pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, onCaps, branches);
    }
}

} // namespace

// Nobody else holds a new element: its floating reference is sunk here and given to the bin.
GstElement* makeIn(GstBin* bin, const char* factory)
{
    GstElement* element = gst_element_factory_make(factory, nullptr);
    if (element != nullptr) {
        gst_bin_add(bin, element);
    }
    return element;
}

GstElement* makeDecodebin(const Branches& branches)
{
    GstElement* decode = makeIn(branches.bin, "decodebin");
    if (decode != nullptr) {
        connect(decode, "autoplug-continue", G_CALLBACK(worthDecoding), branches);
        connect(decode, "autoplug-select", G_CALLBACK(onSelect), branches);
        connect(decode, "pad-added", G_CALLBACK(onDecoded), branches);
    }
    return decode;
}

GstElement* makeChoosing(const Branches& branches)
{
    GstElement* parse = makeIn(branches.bin, "parsebin");
    if (parse != nullptr) {
        connect(parse, "autoplug-continue", G_CALLBACK(worthDecoding), branches);
        connect(parse, "pad-added", G_CALLBACK(onParsed), branches);
    }
    return parse;
}

} // namespace jtv::media
