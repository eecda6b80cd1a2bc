// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions of streams, by pad probes: nothing waits for them and they wait for nothing.
#include "player/media/caption_streams.h"

#include "content/captions/ass.h"
#include "content/captions/captions.h"
#include "content/captions/cea608.h"
#include "content/captions/encoding.h"

#include <gst/tag/tag.h>
#include <gst/video/video-anc.h>

#include <algorithm>
#include <string_view>

namespace jtv::media {
namespace {

constexpr std::size_t kMostWaiting = 1000; // of a stream nobody takes
constexpr std::size_t kMostBytes = 65'536; // of one text

enum class Kind { kPlain, kCueText, kAss, kLine21Raw, kLine21Triples };

std::optional<Kind> kindOf(const GstCaps* caps)
{
    const GstStructure* structure = gst_caps_get_structure(caps, 0);
    const std::string_view name = gst_structure_get_name(structure);
    if (name == "text/x-raw") {
        return Kind::kPlain;
    }
    if (name == "application/x-ass" || name == "application/x-ssa") {
        return Kind::kAss;
    }
    if (name == "application/x-subtitle-vtt" || name == "application/x-subtitle-unknown") {
        return Kind::kCueText; // Matroska's WebVTT has no name of its own here
    }
    if (name == "closedcaption/x-cea-608") {
        const gchar* format = gst_structure_get_string(structure, "format");
        return format != nullptr && std::string_view(format) == "raw" ? Kind::kLine21Raw
                                                                      : Kind::kLine21Triples;
    }
    return std::nullopt;
}

void unrefEvent(GstEvent* event)
{
    gst_event_unref(event);
}
using Event = CHandle<GstEvent, unrefEvent>;

// The frames' clock; nullopt for what lies outside the part that is played.
std::optional<Milliseconds> frameTime(GstPad* pad, GstClockTime stamp)
{
    const Event event(gst_pad_get_sticky_event(pad, GST_EVENT_SEGMENT, 0));
    if (!event || !GST_CLOCK_TIME_IS_VALID(stamp)) {
        return std::nullopt;
    }
    const GstSegment* segment = nullptr;
    gst_event_parse_segment(event.get(), &segment);
    const auto running = gst_segment_to_running_time(segment, GST_FORMAT_TIME, stamp);
    if (!GST_CLOCK_TIME_IS_VALID(running)) {
        return std::nullopt;
    }
    return std::chrono::round<Milliseconds>(Nanoseconds(running));
}

// Empty where the tags do not tell it; "deu" and "ger" are "de".
std::string languageIn(GstEvent* event)
{
    GstTagList* tags = nullptr;
    gst_event_parse_tag(event, &tags);
    gchar* code = nullptr;
    if (gst_tag_list_get_string(tags, GST_TAG_LANGUAGE_CODE, &code) == FALSE) {
        return {};
    }
    const auto written = takeString(code);
    const gchar* shortest = gst_tag_get_language_code_iso_639_1(written.c_str());
    return shortest != nullptr ? std::string(shortest) : written == "und" ? std::string() : written;
}

std::string languageOf(GstPad* pad)
{
    std::string language;
    for (guint i = 0; language.empty(); ++i) {
        const Event event(gst_pad_get_sticky_event(pad, GST_EVENT_TAG, i));
        if (!event) {
            break;
        }
        language = languageIn(event.get());
    }
    return language;
}

std::string textOf(GstBuffer* buffer)
{
    GstMapInfo map{};
    if (gst_buffer_map(buffer, &map, GST_MAP_READ) == FALSE) {
        return {};
    }
    std::string text(reinterpret_cast<const char*>(map.data), std::min(map.size, kMostBytes));
    gst_buffer_unmap(buffer, &map);
    while (!text.empty() && text.back() == '\0') {
        text.pop_back();
    }
    return text;
}

std::string codecDataOf(const GstCaps* caps)
{
    const GValue* value = gst_structure_get_value(gst_caps_get_structure(caps, 0), "codec_data");
    return value != nullptr && GST_VALUE_HOLDS_BUFFER(value) ? textOf(gst_value_get_buffer(value))
                                                             : std::string();
}

struct Pair {
    std::uint8_t first = 0;
    std::uint8_t second = 0;
};

// Triples of a head and a pair: valid, and of the first field [CEA-708, SMPTE 334-1].
std::vector<Pair> firstFieldOf(const std::uint8_t* bytes, std::size_t size, bool smpte)
{
    std::vector<Pair> pairs;
    for (std::size_t at = 0; at + 2 < size; at += 3) {
        const bool ours = smpte ? (bytes[at] & 0x80U) != 0 : (bytes[at] & 0x07U) == 0x04;
        if (ours) {
            pairs.push_back({bytes[at + 1], bytes[at + 2]});
        }
    }
    return pairs;
}

std::vector<Pair> pairsOf(const std::uint8_t* bytes, std::size_t size, GstVideoCaptionType type)
{
    switch (type) {
    case GST_VIDEO_CAPTION_TYPE_CEA608_RAW: {
        std::vector<Pair> pairs;
        for (std::size_t at = 0; at + 1 < size; at += 2) {
            pairs.push_back({bytes[at], bytes[at + 1]});
        }
        return pairs;
    }
    case GST_VIDEO_CAPTION_TYPE_CEA608_S334_1A:
        return firstFieldOf(bytes, size, true);
    case GST_VIDEO_CAPTION_TYPE_CEA708_RAW:
        return firstFieldOf(bytes, size, false);
    case GST_VIDEO_CAPTION_TYPE_CEA708_CDP: {
        // A packet whose section 0x72 holds the triples [SMPTE 334-2]; the header is 7 bytes, and a
        // time code of 5 more may stand before.
        for (const std::size_t at : {std::size_t{7}, std::size_t{12}}) {
            if (at + 2 <= size && bytes[at] == 0x72) {
                const std::size_t count = bytes[at + 1] & 0x1FU;
                return firstFieldOf(bytes + at + 2, std::min(count * 3, size - at - 2), false);
            }
        }
        return {};
    }
    default:
        return {};
    }
}

} // namespace

// What reads one stream; lives as long as its probe, on that stream's thread.
class CaptionStreams::Reader {
public:
    Reader(std::shared_ptr<CaptionStreams> streams, std::optional<Kind> kind, const GstCaps* caps)
        : streams_(std::move(streams)), kind_(kind)
    {
        if (kind_ == Kind::kAss) {
            script_ = captions::AssScript::fromHeader(codecDataOf(caps));
        }
        if (kind_) {
            number_ = streams_->add();
        }
    }

