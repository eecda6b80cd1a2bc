// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The HTTP server: connections in, each request through the gate to its route.
#pragma once

#include "base/result.h"
#include "scheduler/http/connection_watch.h"
#include "scheduler/http/parts.h"

#include <cstdint>
#include <memory>
#include <string>

namespace jtv::http {

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080; // 0 = a free one
    int workers = 64;
    WatchLimits limits;
};

// "127.0.0.1:8080", "[::1]:0", "localhost:8080". Errors: kInvalid.
Result<ServerOptions> parseListen(const std::string& text);

// *main-thread only*; the routes run on the workers.
class Server {
public:
    // Errors: kExists (the port is taken), kDenied (a port below 1024), kInvalid (no such address).
    static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Parts& parts);

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server(); // ends all connections and waits for the workers

    std::string url() const; // http://HOST:PORT
    std::uint16_t port() const;

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace jtv::http
