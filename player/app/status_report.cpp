// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Names and figures of the status.
#include "player/app/status_report.h"

#include "base/json/json.h"

#include <fmt/format.h>

namespace jtv::app {

std::string_view displayWord(const NowShown& now)
{
    if (now.television == screen::Television::kSilent) {
        return "no answer";
    }
    if (!now.connected) {
        return "absent";
    }
    if (now.television == screen::Television::kStandby) {
        return "standby";
    }
    return now.awake ? "on" : "off";
}

std::string displayWarning(const NowShown& now)
{
    if (now.television == screen::Television::kSilent) {
        return "the television does not answer over HDMI-CEC, so nobody knows whether it is on; "
               "look whether it has power, and allow HDMI-CEC in its menu or set display_cec = no";
    }
    if (now.awake && now.television == screen::Television::kStandby) {
        return "the television stays in standby although it is told to wake up; switch it on, and "
               "allow it in its menu to be switched on over HDMI-CEC";
    }
    return now.connected || !now.awake ? ""
                                       : "no display is attached; look at its cable and its power";
}

std::string toReport(const NowShown& now, const show::Statistics& statistics)
{
    json::Value report;
    report["version"] = JTV_VERSION;
    report["revision_active"] = now.revision ? json::Value(*now.revision) : json::Value();
    report["playlist"] = now.playlist;
    report["rule"] = now.rule;
    if (now.item) {
        json::Value playing;
        playing["name"] = now.itemName;
        playing["source"] = now.item->source;
        playing["kind"] = now.item->kind;
        playing["language"] = now.item->language;
        report["now_playing"] = playing;
        report["decoder"] = now.item->decoder;
        report["path"] = now.item->path;
        report["memory"] = now.item->memory;
        report["plane"] = now.item->plane;
        report["presented_fps"] = show::presentedFps(*now.item);
        report["remark"] = now.item->remark;
    } else {
        report["now_playing"] = nullptr;
    }
    report["size"] = fmt::format("{}x{}", now.width, now.height);
    report["display"] = displayWord(now);
    report["typesetting"] = now.typesetting;
    report["uptime_s"] = now.uptime.count() / 1000;
    report["items_played"] = statistics.itemsPlayed;
    report["items_failed"] = statistics.itemsFailed;
    report["frames_presented"] = statistics.framesPresented;
    report["frames_late"] = statistics.framesLate;
    report["frames_dropped"] = statistics.framesDropped;
    report["black_frames"] = statistics.blackFrames;
    report["decoder_flushes"] = statistics.decoderFlushes;
    report["decoder_rebuilds"] = statistics.decoderRebuilds;
    report["decoder_fallbacks"] = statistics.decoderFallbacks;
    report["decoder_restarts"] = statistics.decoderRestarts;
    report["late_starts"] = statistics.lateStarts;
    report["warnings"] = now.warnings;
    return json::write(report);
}

namespace {

// What was done about decoders in hardware.
std::vector<status::Metric> decoderMetrics(const show::Statistics& statistics)
{
    using Kind = status::Metric::Kind;
    const auto count = [](std::uint64_t value) { return static_cast<double>(value); };
    return {
        {"decoder_flushes_total",
         "Decoders that had gone silent and were emptied.",
         Kind::kCounter,
         count(statistics.decoderFlushes)},
        {"decoder_rebuilds_total",
         "Decoders that emptying did not help and that were built again.",
         Kind::kCounter,
         count(statistics.decoderRebuilds)},
        {"decoder_restarts_total",
         "Starts of the player, since the machine's, because a decoder hung for good.",
         Kind::kCounter,
         count(statistics.decoderRestarts)},
        {"decoder_fallbacks_total",
         "Ways of decoding that failed or stalled and were left for the next one.",
         Kind::kCounter,
         count(statistics.decoderFallbacks)}};
}

std::vector<status::Metric> displayMetrics(const NowShown& now)
{
    using Kind = status::Metric::Kind;
    const auto flag = [](bool yes) { return yes ? 1.0 : 0.0; };
    return {
        {"display_attached",
         "1 while a display is attached, also one that is told to sleep.",
         Kind::kGauge,
         flag(now.connected)},
        {"display_awake",
         "1 while the display is to be on, by display_hours.",
         Kind::kGauge,
         flag(now.awake)},
        {"display_silent",
         "1 while the television does not answer over HDMI-CEC.",
         Kind::kGauge,
         flag(now.television == screen::Television::kSilent)}};
}

} // namespace

std::vector<status::Metric> toMetrics(const NowShown& now, const show::Statistics& statistics)
{
    using Kind = status::Metric::Kind;
    const auto count = [](std::uint64_t value) { return static_cast<double>(value); };
    std::vector<status::Metric> all{
        {"plan_revision",
         "Revision of the plan played, 0 = none.",
         Kind::kGauge,
         count(now.revision.value_or(0))},
        {"server_reached",
         "1 while the scheduler answers.",
         Kind::kGauge,
         now.serverReached ? 1.0 : 0.0},
        {"uptime_seconds",
         "Since the start of the player.",
         Kind::kGauge,
         static_cast<double>(now.uptime.count()) / 1000},
        {"warnings", "Things somebody should look at.", Kind::kGauge, count(now.warnings.size())},
        {"items_played_total", "Items shown.", Kind::kCounter, count(statistics.itemsPlayed)},
        {"items_failed_total",
         "Items that failed or timed out.",
         Kind::kCounter,
         count(statistics.itemsFailed)},
        {"frames_presented_total",
         "Pictures of videos put on the display.",
         Kind::kCounter,
         count(statistics.framesPresented)},
        {"frames_late_total",
         "Pictures more than one refresh late.",
         Kind::kCounter,
         count(statistics.framesLate)},
        {"frames_dropped_total",
         "Pictures left out.",
         Kind::kCounter,
         count(statistics.framesDropped)},
        {"black_frames_total",
         "Presentations in which a region had nothing to show.",
         Kind::kCounter,
         count(statistics.blackFrames)},
        {"late_starts_total",
         "Items that were not ready when they were due.",
         Kind::kCounter,
         count(statistics.lateStarts)},
        {"item_presented_fps",
         "Pictures a second of the item begun last.",
         Kind::kGauge,
         now.item ? show::presentedFps(*now.item) : 0.0},
        {"item_zero_copy",
         "1 while the item begun last is shown without copies.",
         Kind::kGauge,
         now.item && now.item->memory == "zero_copy" ? 1.0 : 0.0},
        {"item_software",
         "1 while a board with hardware decoders uses none for the item begun last.",
         Kind::kGauge,
         now.item && !now.item->remark.empty() ? 1.0 : 0.0},
    };
    for (const auto& more : {decoderMetrics(statistics), displayMetrics(now)}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace jtv::app
