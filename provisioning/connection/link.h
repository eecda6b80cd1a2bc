// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One TCP or TLS connection for one request, cut at once when the stop token says so.
#pragma once

#include "base/c_handle.h"
#include "provisioning/settings/address.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace jtv::connection {

// Any one thread at a time.
class Link {
public:
    // Looks the name up, connects, shakes hands. Throws Poco exceptions; the caller's guard() turns
    // them into errors. `tls` is null for plain HTTP.
    Link(
        const settings::ServerAddress& server,
        const Poco::Net::Context::Ptr& tls,
        std::chrono::milliseconds connectLimit,
        std::chrono::milliseconds readLimit,
        const std::stop_token& stop);
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;
    ~Link() = default;

    Poco::Net::HTTPClientSession& session() { return *session_; }

private:
    // In order of life. The callback cuts the connection by a number of its own: Poco closes the
    // socket's when something fails, and another thread may be given it at once.
    Poco::Net::StreamSocket socket_;
    UniqueFd ours_;
    std::optional<std::stop_callback<std::function<void()>>> cut_;
    std::unique_ptr<Poco::Net::HTTPClientSession> session_;
};

} // namespace jtv::connection
