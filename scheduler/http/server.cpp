// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Poco's TCP server with connections that are watched.
#include "scheduler/http/server.h"

#include "scheduler/http/dispatch.h"
#include "scheduler/http/route.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerConnection.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace jtv::http {
namespace {

namespace net = Poco::Net;

class Entered {
public:
    Entered(ConnectionWatch& watch, const net::StreamSocket& socket)
        : watch_(watch), ticket_(watch.enter(socket))
    {}
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;
    ~Entered()
    {
        if (ticket_) {
            watch_.leave(*ticket_);
        }
    }
    explicit operator bool() const { return ticket_.has_value(); }

private:
    ConnectionWatch& watch_;
    std::optional<ConnectionWatch::Ticket> ticket_;
};

class WatchedConnection final : public net::HTTPServerConnection {
public:
    WatchedConnection(
        const net::StreamSocket& socket,
        const net::HTTPServerParams::Ptr& params,
        const net::HTTPRequestHandlerFactory::Ptr& factory,
        ConnectionWatch& watch)
        : net::HTTPServerConnection(socket, params, factory), watch_(watch)
    {}

    void run() override
    {
        const Entered entered(watch_, socket());
        if (entered) {
            net::HTTPServerConnection::run(); // throws when what came is no HTTP
        }
    }

private:
    ConnectionWatch& watch_;
};

class WatchedConnections final : public net::TCPServerConnectionFactory {
public:
    WatchedConnections(
        net::HTTPServerParams::Ptr params,
        net::HTTPRequestHandlerFactory::Ptr factory,
        ConnectionWatch& watch)
        : params_(std::move(params)), factory_(std::move(factory)), watch_(watch)
    {}

    net::TCPServerConnection* createConnection(const net::StreamSocket& socket) override
    {
        return std::make_unique<WatchedConnection>(socket, params_, factory_, watch_).release();
    }

private:
    net::HTTPServerParams::Ptr params_;
    net::HTTPRequestHandlerFactory::Ptr factory_;
    ConnectionWatch& watch_;
};

net::HTTPServerParams::Ptr paramsFor(const ServerOptions& options)
{
    net::HTTPServerParams::Ptr params(new net::HTTPServerParams);
    const auto seconds = [](Milliseconds time) {
        return Poco::Timespan(static_cast<Poco::Timespan::TimeDiff>(time.count()) * 1000);
    };
    params->setTimeout(seconds(options.limits.request));
    params->setKeepAliveTimeout(seconds(options.limits.idle));
    params->setKeepAlive(true);
    params->setMaxKeepAliveRequests(0);
    params->setMaxThreads(options.workers);
    params->setMaxQueued(options.workers);
    params->setSoftwareVersion("");
    return params;
}

net::ServerSocket listening(const ServerOptions& options)
{
    net::ServerSocket socket;
    // Without sharing of the port, which Poco offers by default: two servers would both start.
    socket.bind(net::SocketAddress(options.host, options.port), true, false);
    socket.listen(128);
    return socket;
}

Error listenError(const ServerOptions& options, const Poco::Exception& thrown)
{
    const auto where = fmt::format("{}:{}", options.host, options.port);
    const auto text = thrown.displayText();
    if (text.find("in use") != std::string::npos) {
        return {
            ErrorKind::kExists,
            fmt::format(
                "another program listens on {} already; stop it, or choose another port with "
                "--listen",
                where)};
    }
    if (text.find("denied") != std::string::npos || thrown.code() == EACCES) {
        return {
            ErrorKind::kDenied,
            fmt::format(
                "this user may not listen on {}; choose a port from 1024 with --listen", where)};
    }
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "cannot listen on {}: {}; choose an address of this machine with --listen",
            where,
            text)};
}

} // namespace

// In order of life: the workers use the table and the watch.
struct Server::State {
    State(const ServerOptions& options, Parts& parts)
        : table(allRoutes()), watch(options.limits), pool("http", 2, std::max(options.workers, 2)),
          socket(listening(options)), params(paramsFor(options)),
          server(
              new WatchedConnections(params, new Dispatch(parts, watch, table), watch),
              pool,
              socket,
              params)
    {
        server.start();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { pool.joinAll(); }

    RouteTable table;
    ConnectionWatch watch;
    Poco::ThreadPool pool;
    net::ServerSocket socket;
    net::HTTPServerParams::Ptr params;
    net::TCPServer server;
};

Result<ServerOptions> parseListen(const std::string& text)
{
    ServerOptions options;
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const char* end = text.data() + text.size();
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size() ||
        std::from_chars(text.data() + colon + 1, end, port).ptr != end || port > 65535) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "\"{}\" is no address to listen on; write HOST:PORT, like 0.0.0.0:8080", text)};
    }
    options.host = text.substr(0, colon);
    options.port = static_cast<std::uint16_t>(port);
    if (options.host.front() == '[' && options.host.back() == ']') {
        options.host = options.host.substr(1, options.host.size() - 2);
    }
    return options;
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server()
{
    state_->server.stop();
    state_->watch.endAll();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Parts& parts)
{
    try {
        parts.openApi = openApiDocument(allRoutes());
        return std::unique_ptr<Server>(new Server(std::make_unique<State>(options, parts)));
    } catch (const Poco::Exception& thrown) {
        return listenError(options, thrown);
    }
}

std::uint16_t Server::port() const
{
    return state_->socket.address().port();
}

std::string Server::url() const
{
    return "http://" + state_->socket.address().toString();
}

} // namespace jtv::http