    void tell(const std::string& language)
    {
        if (number_ && !language.empty()) {
            const std::lock_guard lock(streams_->mutex_);
            streams_->streams_[*number_].language = language;
        }
    }

    // The stream goes on somewhere else.
    void forget()
    {
        line21_ = captions::Cea608();
        if (number_) {
            const std::lock_guard lock(streams_->mutex_);
            streams_->streams_[*number_].waiting.clear();
        }
    }

    void read(GstPad* pad, GstBuffer* buffer)
    {
        const auto time = frameTime(pad, GST_BUFFER_PTS(buffer));
        if (!time) {
            return;
        }
        if (!kind_) {
            readPicture(buffer, *time);
        } else if (*kind_ == Kind::kLine21Raw || *kind_ == Kind::kLine21Triples) {
            readPairs(buffer, *time);
        } else {
            readText(buffer, *time);
        }
    }

private:
    void readText(GstBuffer* buffer, Milliseconds time)
    {
        // Streams carry what the file had: carriage returns, and bytes that are no UTF-8.
        const auto text = captions::decode(textOf(buffer)).text;
        model::Caption caption;
        if (*kind_ == Kind::kAss) {
            auto event = script_.matroskaEvent(text);
            if (!event) {
                return;
            }
            caption = std::move(*event);
        } else {
            caption.lines = *kind_ == Kind::kPlain ? captions::parseSubRipText(text)
                                                   : captions::parseCueText(text);
        }
        caption.begin = time;
        caption.end = Milliseconds::max();
        if (GST_BUFFER_DURATION_IS_VALID(buffer)) {
            const Nanoseconds duration(GST_BUFFER_DURATION(buffer));
            caption.end = time + std::chrono::round<Milliseconds>(duration);
        }
        give(std::move(caption));
    }

    void readPairs(GstBuffer* buffer, Milliseconds time)
    {
        const auto bytes = textOf(buffer);
        feed(
            pairsOf(
                reinterpret_cast<const std::uint8_t*>(bytes.data()),
                bytes.size(),
                *kind_ == Kind::kLine21Raw ? GST_VIDEO_CAPTION_TYPE_CEA608_RAW
                                           : GST_VIDEO_CAPTION_TYPE_CEA608_S334_1A),
            time);
    }

