// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// facts_json.cpp the other way round.
#include "content/ingest/read_facts.h"

#include <fmt/format.h>

namespace jtv::ingest {
namespace {

std::string textIn(const json::Value& object, const char* member)
{
    const auto found = object.find(member);
    return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

double numberIn(const json::Value& object, const char* member)
{
    const auto found = object.find(member);
    return found == object.end() || found->is_null() ? 0 : found->get<double>();
}

model::VideoFacts videoIn(const json::Value& object)
{
    model::VideoFacts video;
    video.codec = textIn(object, "codec");
    video.profile = textIn(object, "profile");
    video.level = textIn(object, "level");
    video.width = object.value("width", 0);
    video.height = object.value("height", 0);
    video.fps = numberIn(object, "fps");
    video.rotation = object.value("rotation", 0);
    video.bitDepth = object.value("bit_depth", video.bitDepth);
    video.hdr = textIn(object, "hdr");
    video.interlaced = object.value("interlaced", false);
    return video;
}

model::AudioFacts audioIn(const json::Value& object)
{
    model::AudioFacts audio;
    audio.codec = textIn(object, "codec");
    audio.channels = object.value("channels", 0);
    audio.sampleRate = object.value("sample_rate", 0);
    if (const auto loudness = object.find("loudness_lufs");
        loudness != object.end() && loudness->is_number()) {
        audio.loudnessLufs = loudness->get<double>();
    }
    audio.silent = object.value("silent", false);
    return audio;
}

model::MediaFacts factsIn(const json::Value& object)
{
    model::MediaFacts facts;
    facts.kind =
        textIn(object, "kind") == "image" ? model::FileKind::kImage : model::FileKind::kVideo;
    facts.container = textIn(object, "container");
    facts.type = textIn(object, "type");
    if (const auto video = object.find("video"); video != object.end() && video->is_object()) {
        facts.video = videoIn(*video);
    }
    if (const auto audio = object.find("audio"); audio != object.end() && audio->is_object()) {
        facts.audio = audioIn(*audio);
    }
    if (const auto length = numberIn(object, "duration_ms"); length > 0) {
        facts.duration = Milliseconds{static_cast<Milliseconds::rep>(length)};
    }
    facts.captions = object.value("captions", std::vector<std::string>());
    const auto boards = object.value("boards", json::Value::object());
    facts.boards = {
        boards.value("pi3", false),
        boards.value("pi4", false),
        boards.value("pi5", false),
        boards.value("vaapi", false)};
    if (const auto flashes = object.find("flashes");
        flashes != object.end() && flashes->is_object()) {
        facts.flashes = model::Flashes{
            flashes->value("most", 0), Milliseconds{flashes->value("at_ms", std::int64_t{0})}};
    }
    facts.moves = object.value("moves", false);
    return facts;
}

} // namespace

Result<model::MediaFacts> readFacts(const json::Value& object)
{
    try {
        return factsIn(object);
    } catch (const json::Value::exception& broken) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("what is known of the file cannot be read: {}", broken.what())};
    }
}

} // namespace jtv::ingest
