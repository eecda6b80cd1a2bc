// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How the screen says what it does: to the scheduler as JSON, to Prometheus as figures. Pure.
#pragma once

#include "base/clock.h"
#include "player/screen/cec_talk.h"
#include "player/show/statistics.h"
#include "player/status/status.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::app {

struct NowShown {
    std::optional<std::uint64_t> revision; // of the active plan
    std::string playlist;                  // name
    std::string rule;                      // id; empty: the default playlist
    std::optional<show::ItemRecord> item;  // the one begun last
    std::string itemName;                  // as the editor calls it
    int width = 0;                         // px of the screen
    int height = 0;
    bool connected = true;                        // a display is attached
    bool awake = true;                            // it is to be on
    std::optional<screen::Television> television; // nullopt: not asked over HDMI-CEC
    std::string typesetting;                      // what sets the type here
    bool serverReached = false;
    Milliseconds uptime{0};
    std::vector<std::string> warnings; // plain sentences
};

// "on", "off" (its signal is taken away), "standby", "no answer" (asked over HDMI-CEC, and not
// assumed to be off), "absent".
std::string_view displayWord(const NowShown& now);

// What somebody should do about the display; empty: nothing.
std::string displayWarning(const NowShown& now);

// {revision_active, now_playing: {name, source, kind, language}, decoder, path, memory, size,
// display, typesetting, …}
std::string toReport(const NowShown& now, const show::Statistics& statistics);

std::vector<status::Metric> toMetrics(const NowShown& now, const show::Statistics& statistics);

} // namespace jtv::app
