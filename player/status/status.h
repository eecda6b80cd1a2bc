// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The player's figures for Prometheus, on this machine only: GET /metrics.
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

// POST /call, off without a token. The caller sends "Authorization: Bearer TOKEN".
struct PostedCalls {
    std::string token; // empty: there is no such page
    // Thread-safe; an error is the answer (400), its sentence the reason.
    std::function<Status(std::string_view body)> take;
};

// One thread for connections and one that answers, one request at a time. Main-thread only, the
// figures are handed over.
class StatusListener {
public:
    // Errors: kUnavailable (port in use), kInvalid (the address is not of this machine).
    static Result<std::unique_ptr<StatusListener>>
    start(const std::string& host, std::uint16_t port, PostedCalls calls = {});

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
