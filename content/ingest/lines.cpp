// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// poll() with a patience short enough for who cancels.
#include "content/ingest/lines.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace jtv::ingest {

std::optional<std::string> Lines::next(const std::atomic<bool>& cancelled)
{
    constexpr int kPatience = 100; // ms
    constexpr std::size_t kLongest = std::size_t{1} << 20U;
    while (text_.find('\n') == std::string::npos && text_.size() < kLongest) {
        pollfd waiting{fd_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kPatience);
        if (cancelled || isLate() || (ready > 0 && !readMore())) {
            return std::nullopt;
        }
    }
    const auto end = text_.find('\n');
    if (end == std::string::npos) {
        return std::nullopt;
    }
    auto line = text_.substr(0, end);
    text_.erase(0, end + 1);
    return line;
}

bool Lines::readMore()
{
    std::array<char, 4096> block{};
    const auto count = ::read(fd_, block.data(), block.size());
    text_.append(block.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return count > 0 || (count < 0 && errno == EINTR);
}

} // namespace jtv::ingest
