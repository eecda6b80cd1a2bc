// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One prerolled video. Decoding runs on GStreamer's threads up to a few frames ahead; the owner
// takes the frames and asks for news. What it may become is the table of stages.h.
#include "player/media/video.h"

#include "base/file.h"
#include "content/captions/excerpt.h"
#include "player/media/hardware.h"
#include "player/media/log.h"
#include "player/media/video_state.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <unistd.h>

namespace jtv::media {
namespace {

// A file that is not open by then is not sought in; its pictures are decoded up to the clip.
constexpr GstClockTime kSeekPatience = 3 * GST_SECOND;

} // namespace

void Video::State::happened(Happening what, std::string reason)
{
    const Transition* line = transitionAt(stage, what);
    if (line == nullptr) {
        return;
    }
    stage = line->to;
    if (line->end) {
        ended = Ended{*line->end, *line->end == End::kFinished ? std::string() : std::move(reason)};
    }
}

Sample Video::State::pull()
{
    if (built.sound && !begun) {
        // Paused: the first picture is shown to us, and comes again when playing begins.
        if (prerolled) {
            return nullptr;
        }
        Sample sample(gst_app_sink_try_pull_preroll(built.frames, 0));
        if (sample) {
            prerolled = GST_BUFFER_PTS(gst_sample_get_buffer(sample.get()));
        }
        return sample;
    }
    Sample sample(gst_app_sink_try_pull_sample(built.frames, 0));
    if (sample && prerolled) {
        const bool again = GST_BUFFER_PTS(gst_sample_get_buffer(sample.get())) == *prerolled;
        prerolled.reset();
        if (again) {
            return pull();
        }
    }
    return sample;
}

bool Video::State::takeFormat(GstSample* sample)
{
    GstCaps* now = gst_sample_get_caps(sample);
    if (now == caps.get()) {
        return true;
    }
    const auto read = now != nullptr ? memoryFormatOf(now) : std::nullopt;
    if (!read) {
        return false;
    }
    format = *read;
    caps.reset(gst_caps_ref(now));
    kLog.debug(
        "{}: pictures come as {}", options.file.string(), takeString(gst_caps_to_string(now)));
    return true;
}

// The decoder's own memory where the display may be able to show it, else for the CPU to read.
std::optional<frame::Frame> Video::State::frameOf(Sample sample)
{
    if (auto direct = deviceMemoryOf(sample.get(), format, signals->rotation())) {
        return *std::move(direct);
    }
    auto picture = pictureOf(std::move(sample), format, signals->rotation());
    return picture ? std::optional<frame::Frame>(*std::move(picture)) : std::nullopt;
}

void Video::State::take(Sample sample)
{
    if (!takeFormat(sample.get())) {
        happened(
            Happening::kError,
            fmt::format(
                "{}: the decoder gives no picture format; convert the file with jtv-content "
                "prepare",
                options.file.string()));
        return;
    }
    auto span = times.next(sample.get(), format.info);
    if (span && options.clipEnd && span->time - before() >= *options.clipEnd - options.clipBegin) {
        happened(Happening::kEndOfStream, noPicture());
        return;
    }
    span = span ? inClip(*span) : span;
    if (!span || (resumed && span->time < length)) {
        waiting.over(); // on its way to where the picture stopped
        return;
    }
    auto picture = frameOf(std::move(sample));
    if (!picture) {
        happened(
            Happening::kError,
            fmt::format(
                "{}: the decoded picture cannot be read; convert the file with jtv-content prepare",
                options.file.string()));
        return;
    }
    current = frame::TimedFrame{std::move(*picture), span->time, span->duration, count++};
    length = span->time + span->duration;
    remedy.reset();
    happened(Happening::kFrame, {});
}

// What comes before frame time 0 in the time of the pipeline.
Nanoseconds Video::State::before() const
{
    return sought ? Nanoseconds(0) : options.clipBegin;
}

// By frame time, its edges cut off by those of the clip; nullopt: it is over before the clip.
std::optional<FrameTimes::Span> Video::State::inClip(FrameTimes::Span span) const
{
    span.time -= before();
    if (span.time < Nanoseconds(0)) {
        span.duration += span.time;
        span.time = Nanoseconds(0);
        if (span.duration <= Nanoseconds(0)) {
            return std::nullopt;
        }
    }
    if (options.clipEnd) {
        const Nanoseconds left = *options.clipEnd - options.clipBegin - span.time;
        span.duration = std::min(span.duration, left);
    }
    return span;
}

std::string Video::State::noPicture() const
{
    return fmt::format(
        "{}: there is no picture in this file or in the part that is wanted; use it as sound only, "
        "or choose another",
        options.file.string());
}

// Drivers of decoders in hardware are known to hang for good at an accurate seek (Linux of the
// Raspberry Pi, issue 7537); with sound, which needs it, that is taken.
bool Video::State::seeksExactly() const
{
    return built.sound || !options.display.display || thisBoard() == Board::kNone;
}

// Waits for the file to be open, and goes to the key frame before the clip; what lies between is
// dropped by the decoder, or by take().
bool Video::State::seek()
{
    const int how = seeksExactly()
                        ? GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE
                        : GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT | GST_SEEK_FLAG_SNAP_BEFORE;
    GstElement* pipeline = built.pipeline.get();
    if (gst_element_get_state(pipeline, nullptr, nullptr, kSeekPatience) !=
        GST_STATE_CHANGE_SUCCESS) {
        return false;
    }
    const auto stop = options.clipEnd ? Nanoseconds(*options.clipEnd).count() : -1;
    return gst_element_seek(
               pipeline,
               1.0,
               GST_FORMAT_TIME,
               static_cast<GstSeekFlags>(how),
               GST_SEEK_TYPE_SET,
               Nanoseconds(options.clipBegin).count(),
               options.clipEnd ? GST_SEEK_TYPE_SET : GST_SEEK_TYPE_NONE,
               stop) != FALSE;
}

void Video::State::readBus()
{
    const Bus bus(gst_element_get_bus(built.pipeline.get()));
    while (true) {
        const Message message(gst_bus_pop(bus.get()));
        if (!message) {
            return;
        }
        if (GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_ERROR) {
            fail(Happening::kError, fault.empty() ? explain(message.get(), options.file) : fault);
            return; // of another pipeline now, or of none
        }
        if (auto missing = explainMissing(message.get(), options.file); !missing.empty()) {
            fault = std::move(missing);
        }
    }
}

// True: its stream stands still, and no news is no fault.
bool Video::State::awaitsMemory()
{
    const auto bytes = signals->memoryAwaited();
    if (bytes == 0) {
        return false;
    }
    const bool now = resumed || (hurried && reaper.idle());
    if (auto share = now ? options.memory.takeAnyway(bytes) : options.memory.take(bytes); share) {
        signals->giveMemory(std::move(share));
    } else if (!std::exchange(waited, true)) {
        kLog.info(
            "{}: it waits for {} MB of contiguous memory until another video has ended",
            options.file.string(),
            bytes >> 20U);
    }
    return true;
}

Status Video::State::build(Start start)
{
    auto made = buildPipeline(options, failed, signals);
    if (!made) {
        return std::move(made).error().within(options.file.string());
    }
    built = *std::move(made);
    sought = false;
    // Without sound nothing waits for a clock: frames are decoded ahead until the sink is full.
    const bool paused = built.sound || start == Start::kPaused;
    gst_element_set_state(built.pipeline.get(), paused ? GST_STATE_PAUSED : GST_STATE_PLAYING);
    return Done{};
}

// Where the file cannot be sought in, all is decoded from its begin, without its sound.
Status Video::State::buildClip()
{
    if (auto made = build(Start::kPaused); !made) {
        return made;
    }
    const bool found = seek();
    sought = found && seeksExactly();
    times =
        FrameTimes(sought || !found ? FrameTimes::Count::kRunning : FrameTimes::Count::kFromFile);
    if (!found && built.sound) {
        options.soundLevel = 0;
        reaper.take(std::move(built.pipeline));
        return build();
    }
    if (!built.sound) {
        gst_element_set_state(built.pipeline.get(), GST_STATE_PLAYING);
    }
    return Done{};
}

Video::Video(std::unique_ptr<State> state) : state_(std::move(state)) {}

Video::~Video()
{
    state_->signals->silence();
    state_->current.reset();
    state_->reaper.take(std::move(state_->built.pipeline));
}

Result<std::unique_ptr<Video>> Video::open(VideoOptions options, Reaper& reaper)
{
    if (::access(options.file.c_str(), R_OK) != 0) {
        return fileError(errno, "opening", options.file);
    }
    auto state = std::make_unique<State>(std::move(options), reaper);
    const bool fromBegin = state->options.clipBegin == Milliseconds(0);
    if (auto built = fromBegin ? state->build() : state->buildClip(); !built) {
        return std::move(built).error();
    }
    return std::unique_ptr<Video>(new Video(std::move(state)));
}

void Video::update(SteadyTime now)
{
    State& state = *state_;
    if (state.ended) {
        return;
    }
    front();
    state.readBus();
    if (state.current || state.ended || state.awaitsMemory()) {
        state.waiting.over();
        return;
    }
    if (state.built.sound && !state.begun && state.prerolled) {
        return; // paused; there is nothing to come
    }
    if (state.waiting.tooLong(now, state.signals->steps(), state.patienceNow())) {
        state.stalled(fmt::format(
            "{}: the decoder gave no picture in time; convert the file with jtv-content prepare",
            state.options.file.string()));
    }
}

void Video::hurry()
{
    state_->hurried = true;
}

bool Video::ready() const
{
    return state_->current.has_value();
}

void Video::begin(SteadyTime begin)
{
    State& state = *state_;
    if (state.begun) {
        return;
    }
    state.begun = true;
    if (!state.built.sound) {
        return;
    }
    GstElement* pipeline = state.built.pipeline.get();
    const CHandle<GstClock, gst_object_unref> clock(gst_system_clock_obtain());
    // The system clock counts as std::chrono::steady_clock does; the sound follows it.
    gst_pipeline_use_clock(GST_PIPELINE(pipeline), clock.get());
    gst_element_set_start_time(pipeline, GST_CLOCK_TIME_NONE);
    gst_element_set_base_time(
        pipeline, static_cast<GstClockTime>(begin.time_since_epoch().count()));
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
}

void Video::holdSound()
{
    if (state_->built.sound && state_->begun) {
        gst_element_set_state(state_->built.pipeline.get(), GST_STATE_PAUSED);
    }
}

// A new time counts from when playing begins anew.
void Video::goOn(SteadyTime begin)
{
    holdSound();
    if (state_->built.sound && state_->begun) {
        GstElement* pipeline = state_->built.pipeline.get();
        gst_element_set_base_time(
            pipeline, static_cast<GstClockTime>(begin.time_since_epoch().count()));
        gst_element_set_state(pipeline, GST_STATE_PLAYING);
    }
}

const frame::TimedFrame* Video::front()
{
    State& state = *state_;
    while (!state.current && !state.ended) {
        // Asked in this order, nothing that comes between two questions is missed.
        state.signals->want();
        const bool atEnd = state.signals->atEnd();
        Sample sample = state.pull();
        if (sample) {
            state.take(std::move(sample));
            continue;
        }
        if (atEnd && !(state.built.sound && !state.begun && state.prerolled)) {
            state.happened(Happening::kEndOfStream, state.noPicture());
        }
        break;
    }
    return state.current ? &*state.current : nullptr;
}

void Video::pop()
{
    state_->current.reset();
}

const std::optional<Ended>& Video::ended() const
{
    return state_->ended;
}

Nanoseconds Video::length() const
{
    return state_->length;
}

std::vector<model::Caption> Video::takeCaptions(const std::vector<std::string>& languages)
{
    const auto& streams = state_->built.captions;
    auto taken = streams ? streams->take(languages) : std::vector<model::Caption>();
    return captions::excerpt(std::move(taken), std::chrono::floor<Milliseconds>(state_->before()));
}

std::string Video::captionTrack() const
{
    return state_->built.captions ? state_->built.captions->chosen() : std::string();
}

const Decoding& Video::decoding() const
{
    state_->decoding.decoder = state_->signals->decoder();
    const Choice choice = state_->signals->choice();
    state_->decoding.remark = choice.decoder.empty() ? choice.reason : std::string();
    state_->decoding.fallbacks = static_cast<int>(state_->failed.size());
    return state_->decoding;
}

namespace {

// As ffprobe writes it, by the name of the element; empty = another one.
std::string_view codecByElement(std::string_view decoder)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNames{{
        {"h264", "h264"},
        {"h265", "hevc"},
        {"hevc", "hevc"},
        {"vp8", "vp8"},
        {"vp9", "vp9"},
        {"av1", "av1"},
        {"mpeg2", "mpeg2video"},
        {"fwht", "fwht"},
    }};
    const auto* const found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) {
        return decoder.find(name.first) != std::string_view::npos;
    });
    return found == kNames.end() ? std::string_view() : found->second;
}

} // namespace

