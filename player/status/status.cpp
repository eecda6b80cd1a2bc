// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The metrics page and the inputs, on Poco's HTTPServer.
#include "player/status/status.h"

#include "base/crypto/crypto.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <optional>

namespace jtv::status {
namespace {

using Poco::Net::HTTPResponse;

// Between the main loop and the answering thread.
struct Page {
    std::mutex mutex; // protects text
    std::string text;
    Listening listening; // never changed after the start
};

constexpr std::size_t kMostPosted = 4096; // bytes

// What is said to a client.
struct Reply {
    HTTPResponse::HTTPStatus status = HTTPResponse::HTTP_OK;
    std::string text;
};

bool isAllowed(const Poco::Net::HTTPServerRequest& request, const std::string& token)
{
    if (token.empty() || crypto::equal(request.get("Authorization", ""), "Bearer " + token)) {
        return true;
    }
    const auto parameters = Poco::URI(request.getURI()).getQueryParameters();
    return std::any_of(parameters.begin(), parameters.end(), [&](const auto& parameter) {
        return parameter.first == "access_token" && crypto::equal(parameter.second, token);
    });
}

Reply takePosted(Poco::Net::HTTPServerRequest& request, const PostedInput& input)
{
    if (!isAllowed(request, input.token)) {
        return {
            HTTPResponse::HTTP_UNAUTHORIZED,
            "send the header Authorization: Bearer with the token of the settings\n"};
    }
    // A page in a browser on this machine may post plain text anywhere, but not JSON.
    if (input.token.empty() && !request.getContentType().starts_with("application/json")) {
        return {
            HTTPResponse::HTTP_UNSUPPORTEDMEDIATYPE,
            "send the header Content-Type: application/json\n"};
    }
    // Without a length Poco would read until the other side hangs up.
    if (!request.hasContentLength() || request.getChunkedTransferEncoding()) {
        return {HTTPResponse::HTTP_LENGTH_REQUIRED, "send the header Content-Length\n"};
    }
    const auto length =
        static_cast<std::size_t>(std::max<Poco::Int64>(0, request.getContentLength64()));
    if (length > kMostPosted) {
        return {HTTPResponse::HTTP_REQUEST_ENTITY_TOO_LARGE, "a few words are enough; send less\n"};
    }
    std::string body(length, '\0');
    request.stream().read(body.data(), static_cast<std::streamsize>(length));
    if (static_cast<std::size_t>(request.stream().gcount()) != length) {
        return {HTTPResponse::HTTP_BAD_REQUEST, "the body was cut off; send it again\n"};
    }
    if (const auto taken = input.take(body); !taken) {
        return {HTTPResponse::HTTP_BAD_REQUEST, taken.error().message + "\n"};
    }
    return {HTTPResponse::HTTP_ACCEPTED, input.thanks + "\n"};
}

Reply answer(Poco::Net::HTTPServerRequest& request, Page& page)
{
    const bool get = request.getMethod() == Poco::Net::HTTPRequest::HTTP_GET;
    const bool post = request.getMethod() == Poco::Net::HTTPRequest::HTTP_POST;
    const auto path = request.getURI().substr(0, request.getURI().find('?'));
    if (post) {
        const auto& inputs = page.listening.inputs;
        const auto input = std::find_if(
            inputs.begin(), inputs.end(), [&](const auto& each) { return each.path == path; });
        return input != inputs.end()
                   ? takePosted(request, *input)
                   : Reply{
                         HTTPResponse::HTTP_NOT_FOUND,
                         "nothing is taken here; the settings say what is: calls_token, "
                         "notify_listen\n"};
    }
    if (get && path == "/metrics" && page.listening.metrics) {
        const std::lock_guard lock(page.mutex);
        return {HTTPResponse::HTTP_OK, page.text};
    }
    return {
        get ? HTTPResponse::HTTP_NOT_FOUND : HTTPResponse::HTTP_METHOD_NOT_ALLOWED,
        page.listening.metrics ? "GET /metrics\n" : "POST only\n"};
}

class Answer : public Poco::Net::HTTPRequestHandler {
public:
    explicit Answer(std::shared_ptr<Page> page) : page_(std::move(page)) {}

    void handleRequest(
        Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override
    {
        response.setKeepAlive(false);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        const auto reply = answer(request, *page_);
        response.setStatusAndReason(reply.status);
        response.sendBuffer(reply.text.data(), reply.text.size());
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

// Whoever reaches it may use it.
bool isOpen(const Listening& listening)
{
    return listening.metrics || std::any_of(
                                    listening.inputs.begin(),
                                    listening.inputs.end(),
                                    [](const PostedInput& input) { return input.token.empty(); });
}

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

Result<std::unique_ptr<StatusListener>> StatusListener::start(Listening listening)
{
    auto state = std::make_unique<State>();
    try {
        const Poco::Net::SocketAddress address(listening.host, listening.port);
        if (!address.host().isLoopback() && isOpen(listening)) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "{} is not an address of this machine alone; use 127.0.0.1 in {}",
                    listening.host,
                    listening.setting)};
        }
        // Not by the constructor: that would share the port with another process (SO_REUSEPORT).
        Poco::Net::ServerSocket socket;
        socket.bind(address, true, false);
        socket.listen();
        auto* params = new Poco::Net::HTTPServerParams; // owned by the server
        params->setMaxThreads(1);
        params->setMaxQueued(8);
        params->setTimeout(Poco::Timespan(2, 0));
        state->page->listening = listening;
        state->server.emplace(new Answers(state->page), state->threads, socket, params);
        state->server->start();
    } catch (const Poco::Exception& failure) {
        return Error{
            ErrorKind::kUnavailable,
            fmt::format(
                "nothing can be listened for on {}:{} ({}); choose another port in {}",
                listening.host,
                listening.port,
                failure.displayText(),
                listening.setting)};
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
