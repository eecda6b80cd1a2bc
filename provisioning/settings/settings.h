// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jobcenter-tv.conf: what an administrator may set on a screen. Wrong values are explained and left
// out; they never stop the programme.
#pragma once

#include "base/result.h"
#include "provisioning/settings/address.h"
#include "provisioning/settings/display_hours.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::settings {

inline constexpr std::string_view kDefaultFile = "/etc/jobcenter-tv/jobcenter-tv.conf";

enum class Window { kWindow, kKiosk, kOffscreen };

struct Size {
    int width = 0;  // px, 64 … 16384
    int height = 0; // px, 64 … 16384
};

struct Settings {
    std::optional<ServerAddress> server; // none: plays what is there, without network
    std::filesystem::path state = "/var/lib/jobcenter-tv";
    std::string name; // proposed to the administrator at enrolment
    Window window = Window::kKiosk;
    std::optional<Size> size; // none: the display's own
    std::string transition;   // between items that have none of their own; empty: a cut
    int rotation = 0;         // degrees clockwise the picture is turned: 0, 90, 180, 270
    std::vector<DisplayHours> displayHours; // empty: the display is always on
    bool displayCec = false;      // the television is woken and sent to standby over HDMI-CEC
    std::string planKey;          // Ed25519, 32 raw bytes; empty: pinned at enrolment
    std::filesystem::path caFile; // PEM; empty: the system's authorities
    std::optional<ListenAddress> statusListen; // loopback only; none: no metrics, no calls
    std::string callsToken;   // for POST /call on status_listen; empty: no calls are taken
    bool triggerKeys = false; // the keyboard starts what waits for accessKey(k)
    std::optional<ListenAddress> notifyListen; // POST /v2/task/notify starts what waits for it
    std::string notifyToken;                   // empty: none is asked for, and loopback only
    std::filesystem::path planDirectory;       // plays this plan and never asks a server
};

// Something the reader has to say about a line.
struct Finding {
    enum class Severity { kHint, kWrong };
    Severity severity = Severity::kWrong;
    int line = 0;     // 1-based; 0 = the whole file
    std::string text; // one sentence with the fix
};

struct Reading {
    Settings settings;
    std::vector<Finding> findings; // by line
};

// Any bytes: UTF-8 with or without byte order mark, Windows-1252, LF or CRLF.
Reading parseSettings(std::string_view bytes);

// Errors: those of reading the file (at most 64 KiB).
Result<Reading> readSettings(const std::filesystem::path& file);

} // namespace jtv::settings
