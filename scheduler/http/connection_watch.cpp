// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Deadlines of connections, looked at a few times a second.
#include "scheduler/http/connection_watch.h"

#include "scheduler/http/log.h"

#include <Poco/Exception.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <utility>

namespace jtv::http {
namespace {

constexpr auto kNever = std::chrono::steady_clock::time_point::max();
constexpr std::chrono::milliseconds kLookEvery{250};

} // namespace

ConnectionWatch::ConnectionWatch(WatchLimits limits)
    : limits_(limits), thread_([this](const std::stop_token& stop) { run(stop); })
{}

ConnectionWatch::~ConnectionWatch()
{
    thread_.request_stop();
    thread_.join();
}

std::optional<ConnectionWatch::Ticket> ConnectionWatch::enter(const Poco::Net::StreamSocket& socket)
{
    const int fd = socket.impl()->sockfd();
    Ticket ticket{fd, 0, ""};
    bool counted = limits_.perAddress != 0;
    try {
        const auto host = socket.peerAddress().host();
        ticket.address = host.toString();
        counted = counted && (limits_.loopbackToo || !host.isLoopback());
    } catch (const Poco::Exception&) {
        return std::nullopt; // gone already
    }
    UniqueFd own(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
    const std::lock_guard lock(mutex_);
    if (closed_) {
        return std::nullopt;
    }
    auto& count = perAddress_[ticket.address];
    if (!own || (counted && count >= limits_.perAddress)) {
        kLog.warning(
            "{} has {} connections already; a further one was closed", ticket.address, count);
        return std::nullopt;
    }
    ++count;
    ticket.number = ++lastNumber_;
    entries_.insert_or_assign(
        fd,
        Entry{std::move(own), ticket.number, std::chrono::steady_clock::now() + limits_.request});
    return ticket;
}

void ConnectionWatch::leave(const Ticket& ticket)
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(ticket.fd);
    if (found != entries_.end() && found->second.number == ticket.number) {
        entries_.erase(found);
    }
    if (--perAddress_[ticket.address] == 0) {
        perAddress_.erase(ticket.address);
    }
}

void ConnectionWatch::relax(int fd)
{
    setDeadline(fd, kNever);
}

void ConnectionWatch::expectRequest(int fd)
{
    setDeadline(fd, std::chrono::steady_clock::now() + limits_.idle + limits_.request);
}

void ConnectionWatch::endAll()
{
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (auto& [fd, entry] : entries_) {
        ::shutdown(entry.own.get(), SHUT_RDWR);
    }
}

void ConnectionWatch::setDeadline(int fd, std::chrono::steady_clock::time_point deadline)
{
    const std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(fd); found != entries_.end()) {
        found->second.deadline = deadline;
    }
}

void ConnectionWatch::run(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        const auto now = std::chrono::steady_clock::now();
        for (auto& [fd, entry] : entries_) {
            if (entry.deadline <= now) {
                // Its worker, waiting in read(), sees the end and leaves.
                ::shutdown(entry.own.get(), SHUT_RDWR);
                entry.deadline = kNever;
            }
        }
        wake_.wait_for(lock, stop, kLookEvery, [] { return false; });
    }
}

} // namespace jtv::http
