// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One line, one event, to stderr; journald keeps it.
#pragma once

#include <fmt/core.h>

#include <string_view>

#include "base/result.h"

namespace jtv {

// kError: somebody must act. kWarning: degraded but playing. kInfo: start, stop, plan changed.
// kDebug: off in the field. Never in the frame loop.
enum class LogLevel { kError = 3, kWarning = 4, kInfo = 6, kDebug = 7 };

// Thread-safe. Set once by main() from --log-level.
void setLogLevel(LogLevel level);
bool logEnabled(LogLevel level);
Result<LogLevel> parseLogLevel(std::string_view word);

// Thread-safe. Writes "<4>category: text\n" under systemd (JOURNAL_STREAM set), without the prefix on
// a terminal. Control characters in the text are shown as \xNN, so that foreign text cannot forge lines.
void logLine(LogLevel level, std::string_view category, std::string_view text);

// One per library: inline constexpr Log kLog{"sync"}; kLog.info("plan {} active", revision);
struct Log {
    std::string_view category;

    template<typename... Args>
    void error(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::kError, format, std::forward<Args>(args)...);
    }
    template<typename... Args>
    void warning(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::kWarning, format, std::forward<Args>(args)...);
    }
    template<typename... Args>
    void info(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::kInfo, format, std::forward<Args>(args)...);
    }
    template<typename... Args>
    void debug(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::kDebug, format, std::forward<Args>(args)...);
    }

private:
    template<typename... Args>
    void write(LogLevel level, fmt::format_string<Args...> format, Args&&... args) const {
        if (logEnabled(level)) {
            logLine(level, category, fmt::format(format, std::forward<Args>(args)...));
        }
    }
};

}  // namespace jtv
