// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Requests to the scheduler over HTTPS or HTTP, with limits and time-outs, and promptly cancelled.
// The only user of Poco::Net on a screen's side; its exceptions end here.
#pragma once

#include "base/result.h"
#include "provisioning/connection/event_stream.h"
#include "provisioning/settings/address.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jtv::connection {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method = "GET"; // GET, POST, PUT
    std::string path = {};      // "/api/v1/…", under the server's base path
    Headers headers = {};
    std::string contentType = {};
    std::string body = {};
    std::size_t limit = std::size_t{1} << 20U; // bytes of the answer's body
};

// Every status is an answer, 4xx and 5xx too; only a missing or broken answer is an Error.
struct Response {
    int status = 0;
    Headers headers = {};
    std::string body = {};

    // The first header of this name in any spelling, or empty.
    std::string_view header(std::string_view name) const;
};

struct Download {
    std::string path = {};
    Headers headers = {};
    std::uint64_t size = 0;   // of the whole; more is refused
    bool sizeIsLimit = false; // `size` is the most that may come; the answer tells its own length
    std::uint64_t offset = 0; // bytes that are there already
    std::string etag = {};    // for If-Range; empty: starts anew
    // Before the first byte: status and headers of the answer; an error ends the download.
    std::function<Status(const Response& head)> began = {};
    // Where the bytes go; an error ends the download and is given back.
    std::function<Status(std::string_view)> append = {};
    std::function<Status()> restart = {}; // forget what is there
    // Called between blocks about once a second while bytes come; may take its time.
    std::function<void(std::uint64_t have)> progress = {};
};

struct Options {
    settings::ServerAddress server;
    std::filesystem::path caFile = {}; // PEM; empty = the system's authorities
    std::chrono::milliseconds connectLimit{5'000};
    std::chrono::milliseconds readLimit{15'000}; // without a byte
    std::chrono::milliseconds answerLimit{
        60'000}; // for a whole answer; not for downloads and events
    std::chrono::milliseconds quietLimit{70'000}; // of an event stream; the server pings more often
};

// Thread-safe: one connection for each call, nothing shared but the TLS settings.
// Errors of all calls: kUnavailable (nobody answers, too slow, cut off, cancelled), kDenied (the
// server's certificate is not trusted), kInvalid (an answer that is too large or not HTTP).
class Client {
public:
    // Errors: kNotFound, kInvalid (the CA file).
    static Result<Client> make(Options options);

    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client();

    Result<Response> exchange(const Request& request, const std::stop_token& stop) const;

    // The answer's status is 200 or 206 when all bytes have been appended; with any other nothing
    // was. After an Error what came so far stays, to go on from. Errors also: append()'s.
    Result<Response> download(const Download& download, const std::stop_token& stop) const;

    // Calls `event` for each event until the stream ends; then the answer (its status tells a
    // refused request from an ended stream). `retry` is set to the server's wish for the next
    // pause.
    Result<Response> listen(
        const Request& request,
        const std::function<void(const ServerEvent&)>& event,
        std::chrono::milliseconds& retry,
        const std::stop_token& stop) const;

    const settings::ServerAddress& server() const;

private:
    struct State;
    explicit Client(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

} // namespace jtv::connection
