// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One line, one event, to stderr.
#include "base/log.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>

namespace jtv {
namespace {

// The level is the one process-wide setting: a log line knows nothing of the settings file.
std::atomic<int> currentLevel{static_cast<int>(LogLevel::kInfo)};

bool underJournal() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read once, before the first thread
    static const bool under = std::getenv("JOURNAL_STREAM") != nullptr;
    return under;
}

}  // namespace

void setLogLevel(LogLevel level) {
    currentLevel = static_cast<int>(level);
}

bool logEnabled(LogLevel level) {
    return static_cast<int>(level) <= currentLevel.load(std::memory_order_relaxed);
}

Result<LogLevel> parseLogLevel(std::string_view word) {
    if (word == "error") {
        return LogLevel::kError;
    }
    if (word == "warning") {
        return LogLevel::kWarning;
    }
    if (word == "info") {
        return LogLevel::kInfo;
    }
    if (word == "debug") {
        return LogLevel::kDebug;
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is no log level; choose error, warning, info or debug", word)};
}

void logLine(LogLevel level, std::string_view category, std::string_view text) {
    std::string line;
    line.reserve(category.size() + text.size() + 8);
    if (underJournal()) {
        line += fmt::format("<{}>", static_cast<int>(level));
    }
    line += category;
    line += ": ";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            line += fmt::format("\\x{:02x}", byte);
        } else {
            line += c;
        }
    }
    line += '\n';
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace jtv
