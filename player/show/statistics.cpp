// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The statistics as the JSON object of --stats.
#include "player/show/statistics.h"

#include "base/json/json.h"

#include <sys/resource.h>

namespace jtv::show {
namespace {

const char* wordOf(ItemEnd end)
{
    switch (end) {
    case ItemEnd::kFinished:
        return "finished";
    case ItemEnd::kFailed:
        return "failed";
    case ItemEnd::kTimedOut:
        return "timed_out";
    case ItemEnd::kStopped:
        return "stopped";
    case ItemEnd::kPlaying:
        break;
    }
    return "playing";
}

json::Value orNull(const std::optional<double>& number)
{
    return number ? json::Value(*number) : json::Value(nullptr);
}

json::Value toValue(const ItemRecord& item)
{
    json::Value value{
        {"source", item.source},
        {"kind", item.kind},
        {"language", item.language},
        {"region", item.region},
        {"decoder", item.decoder},
        {"path", item.path},
        {"memory", item.memory},
        {"captions", item.captions},
        {"plane", item.plane},
        {"frames_expected", item.framesExpected},
        {"frames_presented", item.framesPresented},
        {"presented_fps", presentedFps(item)},
        {"fallbacks", item.fallbacks},
        {"flushes", item.flushes},
        {"rebuilds", item.rebuilds},
        {"end", wordOf(item.end)}};
    if (!item.reason.empty()) {
        value["reason"] = item.reason;
    }
    if (!item.remark.empty()) {
        value["remark"] = item.remark;
    }
    return value;
}

} // namespace

double presentedFps(const ItemRecord& item)
{
    const std::chrono::duration<double> span = item.lastSeen - item.firstSeen;
    return item.framesPresented > 1 && span.count() > 0
               ? static_cast<double>(item.framesPresented - 1) / span.count()
               : 0;
}

std::string toJson(const Statistics& statistics)
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    json::Value switches = json::Value::array();
    for (const Switch& entry : statistics.switches) {
        switches.push_back(
            {{"from", entry.from},
             {"to", entry.to},
             {"gap_ms", entry.gapMs},
             {"error_ms", orNull(entry.errorMs)},
             {"error_frames", orNull(entry.errorFrames)}});
    }
    json::Value items = json::Value::array();
    for (const ItemRecord& item : statistics.items) {
        items.push_back(toValue(item));
    }
    json::Value value{
        {"items_played", statistics.itemsPlayed},
        {"items_failed", statistics.itemsFailed},
        {"frames_expected", statistics.framesExpected},
        {"frames_presented", statistics.framesPresented},
        {"frames_late", statistics.framesLate},
        {"frames_dropped", statistics.framesDropped},
        {"late_starts", statistics.lateStarts},
        {"black_frames", statistics.blackFrames},
        {"decoder_flushes", statistics.decoderFlushes},
        {"decoder_rebuilds", statistics.decoderRebuilds},
        {"decoder_fallbacks", statistics.decoderFallbacks},
        {"decoder_restarts", statistics.decoderRestarts}};
    value["first_frame_ms"] = orNull(statistics.firstFrameMs);
    value["longest_gap_ms"] = statistics.longestGapMs;
    value["peak_rss_kb"] = usage.ru_maxrss;
    value["switches"] = std::move(switches);
    value["items"] = std::move(items);
    return json::writePretty(value);
}

} // namespace jtv::show
