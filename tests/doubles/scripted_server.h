// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A real HTTP server on a free port of this machine that answers what the test says, faults
// included.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jtv::doubles {

struct Call {
    std::string method = {};
    std::string target = {};
    std::map<std::string, std::string> headers = {}; // names as sent
    std::string body = {};
};

struct Answer {
    int status = 200;
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::optional<std::size_t> cutAfter = {}; // bytes of the body, then the connection ends
    bool chunked = false;
    bool ranges = false; // serves Range and If-Range (with the ETag among the headers)
    bool stalls = false; // says nothing more until the server ends
    bool events = false; // an event stream: the body first, then what push() gives
};

// Thread-safe. The script runs on the server's threads, one call at a time.
class ScriptedServer {
public:
    using Script = std::function<Answer(const Call&)>;

    // `certificate` and `key`: PEM files for HTTPS; empty for HTTP.
    explicit ScriptedServer(
        Script script, const std::string& certificate = {}, const std::string& key = {});
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;
    ~ScriptedServer();

    std::string address() const; // "http://127.0.0.1:PORT" or "https://localhost:PORT"
    std::vector<Call> calls() const;
    // Waits until `count` calls have come whose target starts with `target`; false after 10 s.
    bool waitForCalls(const std::string& target, std::size_t count) const;
    void push(const std::string& event); // to all event streams, open ones and the next one

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jtv::doubles
