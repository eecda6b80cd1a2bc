// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The player's small web server: figures for Prometheus (GET /metrics), and what others may post.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::status {

// One figure in the Prometheus text format, version 0.0.4.
struct Metric {
    enum class Kind { kCounter, kGauge };
    std::string name; // without "jtv_player_"
    std::string help; // one line
    Kind kind = Kind::kGauge;
    double value = 0;
};

// Pure.
std::string toText(const std::vector<Metric>& metrics);

// Something that others may post. They send "Authorization: Bearer TOKEN", or the token as
// access_token in the address as players of signage do.
struct PostedInput {
    std::string path;   // "/call"
    std::string token;  // empty: nobody is asked for one
    std::string thanks; // the answer when it was taken (202)
    // Thread-safe; an error is the answer (400), its sentence the reason.
    std::function<Status(std::string_view body)> take;
};

struct Listening {
    std::string host;
    std::uint16_t port = 0;                // 0 = the system chooses
    std::string setting = "status_listen"; // for messages
    bool metrics = true;                   // they have no login: only on this machine
    std::vector<PostedInput> inputs{};     // elsewhere than on this machine with a token each
};

// One thread for connections and one that answers, one request at a time. Main-thread only, the
// figures are handed over.
class StatusListener {
public:
    // Errors: kUnavailable (port in use), kInvalid (not of this machine, and open to everybody).
    static Result<std::unique_ptr<StatusListener>> start(Listening listening);

    StatusListener(const StatusListener&) = delete;
    StatusListener& operator=(const StatusListener&) = delete;
    ~StatusListener();

    std::uint16_t port() const;
    void update(const std::vector<Metric>& metrics); // what is served from now on

private:
    struct State;
    explicit StatusListener(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace jtv::status
