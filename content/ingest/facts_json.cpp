// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// MediaFacts as the JSON that the contracts name.
#include "content/ingest/inspect.h"

#include <cmath>

namespace jtv::ingest {
namespace {

// Absent things are null, so that every object has the same members.
json::Value orNull(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

json::Value videoJson(const model::VideoFacts& video)
{
    return {
        {"codec", video.codec},
        {"profile", orNull(video.profile)},
        {"level", orNull(video.level)},
        {"width", video.width},
        {"height", video.height},
        {"fps", video.fps > 0 ? json::Value(video.fps) : json::Value()},
        {"rotation", video.rotation},
        {"bit_depth", video.bitDepth},
        {"hdr", orNull(video.hdr)},
        {"interlaced", video.interlaced},
        {"full_range", video.fullRange},
        {"pixel_aspect", std::round(video.pixelAspect * 1e4) / 1e4},
    };
}

json::Value audioJson(const model::AudioFacts& audio)
{
    return {
        {"codec", audio.codec},
        {"channels", audio.channels},
        {"sample_rate", audio.sampleRate},
        {"loudness_lufs", audio.loudnessLufs ? json::Value(*audio.loudnessLufs) : json::Value()},
        {"silent", audio.silent},
    };
}

json::Value flashesJson(const model::Flashes& flashes)
{
    return {{"most", flashes.most}, {"at_ms", flashes.at.count()}};
}

} // namespace

json::Value toJson(const model::MediaFacts& facts)
{
    return {
        {"kind", facts.kind == model::FileKind::kVideo ? "video" : "image"},
        {"type", facts.type},
        {"container", facts.container},
        {"video", facts.video ? videoJson(*facts.video) : json::Value()},
        {"audio", facts.audio ? audioJson(*facts.audio) : json::Value()},
        {"duration_ms", facts.duration ? json::Value(facts.duration->count()) : json::Value()},
        {"captions", facts.captions},
        {"boards",
         {{"pi3", facts.boards.pi3},
          {"pi4", facts.boards.pi4},
          {"pi5", facts.boards.pi5},
          {"vaapi", facts.boards.vaapi}}},
        {"flashes", facts.flashes ? flashesJson(*facts.flashes) : json::Value()},
        {"moves", facts.moves},
    };
}

} // namespace jtv::ingest
