// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The sd_notify datagram protocol; 40 lines are less than a dependency on libsystemd in two programs.
#include "base/service.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/c_handle.h"

namespace jtv {

bool notifyService(std::string_view state) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody sets the environment after main() began
    const char* name = std::getenv("NOTIFY_SOCKET");
    if (name == nullptr || *name == '\0') {
        return true;
    }
    const std::string_view path(name);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        return false;
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    if (address.sun_path[0] == '@') {
        address.sun_path[0] = '\0';  // abstract socket
    }
    const UniqueFd fd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    return fd && ::sendto(fd.get(),
                          state.data(),
                          state.size(),
                          MSG_NOSIGNAL,
                          // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket API
                          reinterpret_cast<const sockaddr*>(&address),
                          length) == static_cast<ssize_t>(state.size());
}

std::optional<std::chrono::milliseconds> watchdogInterval() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): as above
    const char* text = std::getenv("WATCHDOG_USEC");
    if (text == nullptr) {
        return std::nullopt;
    }
    long long usec = 0;
    const auto* end = text + std::strlen(text);
    if (std::from_chars(text, end, usec).ptr != end || usec <= 0) {
        return std::nullopt;
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::microseconds(usec / 2));
}

}  // namespace jtv
