// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The scripted server, on Poco's HTTPServer.
#include "tests/doubles/scripted_server.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <ostream>

namespace jtv::doubles {
namespace {

using Poco::Net::HTTPRequestHandler;
using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

constexpr int kThreads = 16;

} // namespace

struct ScriptedServer::State {
    Script script;
    mutable std::mutex mutex; // protects everything below
    mutable std::condition_variable changed;
    std::vector<Call> calls;
    std::string pushed;
    bool ending = false;

    bool tls = false;
    std::unique_ptr<Poco::ThreadPool> threads;
    std::unique_ptr<Poco::Net::HTTPServer> server;

    Answer ask(const Call& call)
    {
        const std::lock_guard lock(mutex);
        calls.push_back(call);
        changed.notify_all();
        return script(call);
    }

    void waitForEnd()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return ending; });
    }

    void stream(std::ostream& out)
    {
        std::size_t sent = 0;
        while (out.good()) {
            std::string next;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return ending || pushed.size() > sent; });
                if (ending) {
                    return;
                }
                next = pushed.substr(sent);
                sent = pushed.size();
            }
            out << next << std::flush;
        }
    }
};

namespace {

// The part asked for, when the answer serves ranges and the client's If-Range fits.
void applyRange(const Call& call, Answer& answer)
{
    const auto range = call.headers.find("Range");
    const auto condition = call.headers.find("If-Range");
    if (!answer.ranges || range == call.headers.end()) {
        return;
    }
    for (const auto& [name, value] : answer.headers) {
        if (name == "ETag" && condition != call.headers.end() && condition->second != value) {
            return;
        }
    }
    const auto from = std::stoul(range->second.substr(6));
    if (from >= answer.body.size()) {
        answer.status = 416;
        answer.body.clear();
        return;
    }
    answer.status = 206;
    answer.headers.emplace_back(
        "Content-Range",
        "bytes " + std::to_string(from) + "-" + std::to_string(answer.body.size() - 1) + "/" +
            std::to_string(answer.body.size()));
    answer.body.erase(0, from);
}

class Scripted : public HTTPRequestHandler {
public:
    Scripted(
        std::function<Answer(const Call&)> ask,
        std::function<void()> end,
        std::function<void(std::ostream&)> stream)
        : ask_(std::move(ask)), end_(std::move(end)), stream_(std::move(stream))
    {}

    void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override
    {
        Call call{request.getMethod(), request.getURI(), {request.begin(), request.end()}, {}};
        call.body.assign(std::istreambuf_iterator<char>(request.stream()), {});
        auto answer = ask_(call);
        applyRange(call, answer);
        response.setKeepAlive(false);
        response.setStatus(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
        for (const auto& [name, value] : answer.headers) {
            response.set(name, value);
        }
        if (answer.events || answer.chunked) {
            response.setChunkedTransferEncoding(true);
        } else {
            response.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
        }
        auto& out = response.send();
        out << answer.body.substr(0, answer.cutAfter.value_or(answer.body.size())) << std::flush;
        if (answer.stalls) {
            end_();
        }
        if (answer.events) {
            stream_(out);
        }
    }

private:
    std::function<Answer(const Call&)> ask_;
    std::function<void()> end_;
    std::function<void(std::ostream&)> stream_;
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Factory(std::function<HTTPRequestHandler*()> make) : make_(std::move(make)) {}
    HTTPRequestHandler* createRequestHandler(const HTTPServerRequest& /*request*/) override
    {
        return make_();
    }

private:
    std::function<HTTPRequestHandler*()> make_;
};

Poco::Net::ServerSocket listenOn(const std::string& certificate, const std::string& key)
{
    const Poco::Net::SocketAddress anyPort("127.0.0.1", 0);
    if (certificate.empty()) {
        return Poco::Net::ServerSocket(anyPort);
    }
    Poco::Net::initializeSSL();
    const Poco::Net::Context::Ptr context = new Poco::Net::Context(
        Poco::Net::Context::TLS_SERVER_USE, key, certificate, "", Poco::Net::Context::VERIFY_NONE);
    // NOLINTNEXTLINE(cppcoreguidelines-slicing): a handle; what it shares stays the secure one
    return Poco::Net::SecureServerSocket(anyPort, 64, context);
}

} // namespace

ScriptedServer::ScriptedServer(
    Script script, const std::string& certificate, const std::string& key)
    : state_(std::make_unique<State>())
{
    auto* state = state_.get();
    state->script = std::move(script);
    state->tls = !certificate.empty();
    state->threads = std::make_unique<Poco::ThreadPool>(2, kThreads);
    const auto make = [state] {
        return new Scripted(
            [state](const Call& call) { return state->ask(call); },
            [state] { state->waitForEnd(); },
            [state](std::ostream& out) { state->stream(out); });
    };
    auto* params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(kThreads);
    state->server = std::make_unique<Poco::Net::HTTPServer>(
        new Factory(make), *state->threads, listenOn(certificate, key), params);
    state->server->start();
}

ScriptedServer::~ScriptedServer()
{
    {
        const std::lock_guard lock(state_->mutex);
        state_->ending = true;
    }
    state_->changed.notify_all();
    state_->server->stopAll(true);
    state_->threads->joinAll();
}

std::string ScriptedServer::address() const
{
    return (state_->tls ? "https://localhost:" : "http://127.0.0.1:") +
           std::to_string(state_->server->port());
}

std::vector<Call> ScriptedServer::calls() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->calls;
}

bool ScriptedServer::waitForCalls(const std::string& target, std::size_t count) const
{
    std::unique_lock lock(state_->mutex);
    return state_->changed.wait_for(lock, std::chrono::seconds(10), [&] {
        const auto& calls = state_->calls;
        const auto came = std::count_if(calls.begin(), calls.end(), [&](const Call& call) {
            return call.target.starts_with(target);
        });
        return static_cast<std::size_t>(came) >= count;
    });
}

void ScriptedServer::push(const std::string& event)
{
    {
        const std::lock_guard lock(state_->mutex);
        state_->pushed += event;
    }
    state_->changed.notify_all();
}

} // namespace jtv::doubles
