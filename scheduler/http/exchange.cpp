// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Poco's request and response, made safe to use.
#include "scheduler/http/exchange.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/URI.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace jtv::http {
namespace {

constexpr std::int64_t kDrained = 262'144; // bytes of a refused body read before the answer

// A page may do nothing that is not listed here; measured with the page in Chromium.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

} // namespace

Exchange::Exchange(
    Poco::Net::HTTPServerRequest& request,
    Poco::Net::HTTPServerResponse& response,
    Parameters parameters,
    Caller caller,
    std::string address,
    std::size_t bodyLimit)
    : request_(request), response_(response), parameters_(std::move(parameters)),
      caller_(std::move(caller)), address_(std::move(address)), bodyLimit_(bodyLimit)
{
    if (request_.hasContentLength()) {
        length_ = request_.getContentLength64();
        unread_ = length_;
    }
    // The status was set before: Poco sent no "100 Continue", and the body may never come.
    bodyComes_ =
        !request_.getExpectContinue() || response_.getStatus() == Poco::Net::HTTPResponse::HTTP_OK;
    response_.set("X-Content-Type-Options", "nosniff");
    response_.set("X-Frame-Options", "DENY");
    response_.set("Referrer-Policy", "no-referrer");
    response_.set("Cross-Origin-Resource-Policy", "same-origin");
    response_.set("Cross-Origin-Opener-Policy", "same-origin");
    response_.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    response_.set("Content-Security-Policy", kPolicy);
    response_.set("Cache-Control", "no-store");
}

std::string Exchange::path() const
{
    const auto& target = request_.getURI();
    return target.substr(0, target.find('?'));
}

const std::string& Exchange::parameter(std::string_view name) const
{
    const auto found = parameters_.find(name);
    assert(found != parameters_.end());
    return found->second;
}

std::optional<std::string> Exchange::query(std::string_view name) const
{
    try {
        for (const auto& [key, value] : Poco::URI(request_.getURI()).getQueryParameters()) {
            if (key == name) {
                return value;
            }
        }
    } catch (const Poco::Exception&) {
        return std::nullopt; // a broken query has no parameters
    }
    return std::nullopt;
}

std::optional<std::string> Exchange::header(const std::string& name) const
{
    return request_.has(name) ? std::optional(request_.get(name)) : std::nullopt;
}

std::string Exchange::mediaType() const
{
    auto type = header("Content-Type").value_or("");
    type = type.substr(0, type.find_first_of("; \t"));
    std::transform(type.begin(), type.end(), type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

storage::Author Exchange::author() const
{
    if (caller_.user) {
        return {caller_.user->name, address_};
    }
    return {caller_.screen.empty() ? "" : "screen " + caller_.screen, address_};
}

bool Exchange::secure() const
{
    return request_.secure() || header("X-Forwarded-Proto") == "https";
}

std::size_t Exchange::readBody(std::string& block)
{
    const auto wanted = std::min<std::int64_t>(unread_, static_cast<std::int64_t>(block.size()));
    if (wanted <= 0) {
        return 0;
    }
    request_.stream().read(block.data(), wanted);
    const auto got = request_.stream().gcount();
    unread_ -= got;
    return static_cast<std::size_t>(got);
}

Result<std::string> Exchange::body()
{
    assert(length_ <= static_cast<std::int64_t>(bodyLimit_));
    std::string bytes(static_cast<std::size_t>(length_), '\0');
    if (readBody(bytes) != bytes.size()) {
        return Error{ErrorKind::kInvalid, "the body was cut short; send it again"};
    }
    return bytes;
}

Result<json::Value> Exchange::json()
{
    auto bytes = body();
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto value = json::parse(*bytes, bodyLimit_);
    if (value && !value->is_object()) {
        return Error{ErrorKind::kInvalid, "the body must be a JSON object"};
    }
    return value;
}

// What the client still sends would be taken for the next request: it is read when it is short,
// otherwise the connection ends with the answer.
void Exchange::finishBody()
{
    std::string block(16'384, '\0');
    while (bodyComes_ && unread_ > 0 && unread_ <= kDrained && readBody(block) > 0) {
    }
    if (unread_ > 0) {
        response_.setKeepAlive(false);
    }
}

void Exchange::begin(int status)
{
    assert(!answered_);
    answered_ = true;
    finishBody();
    response_.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status));
}

void Exchange::answer(int status, const json::Value& value)
{
    answer(status, "application/json", json::write(value));
}

void Exchange::answer(int status, const std::string& type, std::string_view bytes)
{
    begin(status);
    response_.setContentType(type);
    response_.sendBuffer(bytes.data(), bytes.size());
}

void Exchange::answer(int status)
{
    begin(status);
    if (status != 204 && status != 304) {
        response_.setContentLength(0);
    }
    response_.send();
}

void Exchange::problem(const Problem& problem)
{
    answer(problem.status, {{"error", problem.error}, {"message", problem.message}});
}

int Exchange::answerHead(int status, const std::string& type, std::int64_t length)
{
    begin(status);
    response_.setContentType(type);
    response_.setContentLength64(length);
    response_.send().flush();
    // Poco makes every request of its server as this class.
    return static_cast<Poco::Net::HTTPServerRequestImpl&>(request_).socket().impl()->sockfd();
}

Poco::Net::StreamSocket Exchange::detach()
{
    answered_ = true;
    response_.setKeepAlive(false);
    return static_cast<Poco::Net::HTTPServerRequestImpl&>(request_).detachSocket();
}

} // namespace jtv::http
