// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Connecting by hand, so that the socket is known from its first moment and can be cut.
#include "provisioning/connection/link.h"

#include "base/c_handle.h"

#include <Poco/Net/DNS.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace jtv::connection {
namespace {

using Poco::Net::SocketAddress;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Between two looks at the stop token while the connection is being made: a socket that does not
// yet connect cannot be cut.
constexpr milliseconds kLook{100};

Poco::Timespan timespan(milliseconds span)
{
    return {static_cast<Poco::Timespan::TimeDiff>(span.count()) * 1000};
}

bool waitConnected(int fd, steady_clock::time_point until, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const auto left = std::chrono::duration_cast<milliseconds>(until - steady_clock::now());
        if (left.count() <= 0) {
            return false;
        }
        pollfd waiting{fd, POLLOUT, 0};
        if (::poll(&waiting, 1, static_cast<int>(std::min(left, kLook).count())) > 0) {
            int error = 0;
            socklen_t size = sizeof error;
            return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
        }
    }
    return false;
}

// A connected, blocking socket, or none.
UniqueFd
connectTo(const SocketAddress& address, steady_clock::time_point until, const std::stop_token& stop)
{
    UniqueFd fd(::socket(address.af(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd) {
        return {};
    }
    const bool atOnce = ::connect(fd.get(), address.addr(), address.length()) == 0;
    if (!atOnce && (errno != EINPROGRESS || !waitConnected(fd.get(), until, stop))) {
        return {};
    }
    const int one = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    const int flags = ::fcntl(fd.get(), F_GETFL);
    return flags >= 0 && ::fcntl(fd.get(), F_SETFL, flags & ~O_NONBLOCK) == 0 ? std::move(fd)
                                                                              : UniqueFd();
}

// Not DNS::resolve(): for an address it asks who that is, which may take seconds, and keeps the
// answer in a static buffer that two threads share.
std::vector<Poco::Net::IPAddress> addressesOf(const std::string& host)
{
    Poco::Net::IPAddress address;
    if (Poco::Net::IPAddress::tryParse(host, address)) {
        return {address};
    }
    return Poco::Net::DNS::hostByName(host).addresses();
}

Poco::Net::StreamSocket
connectAny(const settings::ServerAddress& server, milliseconds limit, const std::stop_token& stop)
{
    const auto until = steady_clock::now() + limit;
    for (const auto& ip : addressesOf(server.host)) {
        if (auto fd = connectTo(SocketAddress(ip, server.port), until, stop)) {
            return Poco::Net::StreamSocket(new Poco::Net::StreamSocketImpl(fd.release()));
        }
    }
    throw Poco::Net::ConnectionRefusedException(server.text());
}

} // namespace

Link::Link(
    const settings::ServerAddress& server,
    const Poco::Net::Context::Ptr& tls,
    milliseconds connectLimit,
    milliseconds readLimit,
    const std::stop_token& stop)
    : socket_(connectAny(server, connectLimit, stop)),
      ours_(::fcntl(socket_.impl()->sockfd(), F_DUPFD_CLOEXEC, 0))
{
    cut_.emplace(stop, [this] { ::shutdown(ours_.get(), SHUT_RDWR); });
    socket_.setSendTimeout(timespan(readLimit));
    if (tls.isNull()) {
        socket_.setReceiveTimeout(timespan(readLimit));
        session_ = std::make_unique<Poco::Net::HTTPClientSession>(socket_);
    } else {
        socket_.setReceiveTimeout(timespan(connectLimit)); // for the handshake
        auto secure = Poco::Net::SecureStreamSocket::attach(socket_, server.host, tls);
        secure.setSendTimeout(timespan(readLimit));
        secure.setReceiveTimeout(timespan(readLimit));
        // Not HTTPSClientSession: in Poco 1.11 its constructor throws for a connected socket.
        session_ = std::make_unique<Poco::Net::HTTPClientSession>(secure);
    }
    session_->setKeepAlive(false);
}

} // namespace jtv::connection
