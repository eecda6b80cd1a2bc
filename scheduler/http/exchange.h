// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One request and its answer, as the routes see them.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "scheduler/accounts/accounts.h"
#include "scheduler/http/problem.h"
#include "scheduler/storage/audit.h"

#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/StreamSocket.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::http {

// Who is asking: a user by his session, a screen by its token, or nobody.
struct Caller {
    std::optional<accounts::User> user;
    std::string sessionToken; // of the user
    std::string screen;       // id; empty = none
};

using Parameters = std::map<std::string, std::string, std::less<>>;

// Lives for one request on its worker. Exactly one of answer(), problem(), detach() ends it.
class Exchange {
public:
    Exchange(
        Poco::Net::HTTPServerRequest& request,
        Poco::Net::HTTPServerResponse& response,
        Parameters parameters,
        Caller caller,
        std::string address,
        std::size_t bodyLimit);

    // What is asked. parameter(): the part of the path that "{name}" stands for; always there.
    const std::string& method() const { return request_.getMethod(); }
    std::string path() const;
    const std::string& parameter(std::string_view name) const;
    std::optional<std::string> query(std::string_view name) const;
    std::optional<std::string> header(const std::string& name) const;
    std::string mediaType() const; // of the body, lower case, without parameters

    // Who asks.
    const Caller& caller() const { return caller_; }
    storage::Author author() const;
    const std::string& address() const { return address_; }
    bool secure() const; // the browser speaks TLS, with us or with the proxy in front

    // The body. Errors: kInvalid (cut short, no JSON object).
    Result<std::string> body();
    Result<json::Value> json();
    std::int64_t bodyLength() const { return length_; }
    // The next piece, at most `block.size()` bytes; 0 = end or broken off.
    std::size_t readBody(std::string& block);

    // The answer.
    void setHeader(const std::string& name, const std::string& value)
    {
        response_.set(name, value);
    }
    void answer(int status, const json::Value& value);
    void answer(int status, const std::string& type, std::string_view bytes);
    void answer(int status); // without a body
    void problem(const Problem& problem);
    void problem(const Error& error) { this->problem(problemOf(error)); }
    // Sends the head for a body of `length` bytes; the caller writes these to the socket itself.
    int answerHead(int status, const std::string& type, std::int64_t length);
    // Takes the connection away from the server.
    Poco::Net::StreamSocket detach();
    bool answered() const { return answered_; }

private:
    void finishBody();
    void begin(int status);

    Poco::Net::HTTPServerRequest& request_;
    Poco::Net::HTTPServerResponse& response_;
    Parameters parameters_;
    Caller caller_;
    std::string address_;
    std::size_t bodyLimit_;
    std::int64_t length_ = 0;
    std::int64_t unread_ = 0;
    bool bodyComes_ = true;
    bool answered_ = false;
};

} // namespace jtv::http
