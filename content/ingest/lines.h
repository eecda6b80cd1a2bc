// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What comes from a pipe or a socket, line by line, until somebody has enough of it.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>

namespace jtv::ingest {

// *any one thread*. Borrows the descriptor.
class Lines {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit Lines(int fd, Time deadline = Time::max()) : fd_(fd), deadline_(deadline) {}

    // Without its end. nullopt when no more comes, when somebody cancels, when it is too late, and
    // when a line has no end.
    std::optional<std::string> next(const std::atomic<bool>& cancelled);

    bool isLate() const { return std::chrono::steady_clock::now() >= deadline_; }

private:
    bool readMore();

    int fd_;
    Time deadline_;
    std::string text_;
};

} // namespace jtv::ingest
