// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Listens to the kernel itself (NETLINK_KOBJECT_UEVENT), so that no udev has to run.
#include "player/screen/hotplug.h"

#include "player/screen/log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <linux/netlink.h>
#include <sys/socket.h>

namespace jtv::screen {
namespace {

constexpr unsigned kKernelGroup = 1; // 2 is udev's, with messages of its own form

} // namespace

bool tellsOfDisplay(std::string_view message)
{
    for (std::size_t at = 0; at < message.size();) {
        const auto end = std::min(message.find('\0', at), message.size());
        if (message.substr(at, end - at) == "SUBSYSTEM=drm") {
            return true;
        }
        at = end + 1;
    }
    return false;
}

Hotplug::Hotplug()
    : fd_(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT))
{
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = kKernelGroup;
    const auto* plain = static_cast<const sockaddr*>(static_cast<const void*>(&address));
    if (!fd_ || ::bind(fd_.get(), plain, sizeof(address)) != 0) {
        kLog.warning("the kernel tells nothing of displays; one attached later is not noticed");
        fd_.reset();
    }
}

bool Hotplug::happened()
{
    bool display = false;
    while (fd_) {
        std::array<char, 8192> message{};
        sockaddr_nl from{};
        socklen_t size = sizeof(from);
        const auto length = ::recvfrom(
            fd_.get(),
            message.data(),
            message.size(),
            0,
            static_cast<sockaddr*>(static_cast<void*>(&from)),
            &size);
        if (length < 0 && errno == ENOBUFS) {
            display = true; // some were lost
            continue;
        }
        if (length <= 0) {
            break;
        }
        const std::string_view text(message.data(), static_cast<std::size_t>(length));
        display = display || (from.nl_pid == 0 && tellsOfDisplay(text));
    }
    return display;
}

} // namespace jtv::screen