    void readPicture(GstBuffer* buffer, Milliseconds time)
    {
        // The parser and the decoder may both have hung it on: the first counts.
        gpointer state = nullptr;
        const auto* meta = reinterpret_cast<const GstVideoCaptionMeta*>(
            gst_buffer_iterate_meta_filtered(buffer, &state, GST_VIDEO_CAPTION_META_API_TYPE));
        if (meta != nullptr) {
            feed(pairsOf(meta->data, meta->size, meta->caption_type), time);
        }
    }

    void feed(const std::vector<Pair>& pairs, Milliseconds time)
    {
        for (const auto& pair : pairs) {
            if (auto caption = line21_.take(pair.first, pair.second, time)) {
                give(std::move(*caption));
            }
        }
    }

    void give(model::Caption caption)
    {
        const std::lock_guard lock(streams_->mutex_);
        if (!number_) {
            streams_->streams_.emplace_back();
            number_ = streams_->streams_.size() - 1;
        }
        auto& stream = streams_->streams_[*number_];
        if (stream.waiting.size() < kMostWaiting) {
            stream.waiting.push_back(std::move(caption));
        }
    }

    std::shared_ptr<CaptionStreams> streams_;
    std::optional<Kind> kind_; // nullopt: pictures
    std::optional<std::size_t> number_;
    captions::AssScript script_;
    captions::Cea608 line21_;
};

namespace {

GstPadProbeReturn onPass(GstPad* pad, GstPadProbeInfo* info, gpointer closure)
{
    auto& reader = *static_cast<CaptionStreams::Reader*>(closure);
    if ((GST_PAD_PROBE_INFO_TYPE(info) & GST_PAD_PROBE_TYPE_BUFFER) != 0) {
        reader.read(pad, GST_PAD_PROBE_INFO_BUFFER(info));
    } else if (GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(info)) == GST_EVENT_TAG) {
        reader.tell(languageIn(GST_PAD_PROBE_INFO_EVENT(info)));
    } else if (GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(info)) == GST_EVENT_FLUSH_STOP) {
        reader.forget();
    }
    return GST_PAD_PROBE_OK;
}

void freeReader(gpointer reader)
{
    delete static_cast<CaptionStreams::Reader*>(reader);
}

} // namespace

bool CaptionStreams::knows(const GstCaps* caps)
{
    return kindOf(caps).has_value();
}

std::size_t CaptionStreams::add()
{
    const std::lock_guard lock(mutex_);
    streams_.emplace_back();
    return streams_.size() - 1;
}

void CaptionStreams::add(GstPad* pad, Reader* reader)
{
    const auto mask = static_cast<GstPadProbeType>(
        GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM |
        GST_PAD_PROBE_TYPE_EVENT_FLUSH);
    reader->tell(languageOf(pad));
    gst_pad_add_probe(pad, mask, onPass, reader, freeReader);
}

void CaptionStreams::watch(GstPad* pad, const GstCaps* caps)
{
    if (const auto kind = kindOf(caps)) {
        add(pad, new Reader(shared_from_this(), kind, caps));
    }
}

void CaptionStreams::watchPictures(GstPad* pad)
{
    add(pad, new Reader(shared_from_this(), std::nullopt, nullptr));
}

std::vector<model::Caption> CaptionStreams::take(const std::vector<std::string>& languages)
{
    const std::lock_guard lock(mutex_);
    const bool some = std::any_of(streams_.begin(), streams_.end(), [](const Stream& stream) {
        return !stream.waiting.empty();
    });
    if (!chosen_ && some) {
        std::vector<std::string> spoken;
        for (const Stream& stream : streams_) {
            spoken.push_back(stream.language);
        }
        chosen_ = captions::bestLanguage(spoken, languages);
    }
    if (!chosen_) {
        return {};
    }
    return std::exchange(streams_[*chosen_].waiting, {});
}

std::string CaptionStreams::chosen() const
{
    const std::lock_guard lock(mutex_);
    if (!chosen_) {
        return {};
    }
    const auto& language = streams_[*chosen_].language;
    return language.empty() ? "embedded" : "embedded " + language;
}

} // namespace jtv::media
