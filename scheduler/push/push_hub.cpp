// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The hub's thread: commands in, events out, dead peers away.
#include "scheduler/push/push_hub.h"

#include "base/log.h"

#include <Poco/Exception.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <utility>

namespace jtv::push {
namespace {

constexpr Log kLog{"push"};
constexpr int kSendBuffer = 131'072; // so that what mostUnsent allows always fits without waiting

std::string headText(std::chrono::milliseconds retry)
{
    return fmt::format(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
        "X-Accel-Buffering: no\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        "retry: {}\n\n",
        retry.count());
}

void prepare(Poco::Net::StreamSocket& socket, std::chrono::milliseconds userTimeout)
{
    const int fd = socket.impl()->sockfd();
    const int buffer = kSendBuffer;
    const int on = 1;
    const auto limit = static_cast<unsigned>(userTimeout.count());
    ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
}

} // namespace

std::string wireText(const Event& event)
{
    return fmt::format("event: {}\ndata: {}\n\n", event.name, event.data);
}

PushHub::PushHub(HubOptions options) : options_(options), epoll_(::epoll_create1(EPOLL_CLOEXEC))
{
    epoll_event waiting{};
    waiting.events = EPOLLIN;
    waiting.data.fd = commands_.fd();
    if (!epoll_ || ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, commands_.fd(), &waiting) != 0) {
        throw std::runtime_error("the system has no file descriptor left for the push hub");
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

PushHub::~PushHub()
{
    thread_.request_stop();
    commands_.post(Send{ToPages{}, ": bye\n\n"}); // wakes the thread
    thread_.join();
}

void PushHub::add(const Poco::Net::StreamSocket& socket, Listener listener, const Event& first)
{
    commands_.post(Add{socket, std::move(listener), wireText(first)});
}

void PushHub::send(const Audience& audience, const Event& event)
{
    commands_.post(Send{audience, wireText(event)});
}

void PushHub::dropScreen(const std::string& screen)
{
    commands_.post(DropScreen{screen});
}

void PushHub::dropSession(const std::string& session)
{
    commands_.post(DropSession{session});
}

bool PushHub::isOnline(const std::string& screen) const
{
    const std::lock_guard lock(onlineMutex_);
    return online_.contains(screen);
}

void PushHub::run(const std::stop_token& stop)
{
    try {
        auto nextPing = std::chrono::steady_clock::now() + options_.ping;
        while (!stop.stop_requested()) {
            turn(nextPing);
        }
    } catch (const std::exception& broken) {
        kLog.error("the push hub failed and the server restarts: {}", broken.what());
        std::abort();
    }
}

void PushHub::turn(std::chrono::steady_clock::time_point& nextPing)
{
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(nextPing - std::chrono::steady_clock::now());
    std::array<epoll_event, 256> ready{};
    const int timeout = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
    const int found = ::epoll_wait(epoll_.get(), ready.data(), ready.size(), timeout);
    for (int at = 0; at < found; ++at) {
        const int fd = ready.at(static_cast<std::size_t>(at)).data.fd;
        if (fd == commands_.fd()) {
            continue;
        }
        // Nothing is expected from a listener: a byte, an end or an error all mean goodbye.
        if (const auto peer = peers_.find(fd); peer != peers_.end()) {
            drop(peer);
        }
    }
    for (auto& command : commands_.take()) {
        std::visit([this](auto& order) { obey(order); }, command);
    }
    if (std::chrono::steady_clock::now() >= nextPing) {
        nextPing = std::chrono::steady_clock::now() + options_.ping;
        writeTo(": ping\n\n", [](const Peer&) { return true; });
    }
}

void PushHub::obey(Add& command)
{
    const int fd = command.socket.impl()->sockfd();
    if (peers_.size() >= options_.mostListeners) {
        kLog.warning("a listener was turned away: {} are connected already", peers_.size());
        return;
    }
    prepare(command.socket, options_.userTimeout);
    epoll_event waiting{};
    waiting.events = EPOLLIN | EPOLLRDHUP;
    waiting.data.fd = fd;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &waiting) != 0) {
        return;
    }
    countOnline(command.listener.screen, 1);
    const auto peer =
        peers_.insert_or_assign(fd, Peer{command.socket, std::move(command.listener)}).first;
    count_ = peers_.size();
    if (!write(peer->second, headText(options_.retry) + command.first)) {
        drop(peer);
    }
}

void PushHub::obey(Send& command)
{
    if (std::holds_alternative<ToAll>(command.audience)) {
        writeTo(command.text, [](const Peer&) { return true; });
    } else if (std::holds_alternative<ToPages>(command.audience)) {
        writeTo(command.text, [](const Peer& peer) { return peer.listener.isPage(); });
    } else {
        const auto& screen = std::get<ToScreen>(command.audience).screen;
        writeTo(command.text, [&](const Peer& peer) { return peer.listener.screen == screen; });
    }
}

void PushHub::obey(DropScreen& command)
{
    dropAll([&](const Peer& peer) { return peer.listener.screen == command.screen; });
}

void PushHub::obey(DropSession& command)
{
    dropAll([&](const Peer& peer) {
        return peer.listener.isPage() && peer.listener.session == command.session;
    });
}

template <typename Wanted>
void PushHub::writeTo(const std::string& text, Wanted wanted)
{
    for (auto peer = peers_.begin(); peer != peers_.end();) {
        if (wanted(peer->second) && !write(peer->second, text)) {
            peer = drop(peer);
        } else {
            ++peer;
        }
    }
}

template <typename Wanted>
void PushHub::dropAll(Wanted wanted)
{
    for (auto peer = peers_.begin(); peer != peers_.end();) {
        peer = wanted(peer->second) ? drop(peer) : std::next(peer);
    }
}

bool PushHub::write(Peer& peer, const std::string& text) const
{
    int unsent = 0;
    if (::ioctl(peer.socket.impl()->sockfd(), SIOCOUTQ, &unsent) != 0 ||
        static_cast<std::size_t>(unsent) > options_.mostUnsent) {
        return false;
    }
    try {
        const int size = static_cast<int>(text.size());
        return peer.socket.sendBytes(text.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL) == size;
    } catch (const Poco::Exception&) {
        return false; // gone or too slow: it comes again after `retry`
    }
}

PushHub::Peers::iterator PushHub::drop(Peers::iterator peer)
{
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, peer->first, nullptr);
    countOnline(peer->second.listener.screen, -1);
    const auto next = peers_.erase(peer); // closes the socket
    count_ = peers_.size();
    return next;
}

void PushHub::countOnline(const std::string& screen, int by)
{
    if (screen.empty()) {
        return;
    }
    const std::lock_guard lock(onlineMutex_);
    if ((online_[screen] += by) <= 0) {
        online_.erase(screen);
    }
}

} // namespace jtv::push
