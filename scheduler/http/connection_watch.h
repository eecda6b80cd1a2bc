// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Workers are few: a client that dawdles with its request, or takes too many of them, loses its
// connection.
#pragma once

#include "base/c_handle.h"
#include "base/clock.h"

#include <Poco/Net/StreamSocket.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace jtv::http {

struct WatchLimits {
    Milliseconds request{10'000}; // for the head of a request, and for the body of a stranger's
    Milliseconds idle{15'000};    // before the next request on a kept connection, besides
    std::size_t perAddress = 32;  // connections; 0 = any number
    bool loopbackToo = false;     // a proxy on this machine speaks for everybody
};

// *thread-safe*. A connection is named by its descriptor as long as its worker serves it.
class ConnectionWatch {
public:
    struct Ticket {
        int fd = -1;
        std::uint64_t number = 0;
        std::string address;
    };

    explicit ConnectionWatch(WatchLimits limits);
    ConnectionWatch(const ConnectionWatch&) = delete;
    ConnectionWatch& operator=(const ConnectionWatch&) = delete;
    ~ConnectionWatch();

    // nullopt: this address has its share already.
    std::optional<Ticket> enter(const Poco::Net::StreamSocket& socket);
    void leave(const Ticket& ticket);
    // The head has been read and the client is known: no deadline until expectRequest().
    void relax(int fd);
    // An answer was sent; the next request may come after a pause.
    void expectRequest(int fd);
    // Ends all that are entered and lets no more in.
    void endAll();

private:
    struct Entry {
        UniqueFd own; // a second descriptor of the socket: Poco may close its own at any time
        std::uint64_t number = 0;
        std::chrono::steady_clock::time_point deadline;
    };
    void setDeadline(int fd, std::chrono::steady_clock::time_point deadline);
    void run(const std::stop_token& stop);

    WatchLimits limits_;
    std::mutex mutex_; // protects what follows up to thread_
    std::condition_variable_any wake_;
    bool closed_ = false;
    std::uint64_t lastNumber_ = 0;
    std::map<int, Entry> entries_;
    std::map<std::string, std::size_t> perAddress_;
    std::jthread thread_; // last: ends before what it uses
};

} // namespace jtv::http
