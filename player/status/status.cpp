// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The metrics page, on Poco's HTTPServer; loopback only, because it has no login.
#include "player/status/status.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <fmt/format.h>
#include <mutex>
#include <optional>

namespace jtv::status {
namespace {

// Between the main loop and the answering thread.
struct Page {
    std::mutex mutex; // protects text
    std::string text;
};

class Answer : public Poco::Net::HTTPRequestHandler {
public:
    explicit Answer(std::shared_ptr<Page> page) : page_(std::move(page)) {}

    void handleRequest(
        Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override
    {
        response.setKeepAlive(false);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        const bool get = request.getMethod() == Poco::Net::HTTPRequest::HTTP_GET;
        if (!get || request.getURI() != "/metrics") {
            response.setStatusAndReason(
                get ? Poco::Net::HTTPResponse::HTTP_NOT_FOUND
                    : Poco::Net::HTTPResponse::HTTP_METHOD_NOT_ALLOWED);
            const std::string hint = "GET /metrics\n";
            response.sendBuffer(hint.data(), hint.size());
            return;
        }
        std::string text;
        {
            const std::lock_guard lock(page_->mutex);
            text = page_->text;
        }
        response.sendBuffer(text.data(), text.size());
    }

private:
    std::shared_ptr<Page> page_;
};

class Answers : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Answers(std::shared_ptr<Page> page) : page_(std::move(page)) {}
    Poco::Net::HTTPRequestHandler*
    createRequestHandler(const Poco::Net::HTTPServerRequest& /*request*/) override
    {
        return new Answer(page_);
    }

private:
    std::shared_ptr<Page> page_;
};

} // namespace

struct StatusListener::State {
    std::shared_ptr<Page> page = std::make_shared<Page>();
    Poco::ThreadPool threads{1, 1};
    std::optional<Poco::Net::HTTPServer> server;
};

std::string toText(const std::vector<Metric>& metrics)
{
    std::string text;
    for (const auto& metric : metrics) {
        const auto* kind = metric.kind == Metric::Kind::kCounter ? "counter" : "gauge";
        text += fmt::format(
            "# HELP jtv_player_{0} {1}\n# TYPE jtv_player_{0} {2}\njtv_player_{0} {3}\n",
            metric.name,
            metric.help,
            kind,
            metric.value);
    }
    return text;
}

StatusListener::StatusListener(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<StatusListener>>
StatusListener::start(const std::string& host, std::uint16_t port)
{
    auto state = std::make_unique<State>();
    try {
        const Poco::Net::SocketAddress address(host, port);
        if (!address.host().isLoopback()) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "{} is not an address of this machine alone; use 127.0.0.1 in status_listen",
                    host)};
        }
        // Not by the constructor: that would share the port with another process (SO_REUSEPORT).
        Poco::Net::ServerSocket socket;
        socket.bind(address, true, false);
        socket.listen();
        auto* params = new Poco::Net::HTTPServerParams; // owned by the server
        params->setMaxThreads(1);
        params->setMaxQueued(8);
        params->setTimeout(Poco::Timespan(2, 0));
        state->server.emplace(new Answers(state->page), state->threads, socket, params);
        state->server->start();
    } catch (const Poco::Exception& failure) {
        return Error{
            ErrorKind::kUnavailable,
            fmt::format(
                "the status page cannot listen on {}:{} ({}); choose another port in status_listen",
                host,
                port,
                failure.displayText())};
    }
    return std::unique_ptr<StatusListener>(new StatusListener(std::move(state)));
}

StatusListener::~StatusListener()
{
    state_->server->stopAll(true);
    state_->threads.joinAll();
}

std::uint16_t StatusListener::port() const
{
    return state_->server->port();
}

void StatusListener::update(const std::vector<Metric>& metrics)
{
    auto text = toText(metrics);
    const std::lock_guard lock(state_->page->mutex);
    state_->page->text = std::move(text);
}

} // namespace jtv::status
