// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Server-sent events to thousands of connections from one thread. A request's worker hands its
// socket over and is free again; the hub writes, and closes on any sign of life or death from the
// other side.
#pragma once

#include "base/c_handle.h"
#include "base/mailbox.h"

#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <variant>

namespace jtv::push {

// Who sits at the other end: a screen by its id, or a page (empty screen) with its session.
struct Listener {
    std::string screen;
    std::string session; // hash of the session's token; closed with it

    bool isPage() const { return screen.empty(); }
};

// One event as it goes over the wire [HTML Living Standard 9.2]. The data is one line.
struct Event {
    std::string name;
    std::string data;
};
std::string wireText(const Event& event);

struct ToAll {};
struct ToPages {};
struct ToScreen {
    std::string screen;
};
using Audience = std::variant<ToAll, ToPages, ToScreen>;

struct HubOptions {
    std::chrono::milliseconds ping{25'000};
    std::chrono::milliseconds retry{2'000}; // what a client waits before it comes again
    std::size_t mostUnsent = 32'768;        // bytes in the kernel's queue; a slower peer is dropped
    std::size_t mostListeners = 20'000;
    std::chrono::milliseconds userTimeout{30'000}; // TCP_USER_TIMEOUT
};

// *thread-safe*. Never waits: calls put a command into a mailbox.
class PushHub {
public:
    // Throws std::runtime_error when the system has no descriptor left.
    explicit PushHub(HubOptions options = {});
    PushHub(const PushHub&) = delete;
    PushHub& operator=(const PushHub&) = delete;
    ~PushHub(); // closes all connections

    // Takes the socket over for good; writes the answer's head and the first event. A TLS socket is
    // written through the same calls: the hub never reads, so it needs no non-blocking TLS.
    void add(const Poco::Net::StreamSocket& socket, Listener listener, const Event& first);
    void send(const Audience& audience, const Event& event);
    void dropScreen(const std::string& screen);
    void dropSession(const std::string& session);

    // As of now; a moment later it may be otherwise.
    std::size_t listeners() const { return count_; }
    bool isOnline(const std::string& screen) const;

private:
    struct Peer {
        Poco::Net::StreamSocket socket;
        Listener listener;
    };
    struct Add {
        Poco::Net::StreamSocket socket;
        Listener listener;
        std::string first;
    };
    struct Send {
        Audience audience;
        std::string text;
    };
    struct DropScreen {
        std::string screen;
    };
    struct DropSession {
        std::string session;
    };
    using Command = std::variant<Add, Send, DropScreen, DropSession>;
    using Peers = std::unordered_map<int, Peer>;

    void run(const std::stop_token& stop);
    void turn(std::chrono::steady_clock::time_point& nextPing);
    void obey(Add& command);
    void obey(Send& command);
    void obey(DropScreen& command);
    void obey(DropSession& command);
    template <typename Wanted>
    void writeTo(const std::string& text, Wanted wanted);
    template <typename Wanted>
    void dropAll(Wanted wanted);
    bool write(Peer& peer, const std::string& text) const;
    Peers::iterator drop(Peers::iterator peer);
    void countOnline(const std::string& screen, int by);

    HubOptions options_;
    UniqueFd epoll_;
    Mailbox<Command> commands_;
    Peers peers_; // by descriptor; hub thread only
    std::atomic<std::size_t> count_{0};
    mutable std::mutex onlineMutex_;              // protects online_
    std::unordered_map<std::string, int> online_; // connections of each screen
    std::jthread thread_;                         // last: ends before what it uses
};

} // namespace jtv::push
