// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Requests on their way to a route.
#include "scheduler/http/dispatch.h"

#include "scheduler/http/caller.h"
#include "scheduler/http/gate.h"
#include "scheduler/http/log.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequestImpl.h>

#include <fmt/format.h>
#include <memory>
#include <utility>

namespace jtv::http {
namespace {

struct Decision {
    std::optional<Problem> refused;
    const Route* route = nullptr;
    Parameters parameters;
    Caller caller;
    std::string allowed; // for 405
};

int descriptorOf(const Poco::Net::HTTPServerRequest& request)
{
    // Poco makes every request of its server as this class; its socket() is not const.
    auto& made = const_cast<Poco::Net::HTTPServerRequest&>(request); // NOLINT
    return static_cast<Poco::Net::HTTPServerRequestImpl&>(made).socket().impl()->sockfd();
}

std::optional<Problem>
lengthRefusal(const Route& route, const Poco::Net::HTTPServerRequest& request)
{
    if (request.hasContentLength() &&
        static_cast<std::size_t>(request.getContentLength64()) > route.bodyLimit) {
        return Problem{
            413, "too_large", fmt::format("the body may have at most {} bytes", route.bodyLimit)};
    }
    return std::nullopt;
}

Decision decide(const Poco::Net::HTTPServerRequest& request, Parts& parts, const RouteTable& table)
{
    Decision decision;
    if ((decision.refused = refusal(request))) {
        return decision;
    }
    const auto& target = request.getURI();
    auto match = table.find(request.getMethod(), target.substr(0, target.find('?')));
    decision.route = match.route;
    decision.parameters = std::move(match.parameters);
    if (match.route == nullptr) {
        decision.refused =
            match.allowed.empty()
                ? Problem{404, "not_found", "there is nothing at this address"}
                : Problem{405, "method_not_allowed", "this address does not know that method"};
        decision.allowed = std::move(match.allowed);
        return decision;
    }
    auto caller = callerOf(request, parts);
    if (!caller) {
        decision.refused = problemOf(caller.error());
        return decision;
    }
    decision.caller = *std::move(caller);
    const bool sameMachine =
        request.clientAddress().host().isLoopback() && !request.has("X-Forwarded-For");
    decision.refused = rightsRefusal(*match.route, decision.caller, sameMachine);
    if (!decision.refused) {
        decision.refused = forgeryRefusal(request, decision.caller);
    }
    if (!decision.refused) {
        decision.refused = lengthRefusal(*match.route, request);
    }
    return decision;
}

class RequestHandler final : public Poco::Net::HTTPRequestHandler {
public:
    RequestHandler(Parts& parts, ConnectionWatch& watch, Decision decision)
        : parts_(parts), watch_(watch), decision_(std::move(decision))
    {}

    void handleRequest(
        Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override
    {
        const int fd = descriptorOf(request);
        Exchange exchange(
            request,
            response,
            std::move(decision_.parameters),
            std::move(decision_.caller),
            addressOf(request),
            decision_.route != nullptr ? decision_.route->bodyLimit : 0);
        try {
            run(exchange);
        } catch (const Poco::Exception& thrown) {
            // The other side went away while it was answered, or dawdled.
            kLog.debug("{} {}: {}", request.getMethod(), exchange.path(), thrown.displayText());
            response.setKeepAlive(false);
        } catch (const std::exception& thrown) {
            kLog.error("{} {}: {}", request.getMethod(), exchange.path(), thrown.what());
            fail(exchange, response);
        }
        watch_.expectRequest(fd);
    }

private:
    void run(Exchange& exchange)
    {
        if (decision_.refused) {
            if (!decision_.allowed.empty()) {
                exchange.setHeader("Allow", decision_.allowed);
            }
            exchange.problem(*decision_.refused);
            return;
        }
        decision_.route->answer(exchange, parts_);
    }

    static void fail(Exchange& exchange, Poco::Net::HTTPServerResponse& response)
    {
        response.setKeepAlive(false);
        if (!exchange.answered()) {
            exchange.problem(
                Problem{500, "internal", "the server failed; its log says why. Try again later"});
        }
    }

    Parts& parts_;
    ConnectionWatch& watch_;
    Decision decision_;
};

} // namespace

Poco::Net::HTTPRequestHandler*
Dispatch::createRequestHandler(const Poco::Net::HTTPServerRequest& request)
{
    auto decision = decide(request, parts_, table_);
    if (decision.refused) {
        // Keeps Poco from sending "100 Continue" for a body nobody will read.
        request.response().setStatus(
            static_cast<Poco::Net::HTTPResponse::HTTPStatus>(decision.refused->status));
    } else if (decision.caller.user || !decision.caller.screen.empty()) {
        watch_.relax(descriptorOf(request));
    }
    return std::make_unique<RequestHandler>(parts_, watch_, std::move(decision)).release();
}

} // namespace jtv::http