model::Playing Video::load() const
{
    const State& state = *state_;
    model::Playing load;
    load.hardware = !state.signals->choice().decoder.empty();
    load.video.codec = codecByElement(decoding().decoder);
    load.video.width = GST_VIDEO_INFO_WIDTH(&state.format.info);
    load.video.height = GST_VIDEO_INFO_HEIGHT(&state.format.info);
    if (state.current && state.current->duration > Nanoseconds(0)) {
        load.video.fps = 1e9 / static_cast<double>(state.current->duration.count());
    }
    return load;
}

model::Board boardHere()
{
    return thisBoard();
}

void start()
{
    gst_init(nullptr, nullptr);
    kLog.debug("GStreamer {}", takeString(gst_version_string()));
}

void startForVideos()
{
    start();
    constexpr std::array<const char*, 6> kUsual = {
        "coreelements", "app", "playback", "typefindfunctions", "isomp4", "videoconvertscale"};
    for (const char* name : kUsual) {
        CHandle<GstPlugin, gst_object_unref>(gst_plugin_load_by_name(name));
    }
    if (thisBoard() == Board::kNone) { // its hundred libraries are what a first video waits for
        CHandle<GstPlugin, gst_object_unref>(gst_plugin_load_by_name("libav"));
    }
}

} // namespace jtv::media
